"""The day by which a referral wants an answer: after what threatens, and never the day on which it was asked."""

from datetime import date, timedelta

import pytest

from config.clockwork import SWEEPERS
from signalering.accounts.access import may
from signalering.cases import deadlines
from signalering.cases.actions import casework, triage
from signalering.cases.models import Notice
from signalering.cases.working_days import add_working_days
from signalering.referrals.actions import answering, expiring, sending
from signalering.workflow import ImpossibleMove
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.referrals import factories as referrals
from tests.referrals.pages import address, named_case, none_of_it, text

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
MONDAY = date(2026, 12, 7)
FRIDAY = MONDAY + 4 * DAY


@pytest.fixture
def receiver():
    """Somebody of the receiving desk; here before the clock is moved."""
    return people.partner()


@pytest.fixture
def case(clock, receiver):
    case = named_case()
    clock.at(MONDAY, "10:00")
    return case


@pytest.fixture
def referral(case):
    return referrals.sent(case)


def threaten(case, day, by=None, kind="eviction"):
    by = by or case.director
    with referrals.reading(by=by, purpose="debt"):
        casework.set_threat(case, by=by, threat_kind=kind, threat_date=day)


def days(referral):
    """What the referral says, and to which day its clock runs."""
    referral.refresh_from_db()
    clock = deadlines.of_slug("DL10", referral)
    return referral.answer_due, clock.due_on if clock.runs else None


def told(referral):
    return set(Notice.objects.filter(kind="answer_sooner", about_id=referral.pk).values_list("to", flat=True))


# --- what threatens later


def test_a_threat_that_comes_later_wants_the_answer_sooner(case, referral, receiver):
    assert days(referral) == (MONDAY + 7 * DAY,) * 2
    threaten(case, MONDAY + 4 * DAY)
    assert deadlines.of_slug("DL3", case).due_on == MONDAY + 2 * DAY
    assert days(referral) == (MONDAY + 2 * DAY,) * 2
    assert told(referral) == {receiver.pk, case.director.pk}
    row = referral.history.first()
    assert (row.history_user, row.history_change_reason) == (case.director, "threat_set")
    assert deadlines.of_slug("DL10", referral).history.first().history_user == case.director


def test_the_three_days_of_any_threat_want_it_sooner_too(case, referral):
    threaten(case, None, kind="water_cut_off")
    assert days(referral) == (MONDAY + 3 * DAY,) * 2


def test_a_question_about_it_wants_an_answer_as_soon(case, referral, receiver):
    referral.move(referral.Status.ASKED, by=receiver, reason="asked")
    threaten(case, MONDAY + 4 * DAY)
    assert days(referral) == (MONDAY + 2 * DAY,) * 2


def test_it_never_moves_later_and_each_step_is_told_once(case, referral):
    threaten(case, MONDAY + 4 * DAY)
    threaten(case, MONDAY + 30 * DAY)
    threaten(case, MONDAY + 4 * DAY)
    assert days(referral) == (MONDAY + 2 * DAY,) * 2
    assert Notice.objects.filter(kind="answer_sooner", to=case.director).count() == 1
    threaten(case, MONDAY + 3 * DAY)
    assert days(referral) == (MONDAY + DAY,) * 2
    assert Notice.objects.filter(kind="answer_sooner", to=case.director).count() == 2


def test_a_threat_of_today_leaves_one_working_day(clock, case, receiver):
    clock.at(FRIDAY, "10:00")
    referral = referrals.sent(case)
    threaten(case, FRIDAY + DAY)
    assert deadlines.of_slug("DL3", case).due_on == FRIDAY
    assert days(referral) == (FRIDAY + 3 * DAY,) * 2


def test_a_signal_that_joins_brings_its_threat(case, referral, reading):
    worker = case.director
    signal = cases.alert(by=worker).signal
    with reading(worker, "debt"):
        triage.join_case(signal, by=worker, case=case, reason="same_person")
    assert days(referral) == (MONDAY + 3 * DAY,) * 2


