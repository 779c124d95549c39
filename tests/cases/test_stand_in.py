"""A colleague is away: a named stand-in does their cases until a day, and then holds nothing of them any more."""

import uuid
from datetime import datetime, time, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from signalering.accounts.access import may
from signalering.accounts.actions import end_membership
from signalering.accounts.grants import end_all
from signalering.accounts.grants import standing_in as origin_of
from signalering.accounts.models import Team
from signalering.audit.models import Look
from signalering.audit.reading import reading
from signalering.cases.actions import casework, standing_in, triage
from signalering.cases.models import Absence, Case, Notice, ReporterIdentity, Signal
from signalering.cases.working_days import today
from signalering.referrals.actions import answering, sending
from signalering.referrals.models import Referral, ReferralExtract
from tests.accounts import factories as people
from tests.accounts.oracle import held
from tests.cases import factories as cases
from tests.cases.counting import statements
from tests.referrals import factories as referrals

pytestmark = pytest.mark.django_db

WEEK = timedelta(days=7)
KINDS = (Case, Signal, ReporterIdentity, Referral, ReferralExtract)


@pytest.fixture
def director():
    return people.wot_worker()


@pytest.fixture
def stand_in():
    return people.wot_worker()


@pytest.fixture
def coordinator():
    return people.coordinator()


@pytest.fixture
def case(director):
    return cases.case(by=director)


@pytest.fixture
def away(director, stand_in, coordinator):
    """A function that lets the director be away."""

    def arrange(**details):
        plain = {"team": Team.objects.get(name="WOT Oost"), "person": director, "stand_in": stand_in}
        plain |= {"until": today() + WEEK, "reason": "leave", "by": coordinator}
        return standing_in.arrange(**plain | details)

    return arrange


def agreed(person):
    """The oracle and the access door give one answer for everything this person may hold."""
    for kind in KINDS:
        for codename, _label in kind._meta.permissions:
            word = codename.removesuffix(f"_{kind._meta.model_name}")
            seen = set(kind.objects.visible_to(person, word).values_list("pk", flat=True))
            assert seen == held(kind, person, word), codename


def holds_nothing(case, person):
    """Nothing of a case is given to this person; what the desk still reads of a signal is no matter of standing in."""
    for record in standing_in.everything_of(case):
        assert not record.person_grants.in_force().filter(user=person).exists(), record
    assert not may(person, "view", case)


def is_over(absence, by):
    """As if the last day had gone by: what was given has ended by the clock of the database."""
    for kind in standing_in.kinds():
        at = timezone.now() - timedelta(seconds=1)
        end_all(kind, to=absence.stand_in, origin=origin_of(absence), by=by, reason="ended", at=at)


def test_the_stand_in_works_on_the_cases_and_the_director_keeps_them(away, case, director, stand_in):
    agreed(stand_in)
    away()
    signal = case.signals.get()
    for person in (director, stand_in):
        assert may(person, "view", case)
        assert may(person, "change", case)
        assert may(person, "view", signal)
    assert not may(stand_in, "reassign", case)
    agreed(stand_in)
    with reading(by=stand_in, purpose="debt"):
        casework.write_note(case, by=stand_in, form_key=uuid.uuid4(), words="Gebeld.")


def test_the_rights_end_with_the_last_day_in_the_netherlands(away, case, stand_in):
    absence = away()
    after = timezone.make_aware(datetime.combine(absence.until + timedelta(days=1), time.min))
    ends = case.person_grants.filter(user=stand_in).values_list("ends_at", flat=True)
    assert set(ends) == {after}


def test_when_it_is_over_nothing_is_left(away, case, stand_in, coordinator):
    cases.consent(case)
    referrals.sent(case)
    absence = away()
    is_over(absence, coordinator)
    holds_nothing(case, stand_in)
    agreed(stand_in)


def test_only_open_cases_of_this_team_and_of_that_moment(away, director, stand_in, coordinator):
    closed = cases.case(by=director)
    with reading(by=director, purpose="debt"):
        casework.close_case(closed, by=director, outcome="advice")
    others = cases.case()
    away()
    later = cases.case(by=director)
    for one in (closed, others, later):
        assert not may(stand_in, "view", one)


