"""The tables as migrations and reference data left them: put back after a test that committed."""

from django.db import connections, transaction

from tests.insert_only import guarded_tables, lifted

KEPT = {}  # alias → table → (the statement that fills it, its rows)


def keep():
    """Remember what stands in the tables of both databases now."""
    for alias in connections:
        with connections[alias].cursor() as cursor:
            filled = [table for table, count in _counts(alias, cursor).items() if count]
            KEPT[alias] = {table: _read(table, cursor) for table in filled}


def put_back():
    """Every table holds what was kept and nothing else; what may only grow and did not is left alone."""
    guarded = {*guarded_tables()}
    for alias, kept in KEPT.items():
        with connections[alias].cursor() as cursor:
            counts = _counts(alias, cursor)
            stale = [table for table, count in counts.items() if count or table in kept]
            stale = [name for name in stale if name not in guarded or counts[name] != len(kept.get(name, ((), ()))[1])]
            with lifted([table for table in stale if table in guarded]), transaction.atomic(using=alias):
                for table in stale:
                    cursor.execute(f'DELETE FROM "{table}"')
                for table in kept.keys() & stale:
                    cursor.executemany(*kept[table])


def _counts(alias, cursor):
    """How many rows each table of a database has."""
    tables = connections[alias].introspection.table_names(cursor)
    cursor.execute(" UNION ALL ".join(f"SELECT '{table}', count(*) FROM \"{table}\"" for table in tables))
    return dict(cursor.fetchall())


def _read(table, cursor):
    cursor.execute(f'SELECT * FROM "{table}"')
    names = [column[0] for column in cursor.description]
    columns, marks = ", ".join(f'"{name}"' for name in names), ", ".join("%s" for _ in names)
    return f'INSERT INTO "{table}" ({columns}) VALUES ({marks})', cursor.fetchall()
