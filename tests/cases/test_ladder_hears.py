"""Who hears a step of the ladder besides the director: whoever stands in, the privacy officer, who has duty."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.utils import timezone

from signalering.accounts.actions import close_account
from signalering.accounts.models import Team
from signalering.cases import deadlines, digests, ladder, notices
from signalering.cases.actions import standing_in
from signalering.cases.models import Absence, Deadline, Notice
from signalering.cases.working_days import add_working_days, sub_working_days, today
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.cases.moving import move_to
from tests.cases.test_ladder import told
from tests.cases.test_terms_on_cases import attempt
from tests.referrals import factories as referrals

pytestmark = pytest.mark.django_db
MONDAY, DAY = date(2026, 11, 16), timedelta(days=1)


@pytest.fixture
def desk():
    """A director, a colleague who stands in, and the coordinator of the team."""
    return people.wot_worker(name="Regisseur"), people.wot_worker(name="Vervanger"), people.coordinator(name="Leider")


def away(desk, case, until):
    """The director of a case is away until a day."""
    director, stand_in, lead = desk
    team = Team.objects.get(name="WOT Oost")
    standing_in.arrange(by=lead, team=team, person=director, stand_in=stand_in, until=until, reason="leave")
    return case


def told_at(monkeypatch, day, about, kind, hour=7):
    """Who hears of a record at the ladder of one day."""
    move_to(monkeypatch, day, hour)
    ladder.sweep_ladder()
    return sorted(name for _, name in told(about, kind))


def test_whoever_stands_in_hears_of_the_terms_of_a_case(monkeypatch, desk):
    case = cases.case(by=desk[0])
    due = deadlines.of_slug("DL7", case).due_on
    away(desk, case, add_working_days(due, 1))
    assert told_at(monkeypatch, sub_working_days(due, 1), case, "deadline_near") == ["Leider", "Regisseur", "Vervanger"]
    assert told_at(monkeypatch, due, case, "deadline_today") == ["Leider"]
    late = add_working_days(due, 1)
    assert told_at(monkeypatch, late, case, "deadline_over") == ["Leider", "Regisseur", "Vervanger"]


def test_who_stood_in_hears_nothing_after_the_last_day(monkeypatch, desk):
    case = away(desk, cases.case(by=desk[0]), today())
    standing_in.end_absence(Absence.objects.get(), by=desk[2])
    due = deadlines.of_slug("DL7", case).due_on
    assert told_at(monkeypatch, sub_working_days(due, 1), case, "deadline_near") == ["Leider", "Regisseur"]


def test_whoever_stands_in_hears_that_the_director_left(monkeypatch, desk):
    case = cases.case(by=desk[0])
    due = deadlines.of_slug("DL7", case).due_on
    away(desk, case, due)
    close_account(desk[0], by=people.BY)
    assert told_at(monkeypatch, sub_working_days(due, 1), case, "deadline_near") == ["Leider", "Vervanger"]


def test_whoever_stands_in_hears_that_the_resident_must_be_told(monkeypatch, desk):
    case = cases.case(by=desk[0])
    deadlines.stop(case, "DL7", by=desk[0], reason="met")
    due = deadlines.of_slug("DL16", case).due_on
    away(desk, case, due)
    assert told_at(monkeypatch, sub_working_days(due, 1), case, "deadline_near") == ["Regisseur", "Vervanger"]


def test_whoever_stands_in_hears_that_veilig_thuis_must_be_asked(monkeypatch, desk):
    case = cases.case(by=desk[0])
    deadlines.stop_all(case, by=desk[0], reason="closed")
    due = deadlines.begin("DL14", cases.meldcode(case), by=desk[0], team=case.team).due_on
    away(desk, case, due)
    assert told_at(monkeypatch, due, case, "deadline_today") == ["Regisseur", "Vervanger"]


def test_whoever_stands_in_for_who_referred_hears_that_help_has_not_begun(monkeypatch, desk):
    referral = referrals.accepted(cases.case(by=desk[0]), by=people.partner(name="Partner"))
    due = deadlines.of_slug("DL11", referral).due_on
    away(desk, referral.case, due)
    assert told_at(monkeypatch, sub_working_days(due, 1), referral, "deadline_near") == [
        "Partner",
        "Regisseur",
        "Vervanger",
    ]


def test_the_privacy_officer_reads_a_number_and_no_code(monkeypatch, desk):
    officer, case = people.privacy_officer(name="Toezicht"), cases.case(by=desk[0])
    deadlines.stop(case, "DL7", by=desk[0], reason="met")
    due = deadlines.of_slug("DL16", case).due_on
    names = told_at(monkeypatch, due, case, "deadline_today", hour=10)
    assert names == ["Regisseur", "Toezicht"]
    notices.send_waiting()
    assert officer.email not in {message.to[0] for message in mail.outbox}, "not about one case, at no moment"
    move_to(monkeypatch, add_working_days(due, 1), 8)
    digests.KIND.sweep()
    notices.send_waiting()
    (letter,) = [message for message in mail.outbox if message.to == [officer.email]]
    assert "- Termijn vandaag: 1\n" in letter.body
    assert case.shown_code not in letter.subject + letter.body
    assert "/postvak/" not in letter.body, "that page is not theirs"


def test_a_privacy_officer_who_left_hears_nothing(monkeypatch, desk):
    officer, case = people.privacy_officer(name="Weg"), cases.case(by=desk[0])
    close_account(officer, by=people.BY)
    told_at(monkeypatch, deadlines.of_slug("DL16", case).due_on, case, "deadline_today")
    assert not Notice.objects.filter(to=officer).exists()


def visit():
    """A shop reports on a Monday while its signals must be visited; the desk read it."""
    rule = deadlines.rules("DL9")["DL9"]
    rule.change(by=people.BY, reason="own_choice", active=True)
    signal = cases.signal(by=people.shopkeeper(), consent_answer="", name="")
    deadlines.stop(signal, "DL23", by=people.BY, reason="met")
    return signal


def test_by_default_no_visit_is_promised():
    signal = cases.signal(by=people.shopkeeper(), consent_answer="", name="")
    assert deadlines.of_slug("DL9", signal) is None


def test_a_signal_of_a_shop_must_be_visited_when_the_rule_is_switched_on(monkeypatch, desk):
    move_to(monkeypatch, MONDAY)
    signal = visit()
    assert deadlines.of_slug("DL9", signal).due_on == MONDAY + 2 * DAY
    assert deadlines.of_slug("DL9", cases.signal()) is None, "home care is no shop"
    people.shift(people.wot_worker(name="Dienst"), by=desk[2], hours=(71, 80))  # Thursday, from eight o'clock on
    everybody = ["Dienst", "Leider", "Regisseur", "Vervanger"]
    assert told_at(monkeypatch, MONDAY + DAY, signal, "deadline_near") == everybody
    assert told_at(monkeypatch, MONDAY + 2 * DAY, signal, "deadline_today") == ["Leider"]
    assert told_at(monkeypatch, MONDAY + 3 * DAY, signal, "deadline_over") == ["Dienst"]


def test_who_has_duty_and_may_not_open_it_does_not_hear_it_and_the_coordinators_do(monkeypatch, desk):
    move_to(monkeypatch, MONDAY)
    signal = visit()
    zuid = Team.objects.get(name="WOT Zuid")
    Team.objects.get(name="WOT Oost").change(by=people.BY, reason="other", shares_rota_of=zuid)
    people.shift(people.wot_worker("WOT Zuid", name="Van Zuid"), hours=(-1, 90))
    assert told_at(monkeypatch, MONDAY + 3 * DAY, signal, "deadline_over") == ["Leider"]


def test_the_visit_goes_along_to_the_case_and_is_met_at_the_door(desk):
    case = cases.case(by=desk[0], about=visit())
    assert deadlines.of_slug("DL9", case).runs
    assert not Deadline.objects.running().filter(about="signal").exists()
    attempt(case, channel="home_visit", reached=False, at=timezone.now())  # the day on which the case began
    assert not deadlines.of_slug("DL9", case).runs
    assert deadlines.of_slug("DL16", case).runs