def test_running_referrals_go_along_with_what_the_director_holds(away, case, stand_in):
    draft, sent = referrals.draft(case), referrals.sent(case)
    accepted = referrals.accepted(case)
    away()
    for referral in (draft, sent, accepted):
        assert may(stand_in, "view", referral)
        assert may(stand_in, "change", referral)
    assert may(stand_in, "view", sent.extract)
    assert may(stand_in, "view", accepted.extract)
    with reading(by=stand_in, purpose="debt"):
        sending.withdraw(sent, by=stand_in, reason="solved")
    agreed(stand_in)


def test_a_referral_the_stand_in_makes_stays_with_the_director(away, case, director, stand_in, coordinator):
    cases.consent(case)
    absence = away()
    sent = referrals.sent(case, by=stand_in)
    for record in (sent, sent.extract):
        assert may(director, "view", record)
        assert may(stand_in, "view", record)
    is_over(absence, coordinator)
    for record in (sent, sent.extract):
        assert may(director, "view", record)
        assert not may(stand_in, "view", record)
    agreed(stand_in)
    agreed(director)


def test_a_signal_that_joins_the_case_meanwhile_is_read_too(away, case, director, stand_in, coordinator):
    absence = away()
    later = cases.signal()
    with reading(by=stand_in, purpose="debt"):
        triage.join_case(later, by=stand_in, case=case, reason="same_person")
    assert may(director, "view", later)
    grants = later.person_grants.filter(user=stand_in)
    assert {grant.origin_kind for grant in grants} == {"stand_in"}
    standing_in.end_absence(absence, by=coordinator)
    assert not later.person_grants.in_force().filter(user=stand_in).exists()


def test_shorter_longer_and_over_at_once(away, case, stand_in, coordinator):
    absence = away()
    standing_in.change_until(absence, by=coordinator, until=today() + 2 * WEEK)
    ends = {timezone.localdate(grant.ends_at) for grant in case.person_grants.filter(user=stand_in)}
    assert ends == {today() + 2 * WEEK + timedelta(days=1)}
    standing_in.change_until(absence, by=coordinator, until=today())
    assert may(stand_in, "change", case)
    standing_in.end_absence(absence, by=coordinator)
    assert not may(stand_in, "view", case)
    agreed(stand_in)
    with pytest.raises(ValidationError, match="al voorbij"):
        standing_in.change_until(absence, by=coordinator, until=today() + WEEK)


def test_reassigning_takes_it_and_extending_does_not_bring_it_back(away, case, director, stand_in, coordinator):
    absence = away()
    other = people.wot_worker()
    referrals.sent(case)
    casework.reassign(case, by=coordinator, to=other, reason="absent")
    standing_in.change_until(absence, by=coordinator, until=today() + 2 * WEEK)
    holds_nothing(case, stand_in)
    holds_nothing(case, director)
    agreed(stand_in)


def test_a_stand_in_who_gets_the_case_for_good_keeps_it(away, case, stand_in, coordinator):
    absence = away()
    casework.reassign(case, by=coordinator, to=stand_in, reason="absent")
    standing_in.end_absence(absence, by=coordinator)
    assert may(stand_in, "change", case)


def test_closing_the_case_ends_it_and_the_stand_in_reads_what_was_done(away, case, stand_in, as_person):
    away()
    client = as_person(stand_in)
    reply = client.post(f"/casussen/{case.shown_code}/sluiten/", {"reason": "advice", "words": ""}, follow=True)
    assert reply.redirect_chain[-1][0] == "/casussen/"
    assert "De casus is gesloten." in reply.content.decode()
    holds_nothing(case, stand_in)


@pytest.mark.parametrize("who", ["wot_worker", "partner", "privacy_officer", "administrator"])
def test_only_a_coordinator_of_the_team_arranges_it(away, who):
    with pytest.raises(PermissionDenied):
        away(by=getattr(people, who)())
    with pytest.raises(PermissionDenied):
        away(by=people.coordinator("WOT Zuid"))
    assert not Absence.objects.exists()


