"""Kills under a working town: a small run against the product, and planted faults that must be found."""

from collections import Counter

import pytest

from faults import found, town
from faults.load import Sample
from faults.measure import broken, missed, result
from faults.rows import rows
from faults.run import Effort, Phase, run
from faults.setups import Setup
from faults.table import lines
from tests.serving import surroundings

SMALL = Effort(kills=4, people=3, undisturbed=1.5, gap=(0.1, 0.3), web_gap=(0.1, 0.3), seed=3)


def silent(text):
    """Say nothing."""


def ask(do, **details):
    """What the product kept, asked in this process."""
    return getattr(found, do)(**details)


@pytest.mark.django_db(transaction=True)
def test_what_is_due_gets_done_once_whoever_is_killed(tmp_path):
    setup = Setup("embedded", surroundings(tmp_path), tmp_path)
    row = run(setup, town.people(SMALL.people), ask, SMALL, silent)
    assert broken(row) == [], (row["came again"], row)
    assert {name: fault["times"] for name, fault in row["faults"].items()} == {"undisturbed": 0, "worker": 2, "web": 2}
    assert row["end"]["due rows"] >= 4, row
    assert row["end"]["acts acknowledged"] > 10, row
    assert not any(one.runs for one in setup.standing)
    kinds = Counter(found["kind"] for found in rows())
    assert kinds["text"] == kinds["deadline_today"] >= 1, kinds
    assert kinds["alert"] >= kinds["text"], kinds


@pytest.mark.parametrize(("name", "number"), [("embedded", 1), ("redis", 2)])
def test_with_a_broker_two_workers_stand_side_by_side_from_the_start(tmp_path, name, number):
    setup = Setup(name, {}, tmp_path)
    assert [one.name for one in setup.workers] == ["worker", "beside"][:number]
    assert set(setup.workers) <= set(setup.standing)


START = 1_000.0
KEPT = {"acts": 3, "waiting": 0, "leases": 0, "wrong": {}}


def figures(*, rows=(), received=(), refused=(), slow=0.1, fault="worker", kills=(20,), **kept):
    """The figures of a run in which something was done, once at second 20: as a rule a worker was killed."""
    moments = [START + second for second in kills]
    calm, kill = Phase("undisturbed", START, START + 10), Phase(fault, START + 10, START + 30, moments)
    samples = [Sample(START + second, slow if second >= 10 else 0.1, "look", 1, True) for second in range(30)]
    rows = [{"key": key, "to": "a", "kind": "done", "made": START + made, "done": done} for key, made, done in rows]
    received = [{"key": key, "at": START + at} for key, at in received]
    return result([calm, kill], samples, {**KEPT, **kept, "rows": rows}, received, list(refused), [])


RIGHT = {"rows": [("a", 15, True), ("b", 18, True)], "received": [("a", 16), ("b", 24)]}


def test_a_run_in_which_all_was_done_once_misses_nothing():
    row = figures(**RIGHT)
    assert missed(row) == []
    assert row["faults"]["worker"]["rows"] == 2
    assert row["faults"]["worker"]["recovery p99"] == 4  # b was due at the kill; a had been received


CAME = [("a", 16), ("b", 19.5)]  # b half a second before the kill


@pytest.mark.parametrize("fault", ["worker", "child"])
def test_what_comes_again_because_its_sender_was_killed_is_counted_apart(fault):
    row = figures(rows=RIGHT["rows"], received=[*CAME, ("b", 31)], fault=fault)
    assert missed(row) == []
    assert (row["faults"][fault]["again"], row["faults"][fault]["unavoidable"]) == (0, 1)
    assert row["end"]["came again under their key"] == row["end"]["of which no sender can avoid"] == 1
    assert "unavoidable" in "\n".join(lines({"embedded": row}))


def test_who_took_over_may_be_killed_before_it_sends():
    twice = figures(rows=RIGHT["rows"], received=[*CAME, ("b", 43)], kills=[20, 31])
    assert missed(twice) == []
    assert missed(figures(rows=RIGHT["rows"], received=[*CAME, ("b", 43)], kills=[20])) == ["worker: 1 again"]
    never_behind = figures(rows=RIGHT["rows"], received=[*CAME, ("b", 31), ("b", 43)], kills=[20, 40])
    assert missed(never_behind) == ["worker: 1 again"], "the second kill came nine seconds after the second coming"


@pytest.mark.parametrize(
    ("received", "number"),
    [
        ([*CAME, ("b", 31), ("b", 32)], 1),  # one a kill
        ([*CAME, ("b", 31), ("a", 31)], 1),
        ([*CAME, ("b", 41)], 1),  # long after it
        ([*CAME, ("b", 19.9)], 1),  # before it
        ([("a", 16), ("b", 24), ("b", 25)], 1),  # came after it
        ([("a", 16), ("b", 19.5), ("a", 21)], 1),  # came long before it
        ([*CAME, *CAME, *CAME, *CAME, *CAME], 8),
    ],
)
def test_what_no_kill_explains_may_not_come_again(received, number):
    row = figures(rows=RIGHT["rows"], received=received)
    assert missed(row) == [f"worker: {number} again"], received
    assert len(row["came again"]) == number


@pytest.mark.parametrize("fault", ["web", "refuses", "hangs", "flushed"])
def test_where_no_sender_is_killed_nothing_may_come_again(fault):
    row = figures(rows=RIGHT["rows"], received=[*CAME, ("b", 31)], fault=fault)
    assert missed(row) == [f"{fault}: 1 again"]


def test_undisturbed_nothing_may_come_again():
    row = figures(rows=[*RIGHT["rows"], ("c", 2, True)], received=[*CAME, ("c", 3), ("c", 4)])
    assert missed(row) == ["undisturbed: 1 again"]


def test_after_the_last_stretch_nothing_may_come_again():
    row = figures(rows=RIGHT["rows"], received=[("a", 16), ("b", 31), ("b", 32)])
    assert missed(row) == ["between and after the stretches: 1 again"]


def test_every_mail_five_times_is_found_whatever_was_killed():
    row = figures(rows=RIGHT["rows"], received=[one for one in RIGHT["received"] for _ in range(5)])
    assert "8 again" in "; ".join(missed(row))


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"received": [("a", 16)]}, "due rows lost: 1"),
        ({"rows": [("a", 15, True), ("b", 18, False)]}, "worker: 1 lost"),
        ({"received": [*RIGHT["received"], ("c", 25)]}, "worker: 1 twice"),
        ({"received": [("a", 16), ("b", 51)]}, "recovery p99 31.0 s"),
        ({"slow": 0.13}, "web p95 1.30 times"),
        ({"refused": ["ask POST: 500"]}, "requests not answered well: 1"),
        ({"wrong": {"ask: 2 additions": 1}}, "acts not there exactly once: 1"),
        ({"waiting": 1}, "due rows waiting: 1"),
        ({"leases": 1}, "leases left: 1"),
    ],
)
def test_a_planted_fault_is_found(change, word):
    details = {**RIGHT, **change}
    row = figures(**details)
    assert word in "; ".join(missed(row)), missed(row)


def test_a_fault_that_never_happened_proves_nothing():
    row = figures(**RIGHT)
    row["faults"]["worker"]["times"] = 0
    assert broken(row) == ["worker: it was never done"]
