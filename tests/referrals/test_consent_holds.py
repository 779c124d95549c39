"""What the resident took back is no longer shared, at whatever step of a referral."""

import pytest
from django.core.exceptions import ValidationError

from signalering.cases.actions import casework
from signalering.referrals.actions import answering, sending
from tests.accounts import factories as people
from tests.referrals import factories as referrals

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent():
    return referrals.sent()


def take_back(referral, reading):
    director = referral.case.director
    with reading(director):
        casework.withdraw_consent(referral.case.consents.get(), by=director)


def test_nobody_accepts_after_the_consent_was_withdrawn(sent, reading):
    by = people.partner(team=sent.receiving_team.name)
    take_back(sent, reading)
    with reading(by), pytest.raises(ValidationError, match="toestemming"):
        answering.accept(sent, by=by, first_contact_on="2026-11-24")
    sent.refresh_from_db()
    assert sent.status == "sent"
    assert not by.has_perm("referrals.view_referralextract", sent.extract)


def test_a_return_is_not_restored_after_the_consent_was_withdrawn(sent, reading):
    by, director = people.partner(team=sent.receiving_team.name), sent.case.director
    with reading(by):
        answering.send_back(sent, by=by, reason="full")
    take_back(sent, reading)
    with reading(director), pytest.raises(ValidationError, match="toestemming"):
        sending.restore(sent, by=director)


def test_a_return_is_not_restored_on_a_closed_case(sent, reading):
    by, director = people.partner(team=sent.receiving_team.name), sent.case.director
    with reading(by):
        answering.send_back(sent, by=by, reason="full")
    with reading(director):
        casework.close_case(sent.case, by=director, outcome="advice")
        with pytest.raises(ValidationError, match="gesloten"):
            sending.restore(sent, by=director)


def test_a_return_is_not_restored_when_its_question_names_the_resident_by_now(sent, reading):
    by, director = people.partner(team=sent.receiving_team.name), sent.case.director
    with reading(by):
        answering.send_back(sent, by=by, reason="full")
    with reading(director):
        resident = sent.case.case_residents.get().resident
        word = max(sent.question.split(), key=len).strip(".,?!")
        with pytest.raises(ValidationError, match="Wacht tot"):
            casework.describe_resident(resident, by=director, case=sent.case, version=resident.version, name=word)
        resident.change(by=director, reason="case_work", name=word)
        with pytest.raises(ValidationError, match="zonder naam"):
            sending.restore(sent, by=director)
