"""History of requests to talk can be added and never changed."""

from django.db import migrations

from signalering.audit.insert_only import InsertOnly


class Migration(migrations.Migration):
    """Let the database refuse every update and delete."""

    dependencies = [("cases", "0026_talk_requests")]
    operations = [InsertOnly("HistoricalTalkRequest")]
