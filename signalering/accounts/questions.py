"""What is asked of the grant rows, as plain SQL: to have it built anew for each page cost more than the answer.

This is the one rule: a grant opens while it has not ended by the clock of the database, for its person
when it is for no place or for one they have today, and for who works today at the desk that holds it.
"""

from uuid import UUID

from django.db import connections, router

from signalering.accounts.models import Membership

NOW = {"postgresql": "STATEMENT_TIMESTAMP()", "sqlite": "STRFTIME('%%Y-%%m-%%d %%H:%%M:%%f', 'NOW')"}
IN_FORCE = "(g.ends_at IS NULL OR g.ends_at > {now})"
PERSONS = "g.user_id = %s AND (g.membership_id IS NULL OR g.membership_id IN ({places}))"
DESKS = "g.group_id IN ({desks})"
KEYS = """SELECT * FROM (
    SELECT DISTINCT g.content_object_id AS record FROM {table} g
    WHERE {held} AND g.permission_id = %s{beyond} ORDER BY record {order} LIMIT {size}
) AS part"""
WHETHER = """(SELECT g.id FROM {table} g
    WHERE {held} AND g.permission_id = %s AND g.content_object_id = {record} LIMIT 1) IS NOT NULL"""
REASONS = """SELECT g.content_object_id, g.permission_id, g.id, g.origin_kind, g.origin_id, g.purpose, {holder}
    FROM {table} g WHERE {held} AND g.content_object_id IN ({records})"""


class Questions:
    """What is asked for one person, who has a place today; `tables` are the grants of people and those of desks."""

    def __init__(self, user):
        self.connection = connections[router.db_for_read(Membership)]
        self.user, self.desks = user, user.desks
        self.in_force = IN_FORCE.format(now=NOW[self.connection.vendor])

    def own(self):
        """The condition on what this person holds alone, with its values."""
        places = [membership.pk for membership in self.user.memberships_now]
        return f"{self.in_force} AND {PERSONS.format(places=marks(places))}", [self.user.pk, *places]

    def of(self, desks):
        """The condition on what these desks hold, with its values."""
        return f"{self.in_force} AND {DESKS.format(desks=marks(desks))}", desks

    def keys(self, tables, permission, *, before, after, size):
        """The keys of records with which this may be done: of each holder the newest, or the next after one."""
        sql = {"order": "DESC" if after is None else "ASC", "size": size, "beyond": ""}
        edges = []
        for sign, edge in (("<", before), (">", after)):
            if edge is not None:
                sql["beyond"] += f" AND g.content_object_id {sign} %s"
                edges.append(edge)
        people, teams = map(self.quoted, tables)
        parts, values = [], []
        for table, (held, mine) in ((people, self.own()), *((teams, self.of([desk])) for desk in self.desks)):
            parts.append(KEYS.format(table=table, held=held, **sql))
            values += [*mine, permission, *edges]
        return {key(row[0]) for row in self.answers(parts, values)}

    def reasons(self, wanted):
        """Every grant on some records: (record, permission, grant, origin kind, origin, purpose, desk or None).

        `wanted` are pairs of tables, and the keys of records they are about.
        """
        parts, values = [], []
        for tables, records in wanted:
            people, teams = map(self.quoted, tables)
            held = [(people, "NULL", *self.own())]
            if self.desks:
                held.append((teams, "g.group_id", *self.of(self.desks)))
            for table, holder, condition, mine in held:
                parts.append(REASONS.format(table=table, holder=holder, held=condition, records=marks(records)))
                values += [*mine, *records]
        for record, permission, grant, kind, origin, purpose, desk in self.answers(parts, values):
            yield key(record), permission, key(grant), kind, key(origin), purpose, desk

    def whether(self, tables, permission, record, values):
        """The condition on a row whose key is `record` in SQL with its values: this may be done with it.

        One grant is looked up for each row; an EXISTS would let PostgreSQL read all grants of a desk to show 25 rows.
        First the desk's: in a queue that is the answer, and nothing more is looked up.
        """
        people, teams = map(self.quoted, tables)
        held = ([(teams, *self.of(self.desks))] if self.desks else []) + [(people, *self.own())]
        parts, given = [], []
        for table, condition, mine in held:
            parts.append(WHETHER.format(table=table, held=condition, record=record))
            given += [*mine, permission, *values]
        return f"({' OR '.join(parts)})", self.stored(given)

    def quoted(self, model):
        """The name of a table as a statement has it."""
        return self.connection.ops.quote_name(model._meta.db_table)

    def answers(self, parts, values):
        """The rows of all parts, asked in one statement."""
        if not parts:
            return []
        with self.connection.cursor() as cursor:
            cursor.execute(" UNION ALL ".join(parts), self.stored(values))
            return cursor.fetchall()

    def stored(self, values):
        """Values as this database keeps them."""
        if self.connection.features.has_native_uuid_field:
            return values
        return [value.hex if isinstance(value, UUID) else value for value in values]


def marks(values):
    """The place of each value in a statement."""
    return ", ".join(["%s"] * len(values))


def key(stored):
    """A key as the code knows it; SQLite keeps it as 32 letters."""
    return stored if isinstance(stored, UUID) else UUID(stored)