def test_other_referrals_are_left_alone(case):
    elsewhere, answered, draft = referrals.sent(), referrals.accepted(case), referrals.draft(case)
    threaten(case, MONDAY + 4 * DAY)
    assert days(elsewhere) == (MONDAY + 7 * DAY,) * 2
    assert days(answered) == (MONDAY + 7 * DAY, None)
    draft.refresh_from_db()
    assert draft.answer_due is None
    assert not Notice.objects.filter(kind="answer_sooner").exists()


def test_a_threat_that_came_while_it_was_answered_counts_when_that_is_undone(case, reading):
    referral = referrals.accepted(case)
    threaten(case, MONDAY + 4 * DAY)
    with reading(referral.accepted_by, "debt"):
        answering.undo_accept(referral, by=referral.accepted_by)
    assert days(referral) == (MONDAY + 2 * DAY,) * 2


def test_the_mail_is_a_link_and_the_page_says_the_new_day(case, referral, receiver, as_person, mailoutbox):
    SWEEPERS["notices"]()
    mailoutbox.clear()
    threaten(case, MONDAY + 4 * DAY)
    SWEEPERS["notices"]()
    mail = next(mail for mail in mailoutbox if receiver.email in mail.to)
    assert referral.shown_code in mail.body
    page = as_person(receiver).get(address(referral))
    none_of_it(page)
    assert "9 december" in text(page)
    assert "ontruiming" not in text(page).lower().replace("ontruimingspreventie", "")
    assert "Antwoord nodig uiterlijk 9 december" in text(as_person(case.director).get(address(referral)))


# --- the day on which it was asked never counts


@pytest.mark.parametrize("passed", [0, 3])
def test_what_is_sent_on_the_last_day_of_a_threat_can_be_answered_the_next_working_day(clock, case, receiver, passed):
    threaten(case, FRIDAY)
    clock.at(FRIDAY + passed * DAY, "16:55")
    referral = referrals.sent(case)
    assert days(referral) == (add_working_days(FRIDAY + passed * DAY, 1),) * 2
    clock.at(referral.answer_due, "23:59")
    assert expiring.KIND.sweep() == 0
    assert may(receiver, "answer", referral)


# --- an answer that was a mistake, around midnight


def send_back_late(clock, referral, receiver, reading):
    clock.at(referral.answer_due, "23:55")
    with reading(receiver, "debt"):
        answering.send_back(referral, by=receiver, reason="full")
    clock.at(referral.answer_due + DAY, "00:02")


def test_what_is_restored_after_its_last_day_waits_one_working_day_more(clock, case, referral, receiver, reading):
    send_back_late(clock, referral, receiver, reading)
    with reading(case.director, "debt"):
        sending.restore(referral, by=case.director)
    assert expiring.KIND.sweep() == 0
    assert days(referral) == (MONDAY + 9 * DAY,) * 2
    assert referral.history.first().history_change_reason == "mistake"
    clock.at(MONDAY + 9 * DAY, "23:59")
    assert expiring.KIND.sweep() == 0
    clock.at(MONDAY + 10 * DAY, "00:01")
    assert expiring.KIND.sweep() == 1


def test_so_does_what_was_accepted_by_mistake(clock, case, referral, receiver, reading):
    clock.at(referral.answer_due, "23:55")
    with reading(receiver, "debt"):
        answering.accept(referral, by=receiver, first_contact_on=referral.answer_due)
    clock.at(referral.answer_due + DAY, "00:02")
    with reading(receiver, "debt"):
        answering.undo_accept(referral, by=receiver)
    assert expiring.KIND.sweep() == 0
    assert days(referral) == (MONDAY + 9 * DAY,) * 2


def test_what_is_restored_in_time_keeps_its_day(clock, case, referral, receiver, reading):
    with reading(receiver, "debt"):
        answering.send_back(referral, by=receiver, reason="full")
    with reading(case.director, "debt"):
        sending.restore(referral, by=case.director)
    assert days(referral) == (MONDAY + 7 * DAY,) * 2
    clock.at(referral.answer_due + DAY, "00:01")
    expiring.KIND.sweep()
    with pytest.raises(ImpossibleMove), reading(case.director, "debt"):
        sending.restore(referral, by=case.director)
