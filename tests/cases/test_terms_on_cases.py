"""The clocks of a case: what starts them, what ends them, and that none is ever set back."""

import uuid
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from signalering.audit.reading import reading
from signalering.cases import deadlines
from signalering.cases.actions import casework, terms, triage
from signalering.cases.models import Case, Note, Signal
from signalering.cases.working_days import add_months, add_working_days, sub_working_days
from signalering.referrals.actions import answering, sending
from signalering.referrals.actions.sending import answer_due
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.cases.counting import statements
from tests.cases.moving import move_to
from tests.cases.moving_time import began
from tests.referrals import factories as referrals

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
MONDAY = date(2026, 11, 16)


@pytest.fixture
def director():
    return people.wot_worker()


@pytest.fixture
def desk(as_person, director):
    return as_person(director)


@pytest.fixture
def case(director, now):
    return began(cases.case(by=director), now(MONDAY))


@pytest.fixture
def now(monkeypatch):
    """It is a Monday morning, until the test moves on."""
    move_to(monkeypatch, MONDAY)
    return lambda day: move_to(monkeypatch, day)


def clock(slug, record):
    return deadlines.of_slug(slug, record)


def at(case, act=""):
    return f"/casussen/{case.shown_code}/{act}"


def text(reply):
    return reply.content.decode()


def threaten(desk, case, kind="eviction", day=None, **more):
    form = {"threat_kind": kind, "threat_date": day.isoformat() if day else "", **more}
    reply = desk.post(at(case, "bedreiging/"), form)
    assert reply.status_code == 302, text(reply)


def attempt(case, *, reached, channel="phone", at=None):
    at = at or timezone.now() - timedelta(hours=1)
    told = {"channel": channel, "reached": reached, "at": at, "day_part": "morning"}
    with reading(by=case.director, purpose="debt"):
        return casework.record_attempt(case, by=case.director, form_key=uuid.uuid4(), **told)


# --- threats


def test_an_eviction_sets_both_clocks_and_counts_down(desk, case):
    eviction = MONDAY + 9 * DAY
    threaten(desk, case, day=eviction)
    assert clock("DL2", case).due_on == add_working_days(MONDAY, 3)
    assert clock("DL2", case).started_on == MONDAY
    assert clock("DL3", case).due_on == min(clock("DL2", case).due_on, sub_working_days(eviction, 2))
    page = text(desk.get(at(case)))
    assert "Ontruiming over 9 dagen, op 25 november." in page
    assert "Bel je teamleider" not in page


def test_on_the_last_day_the_page_says_whom_to_call(desk, case, now):
    threaten(desk, case, day=MONDAY + 3 * DAY)
    assert clock("DL3", case).due_on == MONDAY + DAY
    now(MONDAY + DAY)
    page = text(desk.get(at(case)))
    assert "Ontruiming over 2 dagen" in page
    assert "Bel je teamleider." in page
    now(MONDAY + 4 * DAY)
    assert "De ontruiming was op 19 november. Bel je teamleider." in text(desk.get(at(case)))
    attempt(case, reached=True)
    page = text(desk.get(at(case)))
    assert "Bel je teamleider" not in page
    assert "De ontruiming was" not in page, "the banner stays until it is handled"


def test_mending_a_threat_never_starts_the_three_days_again(desk, case, now):
    threaten(desk, case, kind="energy_cut_off")
    due = clock("DL2", case).due_on
    now(MONDAY + 2 * DAY)
    threaten(desk, case, kind="water_cut_off", day=MONDAY + 20 * DAY)
    threaten(desk, case, day=MONDAY + 20 * DAY)
    assert (clock("DL2", case).due_on, clock("DL2", case).started_on) == (due, MONDAY)
    assert "Die begint niet opnieuw." in text(desk.get(at(case, "bedreiging/")))


