"""A phone can end because its person got a new password."""

from django.db import migrations, models

ENDINGS = [
    ("signed_out", "uitgelogd"),
    ("lost", "kwijt"),
    ("account_closed", "account gesloten"),
    ("new_password", "nieuw wachtwoord"),
    ("ended", "beëindigd door de coördinator"),
]


class Migration(migrations.Migration):
    """A new password is one more reason why a phone may no longer send."""

    dependencies = [
        ("accounts", "0016_postcodes_of_workers"),
    ]

    operations = [
        migrations.AlterField(
            model_name=name, name="ended_because", field=models.CharField(blank=True, choices=ENDINGS, max_length=16)
        )
        for name in ("phone", "historicalphone")
    ]
