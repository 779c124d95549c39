"""Which phone began with which invitation."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """A phone knows its invitation, and can be ended by a coordinator."""

    dependencies = [
        ("accounts", "0009_shops"),
    ]

    operations = [
        migrations.AlterField(
            model_name="historicalphone",
            name="ended_because",
            field=models.CharField(
                blank=True,
                choices=[
                    ("signed_out", "uitgelogd"),
                    ("lost", "kwijt"),
                    ("account_closed", "account gesloten"),
                    ("ended", "beëindigd door de coördinator"),
                ],
                max_length=16,
            ),
        ),
        migrations.AlterField(
            model_name="phone",
            name="ended_because",
            field=models.CharField(
                blank=True,
                choices=[
                    ("signed_out", "uitgelogd"),
                    ("lost", "kwijt"),
                    ("account_closed", "account gesloten"),
                    ("ended", "beëindigd door de coördinator"),
                ],
                max_length=16,
            ),
        ),
        migrations.AddField(
            model_name="historicalphone",
            name="invitation",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                help_text="A phone of a shop began with it; on any other somebody signed in.",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="accounts.invitation",
            ),
        ),
        migrations.AddField(
            model_name="phone",
            name="invitation",
            field=models.ForeignKey(
                help_text="A phone of a shop began with it; on any other somebody signed in.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="phones",
                to="accounts.invitation",
            ),
        ),
    ]
