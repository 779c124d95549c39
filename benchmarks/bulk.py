"""Put many rows into a table: COPY on PostgreSQL, executemany on SQLite."""

import json
from itertools import islice

from django.core.management.color import no_style
from django.db import connections, router, transaction

AT_ONCE = 20_000


def insert(model, instances):
    """Write instances (or dicts of their columns) as they are, without saving each; returns how many."""
    instances = list(instances)
    if not instances:
        return 0
    fields = list(model._meta.concrete_fields)
    if not isinstance(instances[0], dict) and instances[0].pk is None:
        fields.remove(model._meta.pk)
    using = router.db_for_write(model)
    return insert_rows(model._meta.db_table, _columns(fields), prepared(fields, instances, using), using)


def insert_with_history(model, instances, **history):
    """The same with a history row each; `history` fills its columns, by a value or a function of the row."""
    instances = list(instances)
    table, fields = model.history.model, list(model._meta.concrete_fields)
    using = router.db_for_write(model)
    rows = list(prepared(fields, instances, using))
    insert_rows(model._meta.db_table, _columns(fields), rows, using)
    ours = set(_columns(fields))
    theirs = [f for f in table._meta.concrete_fields if f.column not in ours and f.name in history]
    ready = [(_converter(f, connections[using]), history[f.name]) for f in theirs]
    more = ([to(give(one) if callable(give) else give) for to, give in ready] for one in instances)
    both = ([*row, *extra] for row, extra in zip(rows, more, strict=True))
    return insert_rows(table._meta.db_table, _columns([*fields, *theirs]), both, using)


def _columns(fields):
    return [field.column for field in fields]


def prepared(fields, instances, using):
    """The values of instances as the database stores them."""
    ready = [(_converter(field, connections[using]), field.attname) for field in fields]
    for one in instances:
        values = one if isinstance(one, dict) else one.__dict__
        yield [to(values[name]) for to, name in ready]


def _same(value):
    return value


def _converter(field, connection):
    """A quick way from a Python value to what the driver takes, because there are millions."""
    stored = field.target_field if field.is_relation else field
    kind, embedded = stored.get_internal_type(), connection.vendor == "sqlite"
    if kind == "UUIDField":
        return (lambda value: value and value.hex) if embedded else _same
    if kind == "BinaryField":
        return lambda value: None if value is None else bytes(value)
    if kind == "JSONField":
        return lambda value: json.dumps(value)
    if kind in ("DateTimeField", "DateField"):
        adapt = connection.ops.adapt_datetimefield_value
        if kind == "DateField":
            adapt = connection.ops.adapt_datefield_value
        return adapt if embedded else _same
    return _same


def insert_rows(table, columns, rows, using="default"):
    """Write prepared rows; returns how many."""
    connection = connections[using]
    names = ", ".join(connection.ops.quote_name(column) for column in columns)
    table = connection.ops.quote_name(table)
    written = 0
    rows = iter(rows)
    with transaction.atomic(using=using), connection.cursor() as cursor:
        while batch := list(islice(rows, AT_ONCE)):
            if connection.vendor == "postgresql":
                with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
                    for row in batch:
                        copy.write_row(row)
            else:
                holes = ", ".join(["?"] * len(columns))
                cursor.connection.executemany(f"INSERT INTO {table} ({names}) VALUES ({holes})", batch)
            written += len(batch)
    return written


def renumber(models, using="default"):
    """Let automatic keys go on after the rows that brought their own."""
    connection = connections[using]
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(statement)


def _may_everything(cursor):
    cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
    return cursor.fetchone()[0]


def settle(using="default"):
    """Let the database count what it holds, as its own housekeeping would have done overnight."""
    connection = connections[using]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("VACUUM (ANALYZE)")
            if _may_everything(cursor):
                cursor.execute("CHECKPOINT")
        else:
            cursor.execute("ANALYZE")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def without_foreign_key_checks(using="default"):
    """Skip the check of each foreign key while loading made-up rows, where the database lets us."""
    connection = connections[using]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            if _may_everything(cursor):
                cursor.execute("SET session_replication_role = replica")
        else:
            cursor.execute("PRAGMA foreign_keys = OFF")
            cursor.execute("PRAGMA cache_size = -200000")


def with_foreign_key_checks(using="default"):
    connection = connections[using]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            if _may_everything(cursor):
                cursor.execute("RESET session_replication_role")
        else:
            cursor.execute("PRAGMA foreign_keys = ON")
            cursor.execute("PRAGMA cache_size = -2000")
