"""History of shifts and who plans them can be added and never changed."""

from django.db import migrations

from signalering.audit.insert_only import InsertOnly, StillInsertOnly


class Migration(migrations.Migration):
    """Let the database refuse every update and delete."""

    dependencies = [("accounts", "0012_rota")]
    operations = [
        InsertOnly("HistoricalShift"),
        InsertOnly("HistoricalShiftPersonGrant"),
        InsertOnly("HistoricalShiftTeamGrant"),
        StillInsertOnly("HistoricalTeam"),
    ]
