"""Add rows to a table in one statement, without making a model instance for each."""

from functools import cache

from django.db import connections, router
from django.db.models import NOT_PROVIDED


def insert(model, rows):
    """Write dicts of column values that name the same columns; the database fills in what they leave out."""
    if not rows:
        return
    connection = connections[router.db_for_write(model)]
    fields = tuple(columns_of(model)[name] for name in rows[0])
    if connection.vendor == "postgresql" and len(rows) > 1:
        return in_columns(model, fields, rows, connection)
    values = [[field.get_db_prep_save(row[field.attname], connection) for field in fields] for row in rows]
    with connection.cursor() as cursor:
        if len(values) == 1:
            cursor.execute(statement(model, fields), values[0])
        else:
            cursor.executemany(statement(model, fields), values)


def in_columns(model, fields, rows, connection):
    """Write many rows at once: a list for each column, but one value where all rows have the same."""
    values, same = [], []
    for field in fields:
        first, *others = (row[field.attname] for row in rows)
        same.append(all(value == first for value in others))
        stored = [field.get_db_prep_save(value, connection) for value in ([first] if same[-1] else [first, *others])]
        values.append(stored[0] if same[-1] else stored)
    with connection.cursor() as cursor:
        cursor.execute(statement(model, fields, tuple(same)), values)


def values_of(record):
    """The column values of a record that is not stored yet, without what the database fills in."""
    names = (name for name, field in columns_of(type(record)).items() if field.db_default is NOT_PROVIDED)
    return {name: getattr(record, name) for name in names}


@cache
def columns_of(model):
    """The columns of a model by the name a dict of values gives them."""
    return {field.attname: field for field in model._meta.concrete_fields}


@cache
def statement(model, fields, same=None):
    """An INSERT of one row, or of as many as the lists hold that stand for the columns that are not the `same`."""
    connection = connections[router.db_for_write(model)]
    quote = connection.ops.quote_name
    names = ", ".join(quote(field.column) for field in fields)
    into = f"INSERT INTO {quote(model._meta.db_table)} ({names})"
    if same is None:
        return f"{into} VALUES ({', '.join(['%s'] * len(fields))})"
    # a type without its length: a cast to varchar(30) would cut off what an insert refuses
    kinds = (field.db_type(connection).split("(")[0] for field in fields)
    taken = (f"(%s)::{kind}" if one else f"UNNEST((%s)::{kind}[])" for kind, one in zip(kinds, same, strict=True))
    return f"{into} SELECT {', '.join(taken)}"
