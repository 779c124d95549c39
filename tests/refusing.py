"""A look table that takes no rows: the database itself refuses."""

from contextlib import contextmanager

from django.db import connection

FUNCTION = (
    "CREATE FUNCTION no_looks() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no looks today'; END $$"
)
MAKE = {
    "sqlite": [
        "CREATE TRIGGER no_looks BEFORE INSERT ON audit_look BEGIN SELECT RAISE(ABORT, 'no looks today'); END",
    ],
    "postgresql": [
        "SET CONSTRAINTS ALL IMMEDIATE",  # what waits to be checked forbids a new trigger
        FUNCTION,
        "CREATE TRIGGER no_looks BEFORE INSERT ON audit_look FOR EACH ROW EXECUTE FUNCTION no_looks()",
    ],
}
DROP = {
    "sqlite": ["DROP TRIGGER no_looks"],
    "postgresql": ["DROP TRIGGER no_looks ON audit_look", "DROP FUNCTION no_looks"],
}


@contextmanager
def no_looks():
    """Inside the block no look can be written."""
    execute(MAKE)
    try:
        yield
    finally:
        execute(DROP)


def execute(statements):
    """Run the statements of this database."""
    with connection.cursor() as cursor:
        for sql in statements[connection.vendor]:
            cursor.execute(sql)


def contents():
    """Every row of every table of the default database."""
    rows = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            rows[table] = sorted(map(repr, cursor.fetchall()))
    return rows
