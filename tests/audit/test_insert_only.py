"""The log and the history can grow and never change: the database refuses, whoever asks."""

import pytest
from django.db import DatabaseError, connection, transaction

from signalering.audit.models import Event, Look
from signalering.cases.models import Signal
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.insert_only import guarded_tables

pytestmark = pytest.mark.django_db


@pytest.fixture
def _traces(reading):
    with reading(people.wot_worker()):
        assert cases.signal().observation


@pytest.mark.usefixtures("_traces")
@pytest.mark.parametrize("sql", ["UPDATE {} SET {} = {}", "DELETE FROM {}"])
@pytest.mark.parametrize("model", [Event, Look, Signal.history.model])
def test_no_update_and_no_delete(model, sql):
    column = model._meta.pk.column
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql.format(model._meta.db_table, column, column))


@pytest.mark.usefixtures("_traces")
def test_the_orm_is_refused_too():
    for attempt in (
        Signal.history.all().delete,
        lambda: Signal.history.update(urgency="today"),
        Look.objects.all().delete,
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            attempt()


def test_every_table_of_history_events_and_looks_is_guarded():
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal")
        else:
            cursor.execute("SELECT tbl_name FROM sqlite_master WHERE type = 'trigger'")
        found = [name for (name,) in cursor.fetchall()]
    for table in guarded_tables():
        assert found.count(table) == 2, table


def test_truncate_is_refused():
    if connection.vendor != "postgresql":
        return  # SQLite has no TRUNCATE; its DELETE is refused above
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("TRUNCATE audit_look")
