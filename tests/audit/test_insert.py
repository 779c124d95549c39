"""Rows that are added without a model instance each are the rows that saving would have made."""

import uuid

import pytest
from django.db import DataError, connection, transaction

from signalering.audit.insert import insert, values_of
from signalering.audit.models import Event, Look
from signalering.audit.reading import Reader
from tests.accounts import factories as people

pytestmark = pytest.mark.django_db


def looks_of(number):
    """The columns of so many looks, every other one with nothing known of it."""
    reader = Reader(people.wot_worker(), purpose="debt", page="inbox")
    rows = []
    for place in range(number):
        key = uuid.uuid4()
        told = {"label": "signal", "record_id": key, "root_id": key, "kind": "listed", "fields": ["name"] * place}
        known = {"grant_id": key, "subjects": ["0a", 'é"{,}\\'], "origin_kind": "routing"} if place % 2 else {}
        rows.append(values_of(Look(actor_kind="person", actor=reader.by, page="inbox", **told, **known)))
    return rows


@pytest.mark.parametrize("number", [1, 2, 40])
def test_rows_come_back_as_they_were_given_and_the_database_says_when(number, django_assert_num_queries):
    rows = looks_of(number)
    with django_assert_num_queries(1):
        insert(Look, rows)
    kept = {look.pk: look for look in Look.objects.all()}
    assert len(kept) == number
    for row in rows:
        assert values_of(kept[row["id"]]) == row
        assert kept[row["id"]].at is not None


def test_nothing_to_add_asks_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        insert(Event, [])


@pytest.mark.parametrize("number", [1, 2])
def test_what_is_too_long_is_never_cut_off(number):
    rows = [{**row, "page": "p" * 61} for row in looks_of(number)]
    if connection.vendor == "postgresql":
        with pytest.raises(DataError), transaction.atomic():
            insert(Look, rows)
    else:  # SQLite knows no lengths
        insert(Look, rows)
        assert set(Look.objects.values_list("page", flat=True)) == {"p" * 61}