def test_the_clock_of_an_eviction_follows_the_eviction_and_nothing_else(desk, case, now):
    threaten(desk, case, day=MONDAY + 4 * DAY)
    first = clock("DL3", case).due_on
    assert first == MONDAY + 2 * DAY
    now(MONDAY + DAY)
    threaten(desk, case, day=MONDAY + 4 * DAY)
    assert clock("DL3", case).due_on == first, "the same date again"
    threaten(desk, case, day=MONDAY + 3 * DAY)
    assert clock("DL3", case).due_on == MONDAY + DAY, "earlier"
    threaten(desk, case, day=MONDAY + 30 * DAY)
    assert clock("DL3", case).due_on == clock("DL2", case).due_on, "later, and never later than the threat"


def test_what_is_late_does_not_become_early_by_typing_it_again(desk, case, now):
    threaten(desk, case, day=MONDAY + 3 * DAY)
    due = clock("DL3", case).due_on
    now(MONDAY + 2 * DAY)
    threaten(desk, case)
    assert clock("DL3", case).ended_by == "threat_changed"
    threaten(desk, case, day=MONDAY + 3 * DAY)
    assert clock("DL3", case).runs
    assert clock("DL3", case).due_on == due


def test_an_eviction_far_ahead_is_no_reason_to_break(as_person, director, now):
    now(date(2027, 6, 1))
    case = cases.case(by=director)
    threaten(as_person(director), case, day=date(2029, 3, 1))
    assert clock("DL3", case).due_on == clock("DL2", case).due_on == add_working_days(date(2027, 6, 1), 3)


def test_once_there_was_a_conversation_no_clock_of_the_same_threat_starts(desk, case):
    threaten(desk, case)
    attempt(case, reached=True)
    threaten(desk, case, day=MONDAY + 9 * DAY)
    threaten(desk, case, day=MONDAY + 8 * DAY)
    assert clock("DL2", case).ended_by == "met"
    assert clock("DL3", case) is None


def test_the_end_of_supply_makes_urgent_and_starts_no_clock(desk, case):
    signal = Signal.objects.get(case=case)
    assert signal.urgency != "today"
    threaten(desk, case, kind="end_of_supply", day=MONDAY + 20 * DAY)
    assert clock("DL2", case) is None
    signal.refresh_from_db()
    assert signal.urgency == "today"
    page = text(desk.get(at(case)))
    assert "Hierbij begint geen termijn." in page
    assert "Overleg vandaag met je teamleider." not in page
    assert "Het energiecontract van de inwoner stopt." in page


def test_somebody_may_say_why_the_end_of_supply_cannot_wait(desk, case):
    wrong = desk.post(at(case, "bedreiging/"), {"threat_kind": "end_of_supply", "clock_reason": "other"})
    assert "Schrijf kort op wat de reden is." in text(wrong)
    for _ in range(2):
        threaten(desk, case, kind="end_of_supply", clock_reason="other", words="Er staat een zuurstofapparaat.")
    assert clock("DL2", case).due_on == add_working_days(MONDAY, 3)
    assert clock("DL2", case).history.get().history_change_reason == "other"
    with reading(by=case.director, purpose="debt"):
        assert Note.objects.get(case=case).words == "Er staat een zuurstofapparaat."
    assert text(desk.get(at(case))).count("Er staat een zuurstofapparaat.") == 1


def test_a_threat_at_pick_up_counts_from_the_pick_up(director, now):
    signal = cases.signal()
    now(MONDAY + DAY)
    case = cases.case(by=director, about=signal, threat_kind="eviction", threat_date=MONDAY + 3 * DAY)
    assert clock("DL2", case).due_on == add_working_days(MONDAY + DAY, 3)
    assert clock("DL3", case).due_on == MONDAY + DAY
    assert case.next_due == MONDAY + DAY


def test_what_threatened_before_there_was_a_case_goes_along(director, now):
    signal = cases.signal()
    deadlines.begin("DL2", signal, by=director, team=signal.team)
    due = clock("DL2", signal).due_on
    now(MONDAY + DAY)
    case = cases.case(by=director, about=signal, threat_kind="water_cut_off")
    assert (clock("DL2", case).started_on, clock("DL2", case).due_on) == (MONDAY, due)
    assert clock("DL2", signal).ended_by == "went_along"
    other = cases.signal()
    deadlines.begin("DL2", other, by=director, team=other.team)
    with reading(by=director, purpose="debt"):
        triage.join_case(other, by=director, case=case, reason="same_person")
    assert clock("DL2", case).due_on == due, "the later one does not move it"


