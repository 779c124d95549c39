"""The databases of a test run: the real migrations make them once, and every worker gets a copy."""

import fcntl
import os
from contextlib import contextmanager

from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.test.utils import setup_databases, teardown_databases

RUN = os.environ.get("PYTEST_XDIST_TESTRUNUID", "")
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "")
WORKERS = [f"gw{number}" for number in range(int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "0")))]


def make():
    """Both databases of this process, migrated and with the reference data; what `drop` needs to know."""
    before = [(connection, connection.settings_dict["NAME"], True) for connection in connections.all()]
    if WORKER in WORKERS:
        with _one_at_a_time() as first:
            if first:
                _make_for_all(before)
        _work_in_copy()
    else:
        _migrate()
    return before


def drop(before):
    """Removes the databases of this process."""
    teardown_databases(before, verbosity=0)


@contextmanager
def _one_at_a_time():
    """Keeps the other workers of this run waiting; tells the first of them that it is."""
    with open(settings.HOME / f"databases-{RUN}", "a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield lock.seek(0, os.SEEK_END) == 0
        lock.write(f"{WORKER}\n")


def _make_for_all(before):
    _migrate()
    for connection in connections.all():
        connection.close()  # SQLite brings everything into the file, PostgreSQL copies nothing that is in use
        for worker in WORKERS:
            connection.creation.clone_test_db(worker, verbosity=0)
    drop(before)


def _migrate():
    setup_databases(verbosity=0, interactive=False, serialized_aliases=[])
    call_command("load_reference", verbosity=0)


def _work_in_copy():
    for connection in connections.all():
        creation, names = connection.creation, connection.settings_dict
        names["NAME"] = creation._get_test_db_name()
        names["NAME"] = creation.get_test_db_clone_settings(WORKER)["NAME"]
