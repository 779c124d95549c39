"""Two people act at once: one wins, the other's words are kept, and nothing happens twice."""

import uuid

import pytest

from signalering.audit.models import Event
from signalering.audit.reading import reading as reading_block
from signalering.cases.actions import reporting, triage
from signalering.cases.models import Case, Signal
from signalering.referrals.actions import answering
from signalering.referrals.models import Referral
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.referrals import factories as referrals
from tests.two_processes import race

pytestmark = pytest.mark.django_db(transaction=True)


def decide(key, person, act):
    """Read the signal, wait for the other, then decide."""

    def deed(barrier):
        by = type(person).objects.get(pk=person.pk)
        signal = Signal.objects.get(pk=key)
        assert signal.status == "new"
        barrier.wait(timeout=30)
        with reading_block(by=by, purpose="early_help"):
            act(signal, by)
        return "done"

    return deed


def pick_up(signal, by):
    triage.open_case(signal, by=by, reason="fits_team", legal_basis="consent", purpose="debt")


def close(signal, by):
    triage.close_with(signal, by=by, reason="not_a_concern")


@pytest.mark.parametrize("second", [pick_up, close])
def test_one_decision_wins(second):
    signal = cases.signal()
    first, other = people.wot_worker(), people.wot_worker()
    for _ in range(3):
        fresh = cases.signal(by=signal.writer)
        before = Case.objects.count()
        answers = race(decide(fresh.pk, first, pick_up), decide(fresh.pk, other, second))
        assert sorted(answers) == ["ImpossibleMove", "done"]
        winner = (first, other)[answers.index("done")]
        fresh.refresh_from_db()
        assert fresh.is_triaged
        moves = Event.objects.filter(record_id=fresh.pk, to_status__in=Signal.TRIAGED)
        assert [move.actor for move in moves] == [winner]
        assert Case.objects.count() - before == (fresh.status == "linked"), "the loser's case must not exist"


def test_the_same_form_sent_twice_at_once_is_one_signal():
    writer, key, area = people.home_care(), uuid.uuid4(), cases.oost()

    def send(barrier):
        by = type(writer).objects.get(pk=writer.pk)
        barrier.wait(timeout=30)
        words = {"observation": "Brievenbus vol.", "consent_answer": "not_discussed"}
        return str(reporting.report(by=by, form_key=key, theme="other", urgency="this_week", area=area, **words).pk)

    answers = race(send, send, send)
    assert len(set(answers)) == 1
    assert Signal.objects.filter(writer=writer).count() == 1


def test_one_of_two_accepts_and_only_that_one_sees_the_person():
    referral = referrals.sent()
    team = referral.receiving_team.name
    pair = people.partner(team=team), people.partner(team=team)

    def take_on(person):
        def deed(barrier):
            by = type(person).objects.get(pk=person.pk)
            mine = Referral.objects.get(pk=referral.pk)
            barrier.wait(timeout=30)
            with reading_block(by=by, purpose="debt"):
                answering.accept(mine, by=by, first_contact_on="2026-11-24")
            return "done"

        return deed

    answers = race(*(take_on(person) for person in pair))
    assert sorted(answers) == ["ImpossibleMove", "done"]
    sees = [person.has_perm("referrals.view_referralextract", referral.extract) for person in pair]
    assert sees == [answer == "done" for answer in answers]
