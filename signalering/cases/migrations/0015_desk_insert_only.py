"""History of what a desk shares can be added and never changed."""

from django.db import migrations

from signalering.audit.insert_only import InsertOnly


class Migration(migrations.Migration):
    """Let the database refuse every update and delete."""

    dependencies = [("cases", "0014_desk")]
    operations = [
        InsertOnly("HistoricalAbsence"),
        InsertOnly("HistoricalDeskView"),
    ]
