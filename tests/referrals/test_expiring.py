"""A referral that nobody answers is over on the day after its last day: once, for the receiver and for the sender."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from config.clockwork import SWEEPERS
from signalering.accounts.access import may
from signalering.cases import deadlines
from signalering.cases.models import Deadline, Notice
from signalering.cases.views.morning import asks_decision
from signalering.crypto.models import DataKey
from signalering.referrals.actions import answering, expiring, extracts
from signalering.referrals.models import Referral, ReferralExtract
from signalering.workflow import ImpossibleMove
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.referrals import factories as referrals
from tests.referrals.pages import address, named_case, none_of_it, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def receiver():
    """Somebody of the receiving desk; here before the clock is moved."""
    return people.partner()


@pytest.fixture
def referral(receiver):
    return referrals.sent(named_case())


def over(clock, referral):
    """The last day for an answer was yesterday."""
    return clock.at(referral.answer_due + timedelta(days=1), "00:01")


def asked(referral, by):
    """The receiver asked something about it."""
    referral.move(Referral.Status.ASKED, by=by, reason="asked")
    return referral


def test_until_its_last_day_is_over_it_waits(clock, referral, receiver):
    clock.at(referral.answer_due, "23:59")
    assert expiring.KIND.sweep() == 0
    referral.refresh_from_db()
    assert referral.status == "sent"
    assert may(receiver, "answer", referral)
    over(clock, referral)
    assert expiring.KIND.sweep() == 1
    assert expiring.KIND.sweep() == 0
    referral.refresh_from_db()
    assert referral.status == "expired"


@pytest.mark.parametrize("was_asked", [False, True])
def test_the_receiver_loses_sight_at_once_and_keeps_a_receipt(clock, referral, receiver, as_person, was_asked):
    if was_asked:
        asked(referral, receiver)
    moment = over(clock, referral)
    expiring.KIND.sweep()
    referral.refresh_from_db()
    assert referral.status == "expired"
    assert not any(may(receiver, word, referral) for word in ("preview", "answer", "view"))
    page = as_person(receiver).get(address(referral))
    none_of_it(page)
    assert referral.question_sealed
    assert "Kunnen jullie helpen" not in text(page)
    said = {row["label"]: row.get("value") or row.get("when") for row in page.context["receipt"]}
    assert said["Code"] == referral.shown_code
    assert said["Reden"] == "Er kwam op tijd geen antwoord"
    assert moment - timedelta(minutes=1) < said["Datum"] < moment + timedelta(minutes=5)
    assert "Klaar bij ons" in text(as_person(receiver).get("/verwijzingen/?lijst=klaar"))
    with pytest.raises(PermissionDenied):
        answering.accept(referral, by=receiver, first_contact_on=moment.date())


def test_what_was_shared_is_destroyed_ten_minutes_later(clock, referral):
    over(clock, referral)
    expiring.KIND.sweep()
    assert extracts.KIND.sweep() == 0
    clock.go_on(minutes=11)
    assert extracts.KIND.sweep() == 1
    extract = ReferralExtract.objects.get(referral=referral)
    assert extract.destroyed_at is not None
    assert DataKey.objects.get(pk=extract.pk).wrapped is None


def test_every_clock_of_it_stops_and_the_case_asks_for_another_choice(clock, referral, as_person):
    director, case = referral.case.director, referral.case
    over(clock, referral)
    expiring.KIND.sweep()
    assert not Deadline.objects.running().filter(about_id=referral.pk).exists()
    assert deadlines.of_slug("DL10", referral).ended_by == "answered"
    assert deadlines.of_slug("DL7", case).runs, "the case goes on"
    notice = Notice.objects.get(about_id=referral.pk, to=director)
    assert notice.kind == "referral_expired"
    desk = as_person(director)
    page = text(desk.get(f"/casussen/{case.shown_code}/"))
    assert "Geen antwoord van Ontruimingspreventie: kies iets anders" in page
    assert "Verwijzing verlopen" in page
    page = text(desk.get(address(referral)))
    assert "Verlopen" in page
    assert "Kies ander aanbod" in page
    assert "expired" not in text(desk.get(address(referral))).split("<h2>Wat er gebeurde")[1]
    assert Referral.objects.filter(asks_decision()).get() == referral


def test_the_mail_names_nobody_and_is_sent_once(clock, referral, mailoutbox):
    over(clock, referral)
    expiring.KIND.sweep()
    SWEEPERS["notices"]()
    mails = [mail for mail in mailoutbox if referral.case.director.email in mail.to]
    assert [referral.shown_code in mail.body for mail in mails] == [True]


def test_whoever_stands_in_hears_it_too(clock, receiver):
    director, colleague, chief = people.wot_worker(), people.wot_worker(), people.coordinator()
    referral = referrals.sent(named_case(by=director))
    cases.absence(by=chief, person=director, stand_in=colleague)
    over(clock, referral)
    expiring.KIND.sweep()
    told = Notice.objects.filter(kind="referral_expired").values_list("to", flat=True)
    assert set(told) == {director.pk, colleague.pk}


def test_an_answer_in_time_is_no_end(clock, referral, receiver, reading):
    with reading(receiver):
        answering.accept(referral, by=receiver, first_contact_on=referral.answer_due)
    over(clock, referral)
    assert expiring.KIND.sweep() == 0
    assert not Notice.objects.filter(kind="referral_expired").exists()


def test_a_worker_that_comes_second_does_nothing(clock, referral):
    over(clock, referral)
    row = expiring.waiting().get()
    again = Deadline.objects.get(pk=row.pk)
    assert expiring.expire(row) is True
    assert expiring.expire(again) is False
    assert Notice.objects.filter(kind="referral_expired").count() == 1
    referral.refresh_from_db()
    with pytest.raises(ImpossibleMove):
        referral.move(Referral.Status.SENT, by=referral.sender, reason="mistake")


def test_the_ladder_does_not_tell_it_a_second_time(clock, referral):
    over(clock, referral)
    for name, sweep in SWEEPERS.items():
        if name != "notices":
            sweep()
    assert not Notice.objects.filter(kind="deadline_over", about_id=referral.pk).exists()


def test_a_question_that_is_over_is_no_new_sending(clock, referral, receiver, as_person):
    asked(referral, receiver)
    over(clock, referral)
    expiring.KIND.sweep()
    states = [row.status for row in referral.history.order_by("version")]
    assert states[-2:] == ["sent", "expired"]
    page = text(as_person(referral.case.director).get(f"/casussen/{referral.case.shown_code}/"))
    assert page.count("Verwijzing verstuurd – ") == 1
    steps = as_person(referral.case.director).get(address(referral)).context["items"]
    assert [item["title"] for item in steps if item["status"] in ("sent", "expired")] == ["Verlopen", "Verstuurd"]
