"""A query that every page asks: its SQL is written once, and asked again about somebody else."""

from functools import cached_property
from uuid import UUID

from django.db import connections, router
from django.db.models.query import get_related_populators


class Kept:
    """Around a function from one key to a queryset; Django writes SQL four times as long as the database answers it."""

    def __init__(self, queryset_of):
        self.queryset_of = queryset_of

    @cached_property
    def written(self):
        """The compiled query with its SQL; its one value is the key."""
        queryset = self.queryset_of(UUID(int=0))
        compiler = queryset.query.get_compiler(router.db_for_read(queryset.model))
        sql, values = compiler.as_sql()
        if len(values) != 1:
            raise ValueError(f"a kept query asks with one value, not with {len(values)}")
        return compiler, sql

    def __call__(self, key):
        """The records for this key, with what the queryset takes along."""
        compiler, sql = self.written
        connection = connections[compiler.using]
        with connection.cursor() as cursor:
            cursor.execute(sql, [key if connection.features.has_native_uuid_field else key.hex])
            found = cursor.fetchall()
        kind, columns = compiler.klass_info, compiler.select
        names = [columns[place][0].target.attname for place in kind["select_fields"]]
        along = get_related_populators(kind, columns, compiler.using)
        records = []
        for row in compiler.results_iter([found]):
            records.append(kind["model"].from_db(compiler.using, names, row[: len(names)]))
            for one in along:
                one.populate(row, records[-1])
        return records
