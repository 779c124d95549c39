"""History, events and looks can be added and never changed: the database itself refuses."""

from django.db import router
from django.db.migrations.operations.base import Operation

SQLITE = {
    "{table}_no_update": "CREATE TRIGGER {name} BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, 'insert only'); END",
    "{table}_no_delete": "CREATE TRIGGER {name} BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, 'insert only'); END",
}
POSTGRESQL_FUNCTION = (
    "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'insert only: %', TG_TABLE_NAME USING ERRCODE = 'restrict_violation'; END $$"
)
POSTGRESQL = {
    "{table}_no_change": "CREATE TRIGGER {name} BEFORE UPDATE OR DELETE ON {table} "
    "FOR EACH ROW EXECUTE FUNCTION refuse_change()",
    "{table}_no_truncate": "CREATE TRIGGER {name} BEFORE TRUNCATE ON {table} "
    "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()",
}


def triggers(vendor, table):
    """The trigger names of a table with the statement that makes each."""
    kinds = POSTGRESQL if vendor == "postgresql" else SQLITE
    names = {pattern.format(table=table): sql for pattern, sql in kinds.items()}
    return {name: sql.format(name=f'"{name}"', table=f'"{table}"') for name, sql in names.items()}


class InsertOnly(Operation):
    """Refuse every update, delete and truncate of one model's table from here on."""

    reversible = True

    def __init__(self, name):
        self.name = name

    def state_forwards(self, app_label, state):
        """The models stay as they are."""

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        connection = schema_editor.connection
        model = to_state.apps.get_model(app_label, self.name)
        if not router.allow_migrate_model(connection.alias, model):
            return
        if connection.vendor == "postgresql":
            schema_editor.execute(POSTGRESQL_FUNCTION, params=None)
        for sql in triggers(connection.vendor, model._meta.db_table).values():
            schema_editor.execute(sql)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        connection = schema_editor.connection
        model = from_state.apps.get_model(app_label, self.name)
        if not router.allow_migrate_model(connection.alias, model):
            return
        table = model._meta.db_table
        on = f' ON "{table}"' if connection.vendor == "postgresql" else ""
        for name in triggers(connection.vendor, table):
            schema_editor.execute(f'DROP TRIGGER IF EXISTS "{name}"{on}')

    def describe(self):
        return f"Make {self.name} insert-only"


class StillInsertOnly(InsertOnly):
    """The triggers of a table stand again: SQLite loses them when another column makes it write the table anew.

    Stands at both ends of a migration that changes the columns of a history table.
    """

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        super().database_backwards(app_label, schema_editor, from_state, to_state)
        super().database_forwards(app_label, schema_editor, from_state, to_state)

    database_backwards = database_forwards

    def describe(self):
        return f"Keep {self.name} insert-only"