# --- never set back


def test_closing_reopening_and_another_director_set_nothing_back(desk, case, director, now):
    threaten(desk, case, day=MONDAY + 9 * DAY)
    before = {each.rule.slug: (each.started_on, each.due_on) for each in deadlines.all_of(case)}
    coordinator, colleague = people.coordinator(), people.wot_worker()
    with reading(by=director, purpose="debt"):
        now(MONDAY + DAY)
        casework.close_case(case, by=director, outcome="advice", unspoken="elsewhere")
        assert {each.ended_by for each in deadlines.all_of(case)} == {"closed", "elsewhere"}
        now(MONDAY + 30 * DAY)
        casework.reopen_case(case, by=director, reason="relapse")
    with reading(by=coordinator, purpose="debt"):
        casework.reassign(case, by=coordinator, to=colleague, reason="absent")
    assert {each.rule.slug: (each.started_on, each.due_on) for each in deadlines.all_of(case)} == before
    assert all(each.runs and not each.ended_by for each in deadlines.all_of(case))


def test_an_answer_that_was_undone_leaves_the_day_as_it_was(now):
    referral = referrals.accepted()
    due = clock("DL10", referral).due_on
    assert clock("DL10", referral).ended_by == "met"
    with reading(by=referral.accepted_by, purpose="debt"):
        answering.undo_accept(referral, by=referral.accepted_by)
    assert (clock("DL10", referral).due_on, clock("DL10", referral).runs) == (due, True)
    assert clock("DL11", referral).ended_by == "undone"
    partner = people.partner(team=referral.receiving_team.name)
    with reading(by=partner, purpose="debt"):
        answering.accept(referral, by=partner, first_contact_on=MONDAY + DAY)
    assert clock("DL11", referral).runs


# --- from call back to help


def test_a_call_back_starts_the_term_for_help_and_help_ends_it(desk, case, now):
    assert clock("DL8", case) is None
    attempt(case, reached=False, channel="administrative")
    assert clock("DL8", case) is None
    now(MONDAY + DAY)
    attempt(case, reached=False)
    assert clock("DL7", case).ended_by == "met"
    assert clock("DL8", case).due_on == MONDAY + DAY + timedelta(weeks=4)
    now(MONDAY + 2 * DAY)
    attempt(case, reached=False)
    assert clock("DL8", case).due_on == MONDAY + DAY + timedelta(weeks=4)
    assert desk.post(at(case, "termijn/"), {"term": "DL8"}).status_code == 302
    assert desk.post(at(case, "termijn/"), {"term": "DL8"}).status_code == 302, "the same form twice is one deed"
    assert clock("DL8", case).ended_by == "met"


def test_help_elsewhere_ends_both_terms(now):
    referral = referrals.accepted()
    case, acceptor = began(referral.case, now(MONDAY)), referral.accepted_by
    attempt(case, reached=False)
    assert clock("DL11", referral).due_on == MONDAY + timedelta(weeks=4)
    with reading(by=acceptor, purpose="debt"):
        answering.start(referral, by=acceptor)
    assert (clock("DL11", referral).ended_by, clock("DL8", case).ended_by) == ("met", "met")


def test_the_answer_term_is_the_shortest_of_programme_and_case(case, desk, now):
    draft = referrals.draft(case)
    assert answer_due(draft)[1] == add_working_days(MONDAY, 5)
    threaten(desk, case, day=MONDAY + 9 * DAY)
    assert answer_due(draft)[1] == add_working_days(MONDAY, 3)
    threaten(desk, case, day=MONDAY + 3 * DAY)
    assert answer_due(draft)[1] == MONDAY + DAY
    now(MONDAY + 2 * DAY)
    assert answer_due(draft)[1] == MONDAY + 3 * DAY, "the day on which it is sent never counts"
    attempt(case, reached=True)
    draft.programme.change(by=case.director, reason="own_choice", answer_days=1)
    assert answer_due(draft)[1] == MONDAY + 3 * DAY


