"""Whoever comes second reads who was first, also when that act took the record away; nobody else learns a name."""

import uuid
from datetime import date, timedelta

import pytest
from django.utils import timezone

from signalering.accounts.actions import end_membership
from signalering.accounts.models import Team, User
from signalering.audit.models import Event, Look
from signalering.audit.reading import reading as reading_block
from signalering.cases.actions import casework, reporting, triage
from signalering.cases.actions.reading import first_reading
from signalering.cases.models import Case, Signal
from signalering.referrals.actions import answering, sending
from signalering.referrals.models import Referral
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.cases.browsing import FormReader
from tests.cases.counting import posted_statements
from tests.referrals import factories as referrals

pytestmark = pytest.mark.django_db

TYPED = "Mevrouw belt zelf terug."
NOT_ANY_MORE = "Dit kan niet meer, of het mag niet."


def doing(by, act, record, **details):
    """An act of somebody, done by another browser."""
    with reading_block(by=by, purpose="debt"):
        return act(type(record).objects.get(pk=record.pk), by=User.objects.get(pk=by.pk), **details)


def told(reply, first):
    """Whether a reply names who was first and repeats the words."""
    html = reply.content.decode()
    return reply.status_code == 409 and f"{first} heeft dit net gewijzigd." in html and TYPED in html


def rerouted(signal, by):
    doing(by, triage.reroute, signal, team=Team.objects.get(name="WOT Zuid"), reason="other_area")


CLOSE = {"reason": "not_a_concern", "words": TYPED}


@pytest.fixture
def worker():
    return people.wot_worker()


@pytest.fixture
def mover():
    return people.wot_worker()


@pytest.mark.parametrize(
    ("act", "form"),
    [
        ("accepteren", {"first_contact_on": "2026-11-24", "words": TYPED}),
        ("terugsturen", {"reason": "other", "words": TYPED}),
    ],
)
def test_a_colleague_returned_the_referral(as_person, act, form):
    referral, first, second = referrals.sent(), people.partner(), people.partner()
    client, page = as_person(second), f"/verwijzingen/{referral.shown_code}/"
    client.get(page)
    doing(first, answering.send_back, referral, reason="full")
    assert told(client.post(f"{page}{act}/", form), first.name)
    assert Referral.objects.get().status == Referral.Status.RETURNED
    assert told(client.post(f"{page}{act}/", form), first.name), "and so at the second try"
    refused = Event.objects.filter(result="refused", actor=second, record_id=referral.pk)
    assert [event.verb for event in refused] == ["answer", "answer"], "who keeps a receipt alone tried, on record"
    assert not Event.objects.filter(result="refused", actor=first).exists()


def test_the_sender_took_the_referral_back(as_person):
    referral, second = referrals.sent(), people.partner()
    client, page = as_person(second), f"/verwijzingen/{referral.shown_code}/"
    client.get(page)
    doing(referral.sender, sending.withdraw, referral, reason="solved")
    reply = client.post(f"{page}terugsturen/", {"reason": "other", "words": TYPED})
    assert told(reply, referral.sender.name)


def test_a_coordinator_gave_the_referral_to_a_colleague(as_person):
    referral, chief = referrals.accepted(), people.coordinator(team="Ontruimingspreventie")
    doing(referral.accepted_by, answering.start, referral)
    client, page = as_person(referral.accepted_by), f"/verwijzingen/{referral.shown_code}/"
    client.get(page)
    doing(chief, answering.reassign, referral, to=people.partner(), reason="absent")
    assert told(client.post(f"{page}stoppen/", {"reason": "moved", "words": TYPED}), chief.name)
    assert Referral.objects.get().status == Referral.Status.STARTED


def test_a_colleague_gave_the_signal_to_another_team(as_person, worker, mover):
    signal = cases.signal()
    client, page = as_person(worker), f"/signalen/{signal.shown_code}/"
    client.get(page)
    rerouted(signal, mover)
    assert told(client.post(f"{page}afronden/", CLOSE), mover.name)
    assert client.get(page).status_code == 404


def test_who_typed_nothing_reads_it_too(as_person, worker, mover):
    signal = cases.signal()
    client, page = as_person(worker), f"/signalen/{signal.shown_code}/"
    client.get(page)
    rerouted(signal, mover)
    reply = client.post(f"{page}vraag/", {"stop": "1"})
    assert (reply.status_code, mover.name in reply.content.decode()) == (409, True)


def test_the_case_went_to_a_colleague(as_person):
    case, chief = cases.case(), people.coordinator()
    client, page = as_person(case.director), f"/casussen/{case.shown_code}/"
    client.get(page)
    doing(chief, casework.reassign, case, to=people.wot_worker(), reason="absent")
    form = {"words": TYPED, "form_key": uuid.uuid4()}
    assert told(client.post(f"{page}notitie/", form), chief.name)
    assert not Case.objects.get().notes.exists()


def test_the_writer_took_the_signal_back_and_is_not_named(as_person, worker):
    signal = cases.signal()
    client, page = as_person(worker), f"/signalen/{signal.shown_code}/"
    client.get(page)
    doing(signal.writer, reporting.withdraw, signal)
    reply = client.post(f"{page}afronden/", CLOSE)
    assert told(reply, "De melder")
    assert signal.writer.name not in reply.content.decode()


