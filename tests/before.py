"""Data moves of migrations, done on rows as they were before: with the models of that step, as at an upgrade."""

from django.db import connection
from django.db.migrations.loader import MigrationLoader


def move(app, name):
    """Do the data move of one migration; the database is further by now, and must still have what it reads."""
    loader = MigrationLoader(connection)
    migration = loader.graph.nodes[app, name]
    state = loader.project_state((app, name), at_end=False)
    for operation in migration.operations:
        operation.database_forwards(app, connection.schema_editor(), state, state)
