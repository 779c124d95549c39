"""History of the meldcode and of the safety list can be added and never changed."""

from django.db import migrations

from signalering.audit.insert_only import InsertOnly


class Migration(migrations.Migration):
    """Let the database refuse every update and delete."""

    dependencies = [("cases", "0021_youth")]
    operations = [
        InsertOnly("HistoricalMeldcodeAssessment"),
        InsertOnly("HistoricalMeldcodeAssessmentPersonGrant"),
        InsertOnly("HistoricalMeldcodeAssessmentTeamGrant"),
        InsertOnly("HistoricalSafetyAddress"),
        InsertOnly("HistoricalSafetyAddressPersonGrant"),
        InsertOnly("HistoricalSafetyAddressTeamGrant"),
    ]
