"""What somebody was given in person is kept for the place for which it was given."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Add the place to every table of what people hold."""

    dependencies = [
        ("accounts", "0003_insert_only"),
    ]

    operations = [
        migrations.AddField(
            model_name="auditscopepersongrant",
            name="membership",
            field=models.ForeignKey(
                db_index=False,
                help_text="The place it is for.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.membership",
            ),
        ),
        migrations.AddField(
            model_name="historicalauditscopepersongrant",
            name="membership",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                help_text="The place it is for.",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="accounts.membership",
            ),
        ),
    ]
