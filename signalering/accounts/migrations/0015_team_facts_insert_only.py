"""History of closures can be added and never changed."""

from django.db import migrations

from signalering.audit.insert_only import InsertOnly


class Migration(migrations.Migration):
    """Let the database refuse every update and delete."""

    dependencies = [("accounts", "0014_team_facts")]
    operations = [InsertOnly("HistoricalTeamClosure")]
