"""A round is walked by one worker at a time, not sooner than its pause, and is never given up."""

import threading
from datetime import timedelta

import pytest

from config.clockwork import KINDS, ROUNDS, SWEEPERS
from signalering.clock.models import ROUND, Lease
from signalering.clock.rounds import Round
from tests.clock.factories import killed, time_passes
from tests.two_processes import race

pytestmark = pytest.mark.django_db(transaction=True)
HOUR = timedelta(hours=1)


def test_a_round_waits_for_its_next_turn(django_assert_num_queries):
    done = []
    walked = Round("try_out", lambda: done.append(1), HOUR)
    walked.sweep()
    with django_assert_num_queries(1):
        walked.sweep()
    assert len(done) == 1
    time_passes()
    walked.sweep()
    assert len(done) == 2
    assert Lease.objects.get(kind="try_out", row=ROUND).done_at is not None


def test_two_workers_at_once_walk_it_once(tmp_path):
    file = tmp_path / "walked"

    def run():
        with file.open("a") as lines:
            lines.write("x")
        return 1

    def deed(barrier):
        barrier.wait(timeout=30)
        return Round("try_out", run, HOUR).sweep()

    assert sorted(race(deed, deed, deed)) == [0, 0, 1]
    assert file.read_text() == "x"


def test_nobody_walks_along_while_it_is_walked():
    said = []
    walked = Round("try_out", lambda: said.append(walked.sweep()) or 1, HOUR)
    assert walked.sweep() == 1
    assert said == [0]


def test_a_failed_round_is_tried_again_for_ever():
    def fail():
        raise ValueError

    failing = Round("try_out", fail, HOUR)
    for _ in range(5):
        with pytest.raises(ValueError):  # noqa: PT011
            failing.sweep()
        assert failing.sweep() == 0, "not before its pause is over"
        lease = Lease.objects.get()
        assert (lease.error, lease.stopped_at, lease.holder) == ("ValueError", None, None)
        time_passes()
    assert Round("try_out", lambda: 1, HOUR).sweep() == 1
    assert (Lease.objects.get().error, Lease.objects.get().tries) == ("", 0)


def test_the_round_of_a_worker_that_was_killed_is_walked_by_the_next():
    killed(lambda ready: Round("try_out", lambda: (ready(), threading.Event().wait()), HOUR).sweep())
    walked = Round("try_out", lambda: 1, HOUR)
    assert walked.sweep() == 0
    time_passes()
    assert walked.sweep() == 1


def test_every_kind_and_round_has_a_name_of_its_own_and_a_label():
    assert len(SWEEPERS) == len(KINDS) + len(ROUNDS)
    assert all(turn.label for turn in [*KINDS, *ROUNDS])
