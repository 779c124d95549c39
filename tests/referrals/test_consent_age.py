"""A referral goes out only when who must agree at the age of that day did so."""

from datetime import date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from signalering.referrals.actions import answering, sending
from signalering.referrals.models import ReferralExtract
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.referrals import factories as referrals
from tests.referrals.pages import address, text

pytestmark = pytest.mark.django_db

BOTH_AT_13 = "Bij 13 jaar moeten de ouder en het kind allebei toestemming geven."


@pytest.fixture
def child(reading):
    """A case about a child of thirteen."""
    case = cases.case()
    born(case, reading, years_ago(13))
    return case


def years_ago(years):
    """A birth date that makes somebody so old, a hundred days past the birthday."""
    day = timezone.localdate() - timedelta(days=100)
    return day.replace(year=day.year - years, day=min(day.day, 28))


def born(case, reading, day):
    with reading(case.director):
        resident = case.case_residents.get(role="main").resident
        resident.change(by=people.BY, reason="case_work", birth_date=day.isoformat())


def send(referral, reading):
    with reading(referral.sender):
        return sending.send(referral, by=referral.sender)


@pytest.mark.parametrize(
    ("years", "given_by", "sentence"),
    [
        (9, "resident", "Bij 9 jaar moet de ouder of voogd toestemming geven."),
        (9, "guardian", ""),
        (13, "resident", BOTH_AT_13),
        (13, "guardian", BOTH_AT_13),
        (13, "both", ""),
        (16, "guardian", "Bij 16 jaar moet de inwoner zelf toestemming geven."),
        (16, "resident", ""),
        (40, "resident", ""),
    ],
)
def test_the_age_of_today_says_whose_consent_is_needed(child, reading, years, given_by, sentence):
    born(child, reading, years_ago(years))
    cases.consent(child, given_by=given_by)
    referral = referrals.draft(child)
    if sentence:
        with pytest.raises(ValidationError) as refused:
            send(referral, reading)
        assert refused.value.messages == [sentence]
        assert not ReferralExtract.objects.exists()
    else:
        assert send(referral, reading).status == "sent"


def test_the_draft_says_beforehand_what_is_missing(child, as_person):
    cases.consent(child, given_by="guardian")
    referral, client = referrals.draft(child), as_person(child.director)
    page = text(client.get(address(referral)))
    assert BOTH_AT_13 in page
    assert address(referral, "send") not in page
    assert BOTH_AT_13 in text(client.get(f"/casussen/{child.shown_code}/verwijzen/"))
    assert BOTH_AT_13 in text(client.post(address(referral, "send"), {"version": referral.version}))
    cases.consent(child, given_by="resident")
    assert address(referral, "send") in text(client.get(address(referral)))


@pytest.mark.parametrize(("years", "given_by"), [(12, "guardian"), (16, "both")])
def test_a_birthday_between_consent_and_sending_changes_the_rule(child, reading, monkeypatch, years, given_by):
    """The evening before the birthday it may go; after midnight in Amsterdam other people decide."""
    born(child, reading, date(2026 - years, 11, 24))
    cases.consent(child, given_by=given_by)
    first, second = referrals.draft(child), referrals.draft(child)
    monkeypatch.setattr(timezone, "now", lambda: datetime.fromisoformat("2026-11-23T22:59:00+00:00"))
    assert send(first, reading).status == "sent"
    monkeypatch.setattr(timezone, "now", lambda: datetime.fromisoformat("2026-11-23T23:01:00+00:00"))
    if given_by == "both":
        assert send(second, reading).status == "sent"
    else:
        with pytest.raises(ValidationError, match="Bij 12 jaar moeten"):
            send(second, reading)


def test_nobody_accepts_when_the_child_grew_out_of_the_consent(child, reading, monkeypatch):
    born(child, reading, date(2010, 11, 24))
    cases.consent(child, given_by="guardian")
    cases.consent(child, given_by="resident", given_at=date(2026, 11, 13))
    referral = referrals.draft(child)
    monkeypatch.setattr(timezone, "now", lambda: datetime.fromisoformat("2026-11-23T12:00:00+00:00"))
    send(referral, reading)
    consent = child.consents.get(given_by="resident")
    consent.change(by=child.director, reason="withdrawn", withdrawn_at=date(2026, 11, 23))
    monkeypatch.setattr(timezone, "now", lambda: datetime.fromisoformat("2026-11-24T12:00:00+00:00"))
    by = people.partner(team=referral.receiving_team.name)
    with reading(by), pytest.raises(ValidationError) as refused:
        answering.accept(referral, by=by, first_contact_on=date(2026, 11, 25))
    assert refused.value.messages[0].startswith("De toestemming is er niet meer")
    assert "16" not in refused.value.messages[0]
    referral.refresh_from_db()
    assert referral.status == "sent"


def test_a_return_is_not_restored_when_the_rule_changed(child, reading):
    born(child, reading, years_ago(11))
    cases.consent(child, given_by="guardian")
    referral = send(referrals.draft(child), reading)
    by = people.partner(team=referral.receiving_team.name)
    with reading(by):
        answering.send_back(referral, by=by, reason="full")
    born(child, reading, years_ago(13))
    with reading(child.director), pytest.raises(ValidationError, match="Bij 13 jaar"):
        sending.restore(referral, by=child.director)
