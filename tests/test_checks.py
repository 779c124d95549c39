"""The deploy check refuses a database that may lose what somebody was told is saved."""

from contextlib import contextmanager

import pytest
from django.core.checks import registry
from django.db import OperationalError, connection
from django.db.utils import ConnectionHandler

from config import checks
from config.settings.base import SQLITE

pytestmark = pytest.mark.django_db


@contextmanager
def sqlite(path, **options):
    """A SQLite database with the project's own options, or with others."""
    handler = ConnectionHandler({"default": {**SQLITE, "NAME": path, "OPTIONS": {**SQLITE["OPTIONS"], **options}}})
    try:
        yield handler["default"]
    finally:
        handler["default"].close()


class Postgres:
    """A PostgreSQL server that answers one question."""

    vendor, alias = "postgresql", "default"

    def __init__(self, answer):
        self.answer = answer

    @contextmanager
    def cursor(self):
        if isinstance(self.answer, Exception):
            raise self.answer
        yield self

    def execute(self, sql):
        assert sql == checks.FORGETFUL

    def fetchone(self):
        return (self.answer,)


def found(database):
    return [problem.id for problem in checks.problems_of(database)]


def test_the_embedded_set_up_keeps_what_it_saved(tmp_path):
    with sqlite(tmp_path / "a.sqlite3") as database:
        assert found(database) == []


@pytest.mark.parametrize(
    ("options", "problems"),
    [
        ({"init_command": "PRAGMA journal_mode=DELETE; PRAGMA synchronous=FULL;"}, ["signalering.E004"]),
        ({"init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"}, ["signalering.E004"]),
        ({"transaction_mode": "DEFERRED"}, ["signalering.E003"]),
    ],
)
def test_a_weaker_embedded_set_up_is_refused(tmp_path, options, problems):
    with sqlite(tmp_path / "a.sqlite3", **options) as database:
        assert found(database) == problems


def test_a_server_that_answers_before_it_kept_is_refused():
    assert found(Postgres(True)) == ["signalering.E002"]
    assert found(Postgres(False)) == []


def test_a_database_that_does_not_answer_is_told_by_other_means():
    assert found(Postgres(OperationalError("gone"))) == []


def test_the_database_of_the_tests_is_judged_as_it_is():
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            expected = ["signalering.E004"]
        else:
            named = []
            for name in ("synchronous_commit", "fsync"):
                cursor.execute(f"SHOW {name}")
                named.append(cursor.fetchone()[0])
            expected = ["signalering.E002"] if "off" in named else []
    assert found(connection) == expected


def test_it_is_part_of_the_deploy_check_only():
    assert checks.what_was_saved_stays in registry.registry.deployment_checks
    assert checks.what_was_saved_stays not in registry.registry.registered_checks
