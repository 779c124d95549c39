"""Who asks for help with debts is spoken to within four weeks: where that term begins, goes along and ends."""

import uuid
from datetime import date, timedelta

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from signalering.cases import deadlines
from signalering.cases.actions import casework, reporting, triage
from signalering.cases.debt_help import is_asked
from signalering.cases.due_days import due_on
from signalering.cases.models import Case, Deadline, Signal
from signalering.cases.working_days import atw_extend
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.cases.test_terms_count import VECTORS, of
from tests.moved_time import Clock

pytestmark = pytest.mark.django_db
ANSWERS = ["yes_wants_help", "yes_no_help", "not_discussed", "not_safe", ""]
DAY = timedelta(days=1)
MONDAY = date(2026, 12, 7)
LABEL = "Vroegsignaal of hulpvraag bij schulden: eerste gesprek"


@pytest.fixture
def worker():
    return people.wot_worker()


@pytest.fixture
def debt(clock, worker):
    """A signal of a Monday whose resident wants help with money."""
    writer = people.home_care()
    clock.at(MONDAY, "10:00")
    return cases.signal(by=writer)


def term(record):
    return deadlines.of_slug("DL1", record)


def terms(*records):
    """Every such term of these records: where, the last day, and how it ended."""
    rows = Deadline.objects.filter(rule__slug="DL1", about_id__in=[record.pk for record in records]).order_by("id")
    return list(rows.values_list("about", "due_on", "ended_by"))


def talk(case, *, reached=True, channel="phone"):
    with cases.reading(by=case.director, purpose="debt"):
        casework.record_attempt(
            case,
            by=case.director,
            form_key=uuid.uuid4(),
            channel=channel,
            reached=reached,
            at=timezone.now(),
            day_part="morning",
        )


def close(case, outcome, **more):
    with cases.reading(by=case.director, purpose="debt"):
        casework.close_case(case, by=case.director, outcome=outcome, **more)


def reopen(case, reason):
    with cases.reading(by=case.director, purpose="debt"):
        casework.reopen_case(case, by=case.director, reason=reason)


def join(signal, case):
    with cases.reading(by=case.director, purpose="debt"):
        triage.join_case(signal, by=case.director, case=case, reason="same_person")


# --- where it begins


@pytest.mark.parametrize(("received", "three", "five", "weeks"), VECTORS)
def test_it_ends_four_weeks_after_receipt_as_the_domain_counts(clock, received, three, five, weeks):
    writer = people.home_care()
    clock.at(of(received), "10:00")
    signal = cases.signal(by=writer)
    assert (term(signal).started_on, term(signal).due_on) == (of(received), of(weeks))
    assert signal.next_due == deadlines.next_due(signal) <= of(weeks)


def test_only_who_wants_help_with_money_asks_for_it():
    asked = [(theme, answer) for theme in Signal.Theme.values for answer in ANSWERS if is_asked(theme, answer)]
    assert asked == [("money_or_rent", "yes_wants_help")]


@pytest.mark.parametrize(
    "told", [{"theme": "loneliness", "chips": ""}, {"consent_answer": "not_discussed", "name": ""}]
)
def test_another_signal_begins_no_such_term(told):
    assert term(cases.signal(**told)) is None


def test_a_signal_from_a_phone_begins_it_too():
    told = {"theme": "money_or_rent", "consent_answer": "yes_wants_help", "chips": ["rent_unpaid"]}
    assert term(cases.arrival(**told)).runs
    assert term(cases.arrival()) is None


def test_a_rule_that_is_off_begins_nothing():
    deadlines.rules("DL1")["DL1"].change(by=people.BY, reason="own_choice", active=False)
    assert term(cases.signal()) is None


def test_mended_words_leave_it_as_it_was(debt, reading):
    before = terms(debt)
    with reading(debt.writer):
        reporting.correct(
            debt, by=debt.writer, form_key=uuid.uuid4(), version=debt.version, observation="Drie brieven."
        )
    assert terms(debt) == before


# --- how it goes along


def test_it_goes_along_to_the_case_with_the_same_days(clock, debt, worker, as_person):
    due = term(debt).due_on
    clock.at(MONDAY + 3 * DAY, "10:00")
    case = cases.case(by=worker, about=debt)
    assert terms(debt, case) == [("signal", due, "went_along"), ("case", due, "")]
    assert term(case).started_on == MONDAY
    assert LABEL in as_person(worker).get(f"/casussen/{case.shown_code}/").content.decode()


