"""History of arrivals can be added and never changed."""

from django.db import migrations

from signalering.audit.insert_only import InsertOnly


class Migration(migrations.Migration):
    """Let the database refuse every update and delete."""

    dependencies = [("cases", "0005_arrivals")]
    operations = [
        InsertOnly("HistoricalArrival"),
        InsertOnly("HistoricalConcept"),
        InsertOnly("HistoricalConceptPersonGrant"),
        InsertOnly("HistoricalConceptTeamGrant"),
        InsertOnly("HistoricalKeptBox"),
    ]
