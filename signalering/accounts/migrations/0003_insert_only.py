"""History of people, teams and grants can be added and never changed."""

from django.db import migrations

from signalering.audit.insert_only import InsertOnly


class Migration(migrations.Migration):
    """Let the database refuse every update and delete."""

    dependencies = [("accounts", "0002_relations")]
    operations = [
        InsertOnly("HistoricalArea"),
        InsertOnly("HistoricalAuditScopePersonGrant"),
        InsertOnly("HistoricalAuditScopeTeamGrant"),
        InsertOnly("HistoricalMembership"),
        InsertOnly("HistoricalOrganisation"),
        InsertOnly("HistoricalPostcodeArea"),
        InsertOnly("HistoricalSetting"),
        InsertOnly("HistoricalTeam"),
    ]
