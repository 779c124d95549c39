"""Events and looks can be added and never changed."""

from django.db import migrations

from signalering.audit.insert_only import InsertOnly


class Migration(migrations.Migration):
    """Let the database refuse every update and delete."""

    dependencies = [("audit", "0001_first")]
    operations = [
        InsertOnly("Event"),
        InsertOnly("Look"),
    ]