def test_a_second_request_joins_the_term_that_runs(clock, debt, worker):
    case = cases.case(by=worker, about=debt)
    clock.at(MONDAY + 9 * DAY, "10:00")
    join(cases.signal(by=debt.writer), case)
    assert [row for row in terms(case) if row[0] == "case"] == [("case", due_on(term(case).rule, MONDAY), "")]


def test_an_earlier_request_that_joins_later_brings_its_earlier_day(clock, debt, worker):
    clock.at(MONDAY + 9 * DAY, "10:00")
    case = cases.case(by=worker, about=cases.signal(by=debt.writer))
    join(debt, case)
    assert terms(case) == [("case", due_on(term(case).rule, MONDAY), "")]


def test_a_request_after_the_conversation_is_another_one(clock, debt, worker):
    case = cases.case(by=worker, about=debt)
    talk(case)
    clock.at(MONDAY + 9 * DAY, "10:00")
    join(cases.signal(by=debt.writer), case)
    assert [ended for _about, _due, ended in terms(case)] == ["met", ""]
    talk(case)
    assert [ended for _about, _due, ended in terms(case)] == ["met", "met"]


@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.integers(0, 40), min_size=1, max_size=4), st.randoms())
def test_however_requests_join_one_term_runs_to_the_first_day(after, chance):
    with pytest.MonkeyPatch.context() as patch:
        writer, worker, clock = people.home_care(), people.wot_worker(), Clock(patch)
        signals = []
        for days in sorted(after):
            clock.at(MONDAY + days * DAY, "10:00")
            signals.append(cases.signal(by=writer))
        chance.shuffle(signals)
        first, *others = signals
        case = cases.case(by=worker, about=first)
        for signal in others:
            join(signal, case)
        earliest = atw_extend(MONDAY + min(after) * DAY + timedelta(weeks=4))
        assert terms(case) == [("case", earliest, "")]
        assert not any(term(signal).runs for signal in signals)


# --- how it ends


def test_a_conversation_ends_it_and_an_attempt_does_not(debt, worker):
    case = cases.case(by=worker, about=debt)
    talk(case, reached=False)
    talk(case, channel="administrative", reached=False)
    assert term(case).runs
    talk(case)
    assert term(case).ended_by == "met"


@pytest.mark.parametrize(
    ("outcome", "ended"),
    [("no_help_wanted", "no_help_wanted"), ("no_contact", "no_contact"), ("advice", "closed")],
)
def test_closing_ends_it_for_what_was_recorded(debt, worker, outcome, ended):
    case = cases.case(by=worker, about=debt)
    talk(case, reached=False)
    close(case, outcome, few="not_safe")
    assert term(case).ended_by == ended


@pytest.mark.parametrize("outcome", ["no_help_wanted", "no_contact", "advice"])
def test_a_case_closed_by_mistake_goes_on_with_the_same_day(debt, worker, outcome):
    case, before = cases.case(by=worker, about=debt), term(debt)
    talk(case, reached=False)
    close(case, outcome, few="not_safe")
    reopen(case, "closed_by_mistake")
    assert (term(case).runs, term(case).due_on) == (True, before.due_on)
    assert Case.objects.get(pk=case.pk).next_due == deadlines.next_due(case)


def test_a_refusal_that_was_no_mistake_stays_one(clock, debt, worker):
    case = cases.case(by=worker, about=debt)
    close(case, "no_help_wanted")
    clock.at(MONDAY + 60 * DAY, "10:00")
    reopen(case, "relapse")
    assert (term(case).ended_by, term(case).is_late) == ("no_help_wanted", False)
    close(case, "advice", late="our_mistake")
    reopen(case, "closed_by_mistake")
    assert term(case).ended_by == "no_help_wanted"


@pytest.mark.parametrize(("reason", "ended"), [("resident_declines", "no_help_wanted"), ("duplicate", "triaged")])
def test_a_decision_on_the_signal_ends_it(debt, worker, reading, reason, ended):
    with reading(worker):
        triage.close_with(debt, by=worker, reason=reason)
    assert term(debt).ended_by == ended


def test_who_takes_a_signal_back_ends_it(debt, reading):
    with reading(debt.writer):
        reporting.withdraw(debt, by=debt.writer)
    assert term(debt).ended_by == "withdrawn"


def test_it_is_told_before_on_and_after_its_day(debt, worker):
    case = cases.case(by=worker, about=debt)
    ladder = term(case).rule.ladder
    assert set(ladder) == {"before", "on", "after"}
    assert timezone.localdate(term(case).step_at) < term(case).due_on
