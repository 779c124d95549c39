"""History of signals and cases can be added and never changed."""

from django.db import migrations

from signalering.audit.insert_only import InsertOnly


class Migration(migrations.Migration):
    """Let the database refuse every update and delete."""

    dependencies = [("cases", "0001_first")]
    operations = [
        InsertOnly("HistoricalCasePersonGrant"),
        InsertOnly("HistoricalCaseTeamGrant"),
        InsertOnly("HistoricalContactAttempt"),
        InsertOnly("HistoricalDeadline"),
        InsertOnly("HistoricalDeadlineRule"),
        InsertOnly("HistoricalNote"),
        InsertOnly("HistoricalNotice"),
        InsertOnly("HistoricalResident"),
        InsertOnly("HistoricalRetentionPolicy"),
        InsertOnly("HistoricalSignal"),
        InsertOnly("HistoricalReporterIdentityTeamGrant"),
        InsertOnly("HistoricalReporterIdentityPersonGrant"),
        InsertOnly("HistoricalConsent"),
        InsertOnly("HistoricalCaseResident"),
        InsertOnly("HistoricalCase"),
        InsertOnly("HistoricalSignalTeamGrant"),
        InsertOnly("HistoricalSignalPersonGrant"),
        InsertOnly("HistoricalSignalAddition"),
        InsertOnly("HistoricalReporterIdentity"),
    ]