def test_a_worker_who_decides_on_a_signal_of_their_own_is_not_told_to_be_its_writer(as_person, worker, mover):
    signal = cases.signal(by=mover)
    client, page = as_person(worker), f"/signalen/{signal.shown_code}/"
    client.get(page)
    doing(mover, triage.close_with, signal, reason="not_a_concern")
    assert told(client.post(f"{page}afronden/", CLOSE | {"reason": "other"}), mover.name)
    again = cases.signal(by=mover)
    page = f"/signalen/{again.shown_code}/"
    client.get(page)
    rerouted(again, mover)
    assert told(client.post(f"{page}afronden/", CLOSE), mover.name)


def test_the_history_of_a_case_does_not_tell_that_a_colleague_reported(as_person, worker):
    case, second = cases.case(by=worker, about=cases.signal(by=worker)), people.wot_worker()
    doing(people.coordinator(), casework.reassign, case, to=second, reason="absent")
    changes = as_person(second).get(f"/casussen/{case.shown_code}/geschiedenis/").context["changes"]
    who = {change["why"]: change["who"] for change in changes if change["about"].startswith("Signaal")}
    assert who == {"Gemeld": "melder", "Past bij ons team": worker.name, "Opgepakt": worker.name}


def secret(reply, *names):
    """Whether a reply tells nothing but the own words."""
    html = reply.content.decode()
    return reply.status_code == 404 and NOT_ANY_MORE in html and not any(name in html for name in names)


def test_who_never_had_it_open_learns_nothing(as_person, worker, mover):
    signal = cases.signal()
    rerouted(signal, mover)
    for stranger in (worker, people.wot_worker(team="CO-team"), people.partner()):
        reply = as_person(stranger).post(f"/signalen/{signal.shown_code}/afronden/", CLOSE)
        assert secret(reply, mover.name)


def test_who_saw_it_only_in_a_list_learns_nothing(as_person, worker, mover):
    signal, client = cases.signal(), as_person(worker)
    client.get("/postvak/")
    rerouted(signal, mover)
    assert secret(client.post(f"/signalen/{signal.shown_code}/afronden/", CLOSE), mover.name)


def test_a_page_of_some_days_ago_tells_nothing(as_person, worker, mover, clock):
    signal, client = cases.signal(), as_person(worker)
    client.get(f"/signalen/{signal.shown_code}/")
    rerouted(signal, mover)
    clock.put(timezone.now() + timedelta(days=3))
    reply = as_person(worker).post(f"/signalen/{signal.shown_code}/afronden/", CLOSE)
    assert secret(reply, mover.name)


def test_what_ended_by_the_clock_was_nobodys_act(as_person, worker, mover, clock):
    signal, client = cases.signal(), as_person(worker)
    doing(mover, triage.close_with, signal, reason="not_a_concern")
    signal.team_grants.update(ends_at=timezone.now() + timedelta(hours=1))
    client.get(f"/signalen/{signal.shown_code}/")
    signal.team_grants.update(ends_at=timezone.now() - timedelta(seconds=1))
    assert secret(client.post(f"/signalen/{signal.shown_code}/afronden/", CLOSE), mover.name)


def test_who_left_the_desk_meanwhile_learns_nothing(as_person, worker, mover):
    signal, client = cases.signal(), as_person(worker)
    client.get(f"/signalen/{signal.shown_code}/")
    rerouted(signal, mover)
    end_membership(worker.memberships.get(), by=people.BY)
    assert secret(client.post(f"/signalen/{signal.shown_code}/afronden/", CLOSE), mover.name)


def test_what_is_not_there_costs_as_much_as_what_is_hidden(as_person, mover):
    signal, client = cases.signal(), as_person(people.partner())
    rerouted(signal, mover)
    asked = [
        len(posted_statements(client, f"/signalen/{code}/afronden/", CLOSE, status=404))
        for code in (signal.shown_code, signal.shown_code, "ZZZZ-ZZZZ")
    ]
    assert asked[1] == asked[2]


def test_accepting_what_was_accepted_names_who_did(as_person):
    referral, first, second = referrals.sent(), people.partner(), people.partner()
    client, page = as_person(second), f"/verwijzingen/{referral.shown_code}/"
    client.get(page)
    doing(first, answering.accept, referral, first_contact_on=date(2026, 11, 24))
    assert told(client.post(f"{page}terugsturen/", {"reason": "other", "words": TYPED}), first.name)


def test_the_traces_of_a_refusal_stay(as_person, worker, mover):
    signal, client = cases.signal(), as_person(worker)
    client.get(f"/signalen/{signal.shown_code}/")
    looks = Look.objects.count()
    rerouted(signal, mover)
    client.post(f"/signalen/{signal.shown_code}/afronden/", CLOSE)
    assert Look.objects.filter(record_id=signal.pk, kind=Look.Kind.OPENED, actor=worker).count() >= 1
    assert Look.objects.count() >= looks


def test_two_tabs_hear_who_corrected_and_not_who_read_meanwhile(as_person, worker):
    signal = cases.signal()
    client, at = as_person(signal.writer), f"/mijn-signalen/{signal.shown_code}/verbeteren/"
    tabs = [dict(FormReader(client.get(at).content.decode(), "verbeteren").values) for _ in range(2)]
    assert client.post(at, tabs[0] | {"observation": "Eerste tab."}).status_code == 302
    first_reading(Signal.objects.get(pk=signal.pk), by=worker)
    reply = client.post(at, tabs[1] | {"observation": "Tweede tab."})
    assert reply.status_code == 409
    assert "Je hebt dit zelf net gewijzigd." in reply.content.decode()
    assert "Tweede tab." in reply.content.decode()
