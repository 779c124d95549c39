"""What is due is done once: by one worker of many, and by the next when that one dies."""

import threading
import time
import uuid
from datetime import timedelta

import pytest
from django.db import OperationalError, connection
from django.utils import timezone

from signalering.cases.models import Notice
from signalering.clock.kinds import Kind, TryLater, clear
from signalering.clock.models import ROUND, Lease
from tests.clock.factories import (
    die,
    due,
    killed,
    kind,
    leases,
    lines_of,
    notice,
    notices,
    record,
    time_passes,
    writing,
)
from tests.two_processes import race

pytestmark = pytest.mark.django_db(transaction=True)


def test_what_is_due_is_done_and_leaves_no_lease(django_assert_num_queries):
    rows = notices(3)
    assert kind().sweep() == 3
    assert not due().exists()
    assert not leases().exists()
    assert Lease.objects.get(row=ROUND).done_at is not None
    assert Notice.objects.get(pk=rows[0].pk).version == 2
    with django_assert_num_queries(1):  # an idle worker asks once and writes nothing
        assert kind().sweep() == 0


def test_a_worker_that_is_killed_loses_its_row_to_the_next(tmp_path):
    notice()
    file = tmp_path / "sent"

    def deed(ready):
        kind(send=writing(file, lambda row: (ready(), threading.Event().wait()))).sweep()

    killed(deed)
    assert len(lines_of(file)) == 1
    again = kind(send=writing(file))
    assert again.sweep() == 0, "the dead still hold it"
    assert leases().get().tries == 1
    time_passes()
    assert again.sweep() == 1
    assert len(lines_of(file)) == 2, "what left but was not recorded leaves once more"
    assert not due().exists()


def test_a_worker_killed_while_recording_has_recorded_nothing():
    notice()

    def deed(ready):
        kind(do=lambda row: (record(row), die())).sweep()

    killed(deed)
    assert due().exists()
    time_passes()
    assert kind().sweep() == 1
    assert Notice.objects.get().version == 2


def test_two_workers_at_once_do_each_row_once(tmp_path):
    rows, file = notices(12), tmp_path / "sent"

    def deed(barrier):
        barrier.wait(timeout=30)
        return kind(send=writing(file), at_once=5).sweep()

    assert sum(race(deed, deed)) + kind(send=writing(file)).sweep() == 12
    assert sorted(lines_of(file)) == sorted(str(row.pk) for row in rows)
    assert all(row.version == 2 for row in Notice.objects.all())


def test_the_heart_keeps_what_is_held(settings):
    notice()
    settings.CLOCK_HEARTBEAT = timedelta(milliseconds=20)
    before = threading.active_count()

    def send(row):
        first, end = leases().get().until, time.monotonic() + 30
        while leases().get().until == first:
            assert time.monotonic() < end, "it never beat"

    assert kind(send=send).sweep() == 1
    assert threading.active_count() == before


def test_who_lost_its_lease_records_nothing(caplog):
    notice()
    other = uuid.uuid4()
    taken_over = kind(send=lambda row: leases().update(holder=other))
    assert taken_over.sweep() == 0
    assert due().exists()
    assert leases().get().holder == other
    assert "another worker took it over" in caplog.text


def test_a_row_that_is_done_meanwhile_is_not_done_again():
    row, asked, sent = notice(), [], []

    def waiting():
        """It waits when this worker reads it; before this one takes it, another is ready with it."""
        asked.append(1)
        if len(asked) == 1:
            return Notice.objects.filter(pk=row.pk)
        if len(asked) == 2:
            record(row)
        return due()

    assert Kind("try_out", waiting, record, send=sent.append).sweep() == 0
    assert (len(asked), sent) == (2, [])
    assert not leases().exists()


def test_a_row_that_cannot_be_done_stops_after_three_tries_and_holds_up_none(caplog):
    bad, *good = notices(3)

    def fail(row):
        if row.pk == bad.pk:
            raise ValueError("Mw. A. <mens@example.org>")
        record(row)

    failing = kind(do=fail)
    assert failing.sweep() == 2
    assert failing.sweep() == 0, "not before its pause is over"
    for tries in (2, 3):
        time_passes()
        assert failing.sweep() == 0
        assert leases().get().tries == tries
    lease = leases().get()
    assert (lease.row, lease.error, lease.holder) == (bad.pk, "ValueError", None)
    assert lease.stopped_at is not None
    time_passes()
    assert failing.sweep() == 0
    assert leases().get().tries == 3
    assert [row.pk for row in due()] == [bad.pk]
    assert f"try_out {bad.pk}: stopped after 3 tries" in caplog.text
    assert "Mw." not in caplog.text
    assert all(row.pk != bad.pk for row in good)


def test_what_is_put_off_is_put_off_for_ever_and_never_stopped():
    notice()

    def later(row):
        raise TryLater(timedelta(hours=6))

    for _ in range(20):
        assert kind(send=later).sweep() == 0
        lease = leases().get()
        assert (lease.tries, lease.stopped_at, lease.holder) == (0, None, None)
        assert lease.not_before > timezone.now() + timedelta(hours=5)
        time_passes()
    assert kind().sweep() == 1


def test_a_database_that_is_away_is_no_fault_of_the_row():
    notice()

    def away(row):
        raise OperationalError("weg")

    for _ in range(4):
        with pytest.raises(OperationalError):
            kind(do=away).sweep()
        time_passes()
    assert leases().get().stopped_at is None
    assert kind().sweep() == 1


def test_asked_to_stop_a_worker_lets_go_of_what_it_did_not_begin():
    notices(3)
    asked = []
    assert kind(send=asked.append).sweep(lambda: bool(asked)) == 1
    assert kind().sweep() == 2, "at once: nobody holds them"


def test_a_long_queue_is_done_in_one_sweep():
    notices(7)
    assert kind(at_once=3).sweep() == 7


def test_notes_on_rows_that_are_due_no_more_are_forgotten():
    gone, put_off = notices(2)
    Lease(kind="try_out", row=gone.pk).save()
    Lease(kind="try_out", row=put_off.pk).save()
    Lease(kind="try_out", row=ROUND).save()
    record(gone)
    assert clear([kind()]) == 1
    assert [lease.row for lease in leases()] == [put_off.pk]
    assert Lease.objects.filter(row=ROUND).exists()


def test_one_row_has_one_lease():
    assert connection.features.supports_ignore_conflicts
    key = uuid.uuid4()
    for _ in range(2):
        Lease.objects.bulk_create([Lease(kind="try_out", row=key)], ignore_conflicts=True)
    assert Lease.objects.count() == 1
