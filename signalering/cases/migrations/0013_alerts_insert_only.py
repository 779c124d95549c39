"""History of alerts and who was called can be added and never changed."""

from django.db import migrations

from signalering.audit.insert_only import InsertOnly, StillInsertOnly


class Migration(migrations.Migration):
    """Let the database refuse every update and delete."""

    dependencies = [("cases", "0012_alerts")]
    operations = [
        InsertOnly("HistoricalAlert"),
        InsertOnly("HistoricalAlertCall"),
        InsertOnly("HistoricalAlertPersonGrant"),
        InsertOnly("HistoricalAlertTeamGrant"),
        StillInsertOnly("HistoricalSignal"),
    ]
