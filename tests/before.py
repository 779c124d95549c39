"""Data moves of migrations, done on rows as they were before: with the models of that step, as at an upgrade."""

from django.db import connection
from django.db.migrations import RunPython
from django.db.migrations.loader import MigrationLoader


def move(app, name):
    """Do the data moves of one migration; the database is further by now, and must still have what they read."""
    moves, state = moves_of(app, name)
    for operation in moves:
        operation.database_forwards(app, connection.schema_editor(), state, state)


def move_back(app, name):
    """Do what its data moves do when that migration goes back, the last first."""
    moves, state = moves_of(app, name, at_end=True)
    for operation in reversed(moves):
        operation.database_backwards(app, connection.schema_editor(), state, state)


def moves_of(app, name, *, at_end=False):
    """The data moves of a migration, and the models as they are just before it, or just after."""
    loader = MigrationLoader(connection)
    operations = loader.graph.nodes[app, name].operations
    return [one for one in operations if isinstance(one, RunPython)], loader.project_state((app, name), at_end=at_end)
