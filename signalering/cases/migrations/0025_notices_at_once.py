"""A notice that can wait for the morning goes at once when that morning would come too late."""

from django.db import migrations, models

from signalering.audit.insert_only import StillInsertOnly


class Migration(migrations.Migration):
    """Which way a notice goes stands on the notice; those of before wait as they did."""

    dependencies = [
        ("cases", "0024_too_late"),
    ]

    operations = [
        StillInsertOnly("HistoricalNotice"),
        migrations.AddField(
            model_name="historicalnotice",
            name="at_once",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="notice",
            name="at_once",
            field=models.BooleanField(default=False),
        ),
        StillInsertOnly("HistoricalNotice"),
    ]
