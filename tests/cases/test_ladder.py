"""Who hears that a deadline is near, today or over: whom the rule names, and once a step, also with two sweepers."""

from collections import Counter
from datetime import date, timedelta

import pytest
from django.utils import timezone

from signalering.accounts.actions import close_account
from signalering.accounts.models import Team
from signalering.audit.actors import system
from signalering.audit.reading import reading
from signalering.cases import deadlines, ladder
from signalering.cases.actions import triage
from signalering.cases.actions.reading import first_reading
from signalering.cases.models import Deadline, DeadlineRule, Notice
from signalering.cases.notices import mail
from signalering.cases.working_days import add_working_days, is_working, sub_working_days
from signalering.closed_lists import read
from signalering.referrals.actions import answering
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.cases.moving import move_to
from tests.referrals import factories as referrals
from tests.two_processes import race

MONDAY = date(2026, 11, 16)
DAY = timedelta(days=1)


@pytest.fixture
def at(monkeypatch):
    """Move the clock to a day."""
    move_to(monkeypatch, MONDAY)
    return lambda day: move_to(monkeypatch, day)


def plain(**details):
    """A case about which nothing is asked within a term of its own."""
    return cases.case(about=cases.signal(theme="loneliness", chips=""), **details)


def told(about, *kinds):
    """Who was told what about a record."""
    rows = Notice.objects.filter(about_id=about.pk, kind__startswith="deadline").select_related("to").order_by("id")
    return [(notice.kind, notice.to.name) for notice in rows if not kinds or notice.kind in kinds]


@pytest.mark.django_db
def test_the_default_ladder_of_a_case(at):
    director, lead = people.wot_worker(), people.coordinator()
    colleague = people.wot_worker()
    case = plain(by=director)
    due = deadlines.of_slug("DL7", case).due_on
    assert ladder.sweep_ladder() == 0
    at(sub_working_days(due, 1))
    ladder.sweep_ladder()
    assert sorted(told(case)) == sorted([("deadline_near", director.name), ("deadline_near", lead.name)])
    at(due)
    ladder.sweep_ladder()
    assert told(case, "deadline_today") == [("deadline_today", lead.name)]
    for later in range(1, 8):
        at(due + later * DAY)
        ladder.sweep_ladder()
        ladder.sweep_ladder()
    days = sum(is_working(due + later * DAY) for later in range(1, 8))
    over = Counter(told(case, "deadline_over"))
    assert over == {("deadline_over", director.name): days, ("deadline_over", lead.name): days}
    assert colleague.name not in {name for _, name in told(case)}, "a colleague may not open the case"


@pytest.mark.django_db
def test_of_a_team_without_a_coordinator_who_may_open_it_hears_it(at):
    director, _colleague = people.wot_worker(), people.wot_worker()
    case = cases.case(by=director)
    at(deadlines.of_slug("DL7", case).due_on)
    ladder.sweep_ladder()
    assert [name for kind, name in told(case)] == [director.name]


@pytest.mark.django_db
def test_what_was_missed_is_not_told_afterwards(at):
    director, lead = people.wot_worker(), people.coordinator()
    case = plain(by=director)
    at(add_working_days(deadlines.of_slug("DL7", case).due_on, 3))
    ladder.sweep_ladder()
    ladder.sweep_ladder()
    assert sorted(told(case)) == sorted([("deadline_over", director.name), ("deadline_over", lead.name)])


@pytest.mark.django_db
def test_what_happened_in_time_is_never_told(at):
    case = plain()
    due = deadlines.of_slug("DL7", case).due_on
    deadlines.meet(case, "DL7", "DL16", by=case.director)
    for later in range(-3, 5):
        at(due + later * DAY)
        ladder.sweep_ladder()
    assert told(case) == []
    assert not ladder.waiting().exists() or {row.about for row in ladder.waiting()} == {"signal"}


@pytest.mark.django_db
def test_the_team_hears_once_that_a_reporter_waits_too_long(at):
    worker, signal = people.wot_worker(), cases.signal()
    with reading(by=worker, purpose="debt"):
        first_reading(signal, by=worker)
    due = deadlines.of_slug("DL13", signal).due_on
    for later in range(1, 6):
        at(due + later * DAY)
        ladder.sweep_ladder()
    assert told(signal, "deadline_over") == [("deadline_over", worker.name)]
    clock = deadlines.of_slug("DL13", signal)
    assert clock.runs
    assert clock.step_at is None
    assert clock.warned_at is not None


