"""Kills under a working town: a small run against the product, and planted faults that must be found."""

import pytest

from faults import found, town
from faults.load import Sample
from faults.measure import broken, missed, result
from faults.run import Effort, Phase, run
from faults.setups import Setup
from tests.serving import surroundings

SMALL = Effort(kills=4, people=3, undisturbed=1.5, gap=(0.1, 0.3), seed=3)


def silent(text):
    """Say nothing."""


def ask(do, **details):
    """What the product kept, asked in this process."""
    return getattr(found, do)(**details)


@pytest.mark.django_db(transaction=True)
def test_what_is_due_gets_done_once_whoever_is_killed(tmp_path):
    setup = Setup("embedded", surroundings(tmp_path), tmp_path)
    row = run(setup, town.people(SMALL.people), ask, SMALL, silent)
    assert broken(row) == [], row
    assert {name: fault["times"] for name, fault in row["faults"].items()} == {"undisturbed": 0, "worker": 2, "web": 2}
    assert row["end"]["due rows"] >= 4, row
    assert row["end"]["acts acknowledged"] > 10, row
    assert not any(one.runs for one in (*setup.standing, setup.beside))


START = 1_000.0
KEPT = {"acts": 3, "waiting": 0, "leases": 0, "wrong": {}}


def figures(*, rows=(), received=(), refused=(), slow=0.1, **kept):
    """The figures of a run in which a worker was killed once, at second 20."""
    calm, kill = Phase("undisturbed", START, START + 10), Phase("worker", START + 10, START + 30, [START + 20])
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


def test_a_mail_that_comes_again_under_its_key_is_counted_apart():
    row = figures(rows=RIGHT["rows"], received=[*RIGHT["received"], ("b", 25)])
    assert missed(row) == []
    assert row["faults"]["worker"]["again"] == row["end"]["mails that came again under their key"] == 1


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
