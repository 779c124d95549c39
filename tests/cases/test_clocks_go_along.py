"""A clock goes along with its record: to another team, and through an end that was no end."""

import uuid

import pytest

from signalering.accounts.models import Team
from signalering.cases import deadlines
from signalering.cases.actions import casework, triage
from signalering.cases.actions.reading import first_reading
from signalering.cases.models import Case, Deadline
from tests.accounts import factories as people
from tests.cases import factories as cases

pytestmark = pytest.mark.django_db


def clocks(record):
    """The clocks of a record: which, the last day, whether it runs, and whose it is."""
    rows = Deadline.objects.filter(about_id=record.pk).select_related("rule", "team").order_by("rule__slug")
    return [(row.rule.slug, row.due_on, row.ended_at is None, row.team.name) for row in rows]


def test_the_clocks_of_a_signal_go_to_the_team_it_is_given_to(reading):
    signal, worker = cases.signal(), people.wot_worker()
    before = clocks(signal)
    triage.reroute(signal, by=worker, team=Team.objects.get(name="WOT Zuid"), reason="capacity")
    assert clocks(signal) == [(slug, due, running, "WOT Zuid") for slug, due, running, _ in before]
    assert {running for *_, running, _ in before} == {True}


def test_a_clock_that_has_ended_stays_with_the_team_that_ended_it():
    signal, worker = cases.signal(), people.wot_worker()
    first_reading(signal, by=worker)
    triage.reroute(signal, by=worker, team=Team.objects.get(name="WOT Zuid"), reason="capacity")
    assert [(slug, team) for slug, _, _, team in clocks(signal)] == [
        ("DL1", "WOT Zuid"),
        ("DL13", "WOT Zuid"),
        ("DL23", "WOT Oost"),
    ]


def test_a_reopened_case_runs_on_to_the_day_it_had(reading):
    case = cases.case(threat_kind="eviction")
    director, before = case.director, clocks(case)
    assert [(slug, running) for slug, _, running, _ in before] == [
        (slug, True) for slug in ("DL1", "DL16", "DL2", "DL7")
    ]
    with reading(director):
        casework.close_case(case, by=director, outcome="advice", unspoken="elsewhere")
        assert {running for _, _, running, _ in clocks(case)} == {False}
        casework.reopen_case(case, by=director, reason="closed_by_mistake")
    assert clocks(case) == before
    assert Case.objects.get().next_due == deadlines.next_due(case) == min(due for _, due, _, _ in before)


def test_what_threatens_goes_along_when_its_rule_was_switched_off_meanwhile(as_person):
    worker, signal = people.wot_worker(), cases.signal()
    cases.alert(by=worker, about=signal)
    due = deadlines.of_slug("DL2", signal).due_on
    rule = deadlines.rules("DL2")["DL2"]
    rule.change(by=people.BY, reason="own_choice", active=False)
    case = cases.case(by=worker, about=signal)
    carried = deadlines.of_slug("DL2", case)
    assert (carried.runs, carried.due_on, case.next_due) == (True, due, due)
    assert rule.label in as_person(worker).get(f"/casussen/{case.shown_code}/").content.decode()


def test_what_had_happened_before_the_end_need_not_happen_again(reading):
    case = cases.case(threat_kind="eviction")
    director = case.director
    attempt = {"channel": "phone", "at": case.created_at, "day_part": "morning", "form_key": uuid.uuid4()}
    with reading(director):
        casework.record_attempt(case, by=director, reached=False, **attempt)
        for _ in range(2):
            casework.close_case(case, by=director, outcome="advice", unspoken="elsewhere")
            casework.reopen_case(case, by=director, reason="relapse")
    runs = {slug: running for slug, _, running, _ in clocks(case)}
    assert runs == {"DL1": True, "DL2": True, "DL7": False, "DL8": True, "DL16": True}