@pytest.mark.django_db
def test_what_must_be_read_today_is_told_to_the_lead_at_once(at):
    lead, signal = people.coordinator(), cases.signal(urgency="today")
    ladder.sweep_ladder()
    assert told(signal) == [("deadline_today", lead.name)]


@pytest.mark.django_db
def test_who_referred_and_who_accepted_hear_that_help_has_not_begun(at):
    acceptor = people.partner()
    referral = referrals.accepted(by=acceptor)
    director = referral.case.director
    at(sub_working_days(deadlines.of_slug("DL11", referral).due_on, 1))
    ladder.sweep_ladder()
    assert sorted(told(referral)) == sorted([("deadline_near", acceptor.name), ("deadline_near", director.name)])
    with reading(by=acceptor, purpose="debt"):
        answering.start(referral, by=acceptor)
    at(deadlines.of_slug("DL11", referral).due_on)
    ladder.sweep_ladder()
    assert told(referral, "deadline_today") == []


@pytest.mark.django_db
def test_who_left_hears_nothing_and_the_lead_does(at):
    director, lead = people.wot_worker(), people.coordinator()
    case = cases.case(by=director)
    close_account(director, by=people.BY)
    at(sub_working_days(deadlines.of_slug("DL7", case).due_on, 1))
    ladder.sweep_ladder()
    assert told(case) == [("deadline_near", lead.name)]


@pytest.mark.django_db
def test_the_desk_it_was_given_to_hears_it(at):
    people.wot_worker()
    other, signal = people.wot_worker("WOT Zuid"), cases.signal()
    worker = people.wot_worker()
    with reading(by=worker, purpose="debt"):
        triage.reroute(signal, by=worker, team=Team.objects.get(name="WOT Zuid"), reason="capacity")
    at(add_working_days(deadlines.of_slug("DL13", signal).due_on, 1))
    ladder.sweep_ladder()
    assert {name for _, name in told(signal)} == {other.name}


@pytest.mark.django_db
def test_a_step_without_anybody_to_tell_does_not_hold_up_the_next(at):
    rule = DeadlineRule.objects.get(slug="DL7")
    rule.change(by=system("set_up"), reason="own_choice", ladder={"on": {"tell": []}, "after": {"tell": ["handler"]}})
    case = cases.case()
    due = deadlines.of_slug("DL7", case).due_on
    at(due)
    ladder.sweep_ladder()
    assert told(case) == []
    at(add_working_days(due, 1))
    ladder.sweep_ladder()
    assert told(case) == [("deadline_over", case.director.name)]


@pytest.mark.django_db
def test_these_notices_wait_for_the_morning_and_name_nobody(at):
    kinds = {item["slug"]: item for item in read("cases", "lists")["notice"]["items"]}
    assert all(kinds[kind]["digest"] for kind in ladder.KINDS.values())
    case = cases.case()
    at(sub_working_days(deadlines.of_slug("DL7", case).due_on, 1))
    ladder.sweep_ladder()
    letter = mail(Notice.objects.get(about_id=case.pk, kind="deadline_near"))
    assert "Mw. A." not in letter.subject + letter.body
    assert case.shown_code in letter.body


@pytest.mark.django_db(transaction=True)
def test_two_sweepers_at_once_tell_it_once():
    people.coordinator()
    signal = cases.signal()
    people.wot_worker()
    clock = deadlines.of_slug("DL13", signal)
    past = sub_working_days(timezone.localdate(), 3)
    clock.change(by=system("ladder"), reason="ladder", due_on=past, step_at=clock.created_at)

    def sweep(barrier):
        waiting = Deadline.objects.get(pk=clock.pk)
        barrier.wait(timeout=30)
        return ladder.do(waiting)

    answers = race(sweep, sweep, sweep)
    assert sorted(answers) == [False, False, True]
    assert all(number == 1 for number in Counter(told(signal)).values())
    assert Notice.objects.filter(kind="deadline_over").exists()