def test_a_coordinator_of_another_team_does_not_end_it(away, case, stand_in):
    absence = away()
    with pytest.raises(PermissionDenied):
        standing_in.end_absence(absence, by=people.coordinator("WOT Zuid"))
    assert may(stand_in, "change", case)


def test_what_cannot_be_arranged_is_told(away, director, stand_in, coordinator):
    cases_of = {
        "vervanger": {"stand_in": director},
        "werkt niet bij": {"stand_in": people.wot_worker("WOT Zuid")},
        "vandaag": {"until": today() - timedelta(days=1)},
        "tot en met": {"until": today() + 7 * WEEK},
    }
    for words, details in cases_of.items():
        with pytest.raises(ValidationError, match=words):
            away(**details)
    assert not Absence.objects.exists()
    away()
    with pytest.raises(ValidationError, match="al afwezig"):
        away(until=today() + 2 * WEEK)
    with pytest.raises(ValidationError, match="zelf afwezig"):
        away(person=people.wot_worker(), stand_in=director)
    assert away() == Absence.objects.get()


def test_somebody_who_leaves_the_team_holds_nothing(away, case, stand_in):
    away()
    end_membership(stand_in.memberships.get(), by=people.BY)
    stand_in = type(stand_in).objects.get(pk=stand_in.pk)
    assert not may(stand_in, "view", case)
    agreed(stand_in)


def test_the_pages_say_for_whom_and_until_when(away, case, director, stand_in, as_person):
    away()
    client = as_person(stand_in)
    page = client.get(f"/casussen/{case.shown_code}/").content.decode()
    assert f"Je vervangt de casusregisseur, {director}, tot en met" in page
    assert Look.objects.filter(actor_id=stand_in.pk, label="case", origin_kind="stand_in").exists()
    assert (
        f"Je vervangt de casusregisseur, {director}"
        in client.get(f"/signalen/{case.signals.get().shown_code}/").content.decode()
    )
    mine = client.get("/casussen/").content.decode()
    assert f"Je vervangt {director} tot en met" in mine
    assert case.shown_code not in mine
    assert case.shown_code in client.get("/casussen/", {"lijst": "vervanging"}).content.decode()


def test_mails_to_the_director_go_to_the_stand_in_as_long_as_it_lasts(away, case, director, stand_in, coordinator):
    first, second = referrals.sent(case), referrals.sent(case)
    receiver = people.partner()
    absence = away()
    with reading(by=receiver, purpose="debt"):
        answering.send_back(first, by=receiver, reason="full")
    told = set(Notice.objects.filter(kind="referral_returned").values_list("to", flat=True))
    assert told == {director.pk, stand_in.pk}
    standing_in.end_absence(absence, by=coordinator)
    with reading(by=receiver, purpose="debt"):
        answering.send_back(second, by=receiver, reason="full")
    assert Notice.objects.filter(kind="referral_returned", to=stand_in).count() == 1


def test_a_coordinator_does_it_on_the_page(as_person, case, director, stand_in, coordinator):
    client = as_person(coordinator)
    sent = {
        "person": director.memberships.get().pk,
        "stand_in": stand_in.memberships.get().pk,
        "until": (today() + WEEK).isoformat(),
        "reason": "leave",
    }
    for _ in range(2):  # the same form twice is one deed
        assert "De vervanger ziet de open casussen nu." in client.post("/afwezig/", sent, follow=True).content.decode()
    absence = Absence.objects.get()
    assert may(stand_in, "change", case)
    here = f"/afwezig/{absence.shown_code}/"
    reply = client.post(here, {"until": (today() + 9 * WEEK).isoformat(), "version": absence.version})
    assert "Draag anders de casussen over." in reply.content.decode()
    client.post(here, {"end": "1"})
    assert not may(stand_in, "view", case)
    assert client.get(here).status_code == 404


@pytest.mark.counts
def test_many_cases_cost_hardly_more(as_person, away, director, stand_in, coordinator, django_assert_max_num_queries):
    for _ in range(8):
        cases.case(by=director)
    with django_assert_max_num_queries(75):
        away()
    assert Case.objects.visible_to(stand_in, "change").count() == 8
    address = "/casussen/?lijst=vervanging"
    assert len(statements(as_person(stand_in), address)) <= 12
