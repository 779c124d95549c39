"""The same form twice in the same instant, and two people at once: one deed, and nobody loses a word."""

import uuid
from datetime import timedelta

import pytest

from signalering.accounts.models import User
from signalering.audit.models import Event
from signalering.audit.reading import reading as reading_block
from signalering.cases import deadlines
from signalering.cases.models import Case, Notice, Signal
from signalering.cases.working_days import today
from signalering.referrals.actions import answering, expiring, sending
from signalering.referrals.models import Programme, Referral
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.referrals import factories as referrals
from tests.two_processes import race

pytestmark = pytest.mark.django_db(transaction=True)


def question(key):
    """A referral as it was filled in."""
    programme = Programme.objects.get(name="Ontruimingspreventie")
    return {
        "form_key": key,
        "programme": programme,
        "team": programme.receiving_team,
        "question": "Kunnen jullie helpen?",
        "fields_shared": ["name", "asked"],
    }


def test_the_same_draft_sent_twice_at_once_is_one_referral():
    case, key = cases.case(), uuid.uuid4()

    def send(barrier):
        mine = Case.objects.select_related("director").get(pk=case.pk)
        barrier.wait(timeout=30)
        with reading_block(by=mine.director, purpose="debt"):
            return str(sending.draft(mine, by=mine.director, **question(key)).pk)

    assert len(set(race(send, send, send))) == 1
    assert Referral.objects.count() == 1


def test_the_same_signal_referred_twice_at_once_is_one_case():
    signal, worker, key = cases.signal(), people.wot_worker(), uuid.uuid4()

    def send(barrier):
        by, mine = User.objects.get(pk=worker.pk), Signal.objects.get(pk=signal.pk)
        barrier.wait(timeout=30)
        words = {"reason": "fits_team", "legal_basis": "consent", "purpose": "debt"}
        with reading_block(by=by, purpose="debt"):
            return str(sending.refer_signal(mine, by=by, case=words, **question(key)).pk)

    assert len(set(race(send, send))) == 1
    assert (Case.objects.count(), Referral.objects.count()) == (1, 1)


def test_accepting_and_withdrawing_at_once_leaves_one_of_them():
    referral = referrals.sent()
    specialist = people.partner()

    def accept(barrier):
        by, mine = User.objects.get(pk=specialist.pk), Referral.objects.get(pk=referral.pk)
        barrier.wait(timeout=30)
        answering.accept(mine, by=by, first_contact_on="2026-11-24")
        return "accepted"

    def withdraw(barrier):
        mine = Referral.objects.select_related("sender").get(pk=referral.pk)
        barrier.wait(timeout=30)
        sending.withdraw(mine, by=mine.sender, reason="solved")
        return "withdrawn"

    answers = race(accept, withdraw)
    assert len({"accepted", "withdrawn"} & set(answers)) == 1, answers
    referral.refresh_from_db()
    assert referral.status in answers
    sees = specialist.has_perm("referrals.view_referralextract", referral.extract)
    assert sees == (referral.status == "accepted")


def test_expiring_and_accepting_at_once_leaves_one_of_them_and_tells_it_once():
    referral = referrals.sent()
    specialist = people.partner()
    clock = deadlines.of_slug("DL10", referral)
    clock.change(by=referral.sender, reason="case_work", due_on=today() - timedelta(days=1))

    def accept(barrier):
        by, mine = User.objects.get(pk=specialist.pk), Referral.objects.get(pk=referral.pk)
        barrier.wait(timeout=30)
        answering.accept(mine, by=by, first_contact_on="2026-11-24")
        return "accepted"

    def expire(barrier):
        barrier.wait(timeout=30)
        expiring.KIND.sweep()
        return "expired"

    answers = race(accept, expire, expire)
    referral.refresh_from_db()
    assert referral.status in answers
    assert ("accepted" in answers) == (referral.status == "accepted"), answers
    sees = specialist.has_perm("referrals.view_referralextract", referral.extract)
    assert sees == (referral.status == "accepted")
    told = Notice.objects.filter(kind="referral_expired").count()
    assert told == (referral.status == "expired")
    assert Event.objects.filter(verb="expire_referral").count() == told
