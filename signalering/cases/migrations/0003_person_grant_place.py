"""What somebody was given in person is kept for the place for which it was given."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Add the place to every table of what people hold."""

    dependencies = [
        ("accounts", "0004_person_grant_place"),
        ("cases", "0002_insert_only"),
    ]

    operations = [
        migrations.AddField(
            model_name="casepersongrant",
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
            model_name="historicalcasepersongrant",
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
        migrations.AddField(
            model_name="historicalreporteridentitypersongrant",
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
        migrations.AddField(
            model_name="historicalsignalpersongrant",
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
        migrations.AddField(
            model_name="reporteridentitypersongrant",
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
            model_name="signalpersongrant",
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
    ]
