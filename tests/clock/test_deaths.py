"""A process can die of its row or of anything else: only the row that ended a process of its own is given up."""

import os
import threading
import time
from datetime import timedelta

import pytest
from django.db import OperationalError

from signalering.clock.models import Lease
from tests.clock.factories import die, due, killed, kind, leases, lines_of, notice, notices, time_passes, writing

pytestmark = pytest.mark.django_db(transaction=True)


def hang(ready):
    """Be killed from outside."""
    ready()
    threading.Event().wait()


def twice_suspected(row):
    """A row that was begun twice by workers that died."""
    Lease(kind="try_out", row=row.pk, tries=2, error="ProcessDied").save()


def test_a_row_that_ends_its_process_is_tried_three_times_and_its_neighbours_are_not_blamed(tmp_path, caplog):
    first, deadly, last = notices(3)
    file = tmp_path / "sent"
    deathly = kind(send=writing(file, lambda row: die() if row.pk == deadly.pk else None))
    for _ in range(2):
        killed(lambda ready: deathly.sweep())
        time_passes()
    assert deathly.sweep() == 1, "the third time it ends no worker, and the last is done"
    lease = leases().get()
    assert (lease.row, lease.tries, lease.error) == (deadly.pk, 3, "ProcessDied")
    assert lease.stopped_at is not None
    assert [lines_of(file).count(str(row.pk)) for row in (first, deadly, last)] == [1, 3, 1]
    assert [row.pk for row in due()] == [deadly.pk]
    assert f"try_out {deadly.pk}: stopped after 3 tries" in caplog.text
    time_passes()
    assert deathly.sweep() == 0
    assert lines_of(file).count(str(deadly.pk)) == 3


def test_a_row_whose_worker_is_killed_from_outside_is_never_given_up_for_that(tmp_path):
    row, file = notice(), tmp_path / "sent"
    for deaths in range(1, 8):
        killed(lambda ready: kind(send=writing(file, lambda row: hang(ready))).sweep())
        assert len(lines_of(file)) == deaths
        time_passes()
        assert leases().get().stopped_at is None
    assert kind(send=writing(file)).sweep() == 1
    assert lines_of(file) == [str(row.pk)] * 8
    assert not due().exists()
    assert not leases().exists()


def test_a_row_that_always_takes_its_worker_along_stops_in_the_end(settings, caplog):
    row = notice()
    settings.CLOCK_DEATHS = 4
    Lease(kind="try_out", row=row.pk, tries=4, error="ProcessDied").save()
    assert kind().sweep() == 0
    assert leases().get().stopped_at is not None
    assert "stopped after 4 tries" in caplog.text


def test_any_end_without_a_word_counts():
    row = notice()
    twice_suspected(row)
    assert kind(send=lambda row: os._exit(1)).sweep() == 0
    assert leases().get().stopped_at is not None


def test_what_hangs_alone_is_ended(settings):
    row = notice()
    twice_suspected(row)
    settings.CLOCK_ALONE = timedelta(seconds=1)
    began = time.monotonic()
    assert kind(send=lambda row: threading.Event().wait()).sweep() == 0
    assert time.monotonic() - began < 30
    assert leases().get().stopped_at is not None


def test_an_error_in_a_process_of_its_own_is_an_error():
    row = notice()
    twice_suspected(row)

    def fail(row):
        raise ValueError

    assert kind(send=fail).sweep() == 0
    lease = leases().get()
    assert (lease.tries, lease.error) == (3, "ValueError")
    assert lease.stopped_at is not None


def test_a_database_that_is_away_is_no_fault_of_a_suspect_either():
    row = notice()
    twice_suspected(row)

    def away(row):
        raise OperationalError("weg")

    assert kind(do=away).sweep() == 0
    assert leases().get().stopped_at is None
    time_passes()
    assert kind().sweep() == 1


def test_errors_that_came_back_make_no_suspect(tmp_path):
    row, mine = notice(), os.getpid()
    Lease(kind="try_out", row=row.pk, tries=2, error="ValueError").save()
    seen = []
    assert kind(send=lambda row: seen.append(os.getpid())).sweep() == 1
    assert seen == [mine], "a process costs something, and an error ends none"