def test_a_withdrawn_referral_needs_no_answer(now):
    referral = referrals.sent()
    with reading(by=referral.sender, purpose="debt"):
        sending.withdraw(referral, by=referral.sender, reason="solved")
    assert clock("DL10", referral).ended_by == "withdrawn"


# --- the resident is told, and asked afterwards


def test_the_resident_is_told_within_a_month(desk, case):
    received = timezone.localdate(Signal.objects.get(case=case).created_at)
    assert clock("DL16", case).due_on == add_months(received, 1)
    assert "De inwoner weet dat we gegevens hebben" in text(desk.get(at(case, "termijn/")))
    assert desk.post(at(case, "termijn/"), {"term": "DL16-unsafe"}).status_code == 302
    assert clock("DL16", case).ended_by == "safety"


def test_a_conversation_tells_the_resident(case):
    attempt(case, reached=True)
    assert clock("DL16", case).ended_by == "met"


def test_only_what_no_other_page_records_is_ended_by_hand(desk, case):
    reply = desk.post(at(case, "termijn/"), {"term": "DL7"})
    assert reply.status_code == 200
    assert "Kies wat er gebeurde." in text(reply)
    assert clock("DL7", case).runs


def test_after_a_quick_fix_somebody_asks_how_it_goes(desk, case, director):
    desk.post(at(case, "sluiten/"), {"reason": "quick_fix"})
    case.refresh_from_db()
    assert (case.status, case.next_due) == ("closed", MONDAY + 30 * DAY)
    page = text(desk.get(at(case)))
    assert "Snel opgelost: navragen hoe het gaat" in page
    assert "Volgende stap voor" in text(desk.get("/casussen/"))
    assert desk.post(at(case, "termijn/"), {"term": "DL6"}).status_code == 302
    case.refresh_from_db()
    assert (clock("DL6", case).ended_by, case.next_due) == ("met", None)


def test_a_case_that_goes_on_is_not_asked_after(case, director):
    with reading(by=director, purpose="debt"):
        casework.close_case(case, by=director, outcome="quick_fix")
        casework.reopen_case(case, by=director, reason="relapse")
    assert clock("DL6", case).ended_by == "reopened"
    assert Case.objects.get().next_due == deadlines.next_due(case)


# --- why it was late


def test_what_is_late_stays_marked_until_somebody_says_why(as_person, director, desk, case, now):
    assert desk.get(at(case, "te-laat/")).status_code == 302
    late = clock("DL7", case)
    now(add_working_days(late.due_on, 2))
    desk = as_person(director)  # days later one signs in again
    page = text(desk.get(at(case)))
    assert "2 werkdagen te laat" in page
    assert "Waarom te laat?" in page
    attempt(case, reached=True)
    assert "Waarom te laat?" in text(desk.get(at(case))), "also after it ended"
    form = {"term": late.pk, "reason": "other", "form_key": str(uuid.uuid4())}
    assert "Schrijf kort op wat de reden is." in text(desk.post(at(case, "te-laat/"), form))
    for _ in range(2):
        assert desk.post(at(case, "te-laat/"), form | {"words": "Brief kwam terug."}).status_code == 302
    assert clock("DL7", case).late_reason == "other"
    assert Note.objects.filter(case=case).count() == 1
    assert "Waarom te laat?" not in text(desk.get(at(case)))


def test_what_was_in_time_needs_no_reason(case, director):
    attempt(case, reached=True)
    with pytest.raises(ValidationError, match="Deze termijn is niet te laat"):
        terms.say_why_late(case, by=director, form_key=uuid.uuid4(), term=clock("DL7", case), reason="capacity")


def test_the_page_of_a_case_says_what_is_left_in_a_fixed_number_of_questions(desk, case):
    few = statements(desk, at(case))
    assert "nog 3 werkdagen" not in text(desk.get(at(case)))
    threaten(desk, case, day=MONDAY + 9 * DAY)
    attempt(case, reached=False)
    desk.get(at(case))  # the line that something was saved is read away
    many = statements(desk, at(case))
    assert "nog 3 werkdagen" in text(desk.get(at(case)))
    assert len(many) == len(few)
    assert len(many) <= 16
