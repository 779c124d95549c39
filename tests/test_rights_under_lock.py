"""Who loses a record while they wait for it can no longer do anything with it: rights are asked under the lock."""

import uuid
from datetime import date

import pytest
from django.db import transaction

from signalering.accounts.models import Team, User
from signalering.audit.reading import reading as reading_block
from signalering.cases.actions import casework, reporting, triage
from signalering.cases.models import Case, Consent, Signal
from signalering.referrals.actions import answering, sending
from signalering.referrals.models import Programme, Referral
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.referrals import factories as referrals
from tests.two_processes import race, until_somebody_waits

pytestmark = pytest.mark.django_db(transaction=True)

PICKED_UP = {"reason": "fits_team", "legal_basis": "consent", "purpose": "debt"}


def acting(record, by, act):
    """An act of one person with a record, freshly read."""

    def deed(_barrier):
        mine, person = type(record).objects.get(pk=record.pk), User.objects.get(pk=by.pk)
        with reading_block(by=person, purpose="debt"):
            act(mine, person)
        return "done"

    return deed


def first_of(held, deed):
    """A deed of who holds a record already when the other comes, and lets go when that one waits."""

    def holding(barrier):
        with transaction.atomic():
            for record in (held.case, held) if isinstance(held, Referral) else (held,):
                record.reread()
            barrier.wait(timeout=30)
            until_somebody_waits()
            deed()
        return "done"

    return holding


def second(deed):
    """A deed of who comes when the record is held."""

    def waiting(barrier):
        barrier.wait(timeout=30)
        return deed(barrier)

    return waiting


def moved_away(held, by, act, *others):
    """What each of the others hears who waits while somebody takes the record away."""
    answers = []
    for other in others:
        answers += race(
            first_of(held, lambda: act(type(held).objects.get(pk=held.pk), User.objects.get(pk=by.pk))),
            second(other),
        )
    return answers


def reroute(signal, by):
    triage.reroute(signal, by=by, team=Team.objects.get(name="WOT Zuid"), reason="other_area")


def close(signal, by):
    triage.close_with(signal, by=by, reason="not_a_concern")


def pick_up(signal, by):
    triage.open_case(signal, by=by, **PICKED_UP)


def ask(signal, by):
    triage.ask(signal, by=by, form_key=uuid.uuid4(), words="Welke dag?")


def stop_asking(signal, by):
    triage.stop_asking(signal, by=by)


def refer(signal, by):
    programme = Programme.objects.get(name="Ontruimingspreventie")
    told = {"programme": programme, "team": programme.receiving_team, "question": "?", "fields_shared": ["name"]}
    sending.refer_signal(signal, by=by, form_key=uuid.uuid4(), case=PICKED_UP, **told)


def join(signal, by):
    triage.join_case(signal, by=by, case=Case.objects.get(director=by), reason="same_resident")


def test_a_signal_that_went_to_another_team():
    mover, worker = people.wot_worker(), people.wot_worker()
    cases.case(by=worker)
    for act in (close, pick_up, ask, refer, join, stop_asking):
        signal = cases.signal()
        if act is stop_asking:
            acting(signal, mover, ask)(None)
        status = Signal.objects.get(pk=signal.pk).status
        assert moved_away(signal, mover, reroute, acting(signal, worker, act)) == ["done", "NotGiven"], act
        signal.refresh_from_db()
        assert (signal.team.name, signal.status) == ("WOT Zuid", status), act
        assert Case.objects.count() == 1, act


def hand_over_case(case, by):
    casework.reassign(case, by=by, to=User.objects.get(name="Opvolger"), reason="absent")


def test_a_case_that_went_to_a_colleague():
    case, chief = cases.case(), people.coordinator()
    consent, director = cases.consent(case), case.director
    people.wot_worker(name="Opvolger")
    withdraw = acting(consent, director, lambda mine, by: casework.withdraw_consent(mine, by=by))
    assert moved_away(case, chief, hand_over_case, withdraw) == ["done", "NotGiven"]
    assert Consent.objects.get().withdrawn_at is None


def test_a_closed_case_that_went_to_a_colleague():
    case, chief = cases.case(), people.coordinator()
    director = case.director
    acting(case, director, lambda mine, by: casework.close_case(mine, by=by, outcome="advice"))(None)
    people.wot_worker(name="Opvolger")
    reopen = acting(case, director, lambda mine, by: casework.reopen_case(mine, by=by, reason="new_signal"))
    assert moved_away(case, chief, hand_over_case, reopen) == ["done", "NotGiven"]
    assert Case.objects.get().status == Case.Status.CLOSED


def hand_over_referral(referral, by):
    answering.reassign(referral, by=by, to=User.objects.get(name="Opvolger"), reason="absent")


def start(referral, by):
    answering.start(referral, by=by)


def undo(referral, by):
    answering.undo_accept(referral, by=by)


def complete(referral, by):
    answering.complete(referral, by=by, outcome="goal_reached")


def stop(referral, by):
    answering.stop(referral, by=by, reason="moved")


def test_a_referral_that_went_to_a_colleague():
    chief = people.coordinator(team="Ontruimingspreventie")
    people.partner(name="Opvolger")
    for act in (start, undo, complete, stop):
        referral = referrals.accepted()
        worker = referral.accepted_by
        if act in (complete, stop):
            acting(referral, worker, start)(None)
        status = Referral.objects.get(pk=referral.pk).status
        answers = moved_away(referral, chief, hand_over_referral, acting(referral, worker, act))
        assert answers == ["done", "NotGiven"], act
        assert Referral.objects.get(pk=referral.pk).status == status, act


def take_back(referral, by):
    sending.withdraw(referral, by=by, reason="solved")


def accept(referral, by):
    answering.accept(referral, by=by, first_contact_on=date(2026, 11, 24))


def send_back(referral, by):
    answering.send_back(referral, by=by, reason="full")


def test_a_referral_that_was_taken_back():
    receiver = people.partner()
    for act in (accept, send_back):
        referral = referrals.sent()
        answers = moved_away(referral, referral.sender, take_back, acting(referral, receiver, act))
        assert answers == ["done", "NotGiven"], act
        assert Referral.objects.get(pk=referral.pk).status == Referral.Status.WITHDRAWN, act


def test_a_signal_that_its_writer_took_back():
    signal, worker = cases.signal(), people.wot_worker()
    withdraw = moved_away(
        signal, signal.writer, lambda mine, by: reporting.withdraw(mine, by=by), acting(signal, worker, close)
    )
    assert withdraw == ["done", "NotGiven"]
    signal.refresh_from_db()
    assert signal.status == Signal.Status.WITHDRAWN
