"""Between tests the tables must be emptied, which the database itself refuses: lift its triggers for that moment."""

from contextlib import contextmanager

from django.apps import apps
from django.db import connection

from signalering.audit.insert_only import triggers
from signalering.audit.models import Event, Look


def guarded_tables():
    """Every table that may only grow: history, events and looks."""
    models = [model for model in apps.get_models() if hasattr(model, "instance_type") or model in (Event, Look)]
    return sorted(model._meta.db_table for model in models)


@contextmanager
def lifted(tables=None):
    """Without the triggers of these tables, or of all, inside the block; with all of them after it."""
    tables = guarded_tables() if tables is None else tables
    with connection.cursor() as cursor:
        for table in tables:
            on = f' ON "{table}"' if connection.vendor == "postgresql" else ""
            for name in triggers(connection.vendor, table):
                cursor.execute(f'DROP TRIGGER IF EXISTS "{name}"{on}')
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            for table in tables:
                for sql in triggers(connection.vendor, table).values():
                    cursor.execute(sql)
