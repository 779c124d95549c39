"""What the phone of somebody who left still holds: only the coordinators read it, until they let it in."""

from datetime import timedelta

import pytest
from django.utils import timezone

from signalering.accounts.actions import close_account, end_membership
from signalering.audit.models import Event
from signalering.cases.models import Deadline, Notice, Signal
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.cases.sealing import PLAIN, Phone

pytestmark = pytest.mark.django_db
LEFT = "melder niet meer actief"


@pytest.fixture
def nurse():
    return people.home_care(name="Kees Vertrokken")


@pytest.fixture
def phone(nurse, as_person):
    return Phone(as_person(nurse))


@pytest.fixture
def signal(phone, nurse):
    """A signal that came in from somebody whose account was closed."""
    letter = phone.letter({**PLAIN, "area": cases.oost().statcode})
    close_account(nurse, by=people.BY)
    reply = phone.send(letter)
    found = Signal.objects.get(writer=nurse)
    assert (reply.status_code, reply.json()) == (
        201,
        {"id": letter["id"], "state": "received", "name": found.words_name},
    ), "answered as to anybody"
    assert phone.send(letter).content == reply.content
    return found


def address(signal):
    return f"/signalen/{signal.shown_code}/"


def test_only_coordinators_of_the_team_read_it(signal, as_person, nurse):
    refused = [people.wot_worker(), people.coordinator("WOT Zuid"), people.privacy_officer(), people.home_care(), nurse]
    assert [as_person(person).get(address(signal)).status_code for person in refused[:4]] == [404] * 4
    assert as_person(nurse).get(address(signal)).status_code == 302, "signs in no more"
    coordinator = people.coordinator()
    page = as_person(coordinator).get(address(signal)).content.decode()
    assert LEFT in page
    assert "Stapel post in de gang." in page
    assert "Kees Vertrokken" in page
    assert "Oppakken" not in page
    inbox = as_person(coordinator).get("/postvak/").content.decode()
    assert "Van melders die niet meer actief zijn" in inbox
    assert address(signal) in inbox
    assert address(signal) not in as_person(people.wot_worker()).get("/postvak/").content.decode()


def test_nothing_is_given_to_who_left(signal, nurse):
    assert not signal.person_grants.exists()
    assert not Notice.objects.filter(to=nurse).exists()
    assert set(Deadline.objects.filter(about_id=signal.pk).values_list("rule__slug", flat=True)) == {"DL23"}


def test_a_coordinator_lets_it_in(signal, as_person):
    coordinator, worker = people.coordinator(), people.wot_worker()
    reply = as_person(coordinator).post(address(signal) + "toelaten/", follow=True)
    assert "Dit signaal staat nu in het postvak." in reply.content.decode()
    page = as_person(worker).get(address(signal)).content.decode()
    assert "Oppakken" in page
    assert LEFT in page
    assert "Kees Vertrokken" in page
    assert "Vraag stellen" not in page, "nobody would answer"
    assert address(signal) in as_person(worker).get("/postvak/").content.decode()
    assert "Van melders die" not in as_person(coordinator).get("/postvak/").content.decode()
    assert Event.objects.filter(verb="let_in", actor=coordinator, result="done").count() == 1
    as_person(coordinator).post(address(signal) + "toelaten/")
    assert Event.objects.filter(verb="let_in").count() == 1


def test_nobody_else_lets_it_in(signal, as_person):
    for person in (people.wot_worker(), people.coordinator("WOT Zuid")):
        assert as_person(person).post(address(signal) + "toelaten/").status_code == 404
    signal.arrival.refresh_from_db()
    assert signal.arrival.in_quarantine


def test_an_incomplete_one_asks_nobody(phone, nurse):
    close_account(nurse, by=people.BY)
    phone.send(phone.letter({"kind": "signal", "theme": "other"}))
    signal = Signal.objects.get(writer=nurse)
    assert (signal.status, signal.arrival.incomplete) == ("new", True)
    assert not signal.additions.exists()


def test_who_has_no_place_any_more_is_treated_alike(phone, nurse):
    end_membership(nurse.memberships.get(), by=people.BY)
    assert phone.send(phone.letter()).status_code == 201
    assert Signal.objects.get(writer=nurse).arrival.in_quarantine


def test_other_words_reach_the_coordinators_too(signal, phone, as_person):
    letter = phone.letter({**PLAIN, "observation": "Toch anders."}, id=str(signal.form_key))
    assert phone.send(letter).status_code == 409
    assert "Toch anders." in as_person(people.coordinator()).get(address(signal)).content.decode()


def test_a_phone_that_was_lost_or_signed_out_before_stays_out(nurse, phone, as_person):
    client = as_person(nurse)
    lost = Phone(client)
    key = nurse.phones.order_by("-created_at").first().pk
    client.post("/account/telefoons/", {"phone": key})
    close_account(nurse, by=people.BY)
    assert lost.send(lost.letter()).status_code == 401
    assert phone.send(phone.letter()).status_code == 201


def test_an_old_ticket_of_who_left_still_brings_what_it_held_but_not_for_ever(phone, nurse, monkeypatch):
    real = timezone.now
    monkeypatch.setattr(timezone, "now", lambda: real() + timedelta(days=20))
    letter = phone.letter()
    assert phone.send(letter).status_code == 401
    monkeypatch.setattr(timezone, "now", real)
    close_account(nurse, by=people.BY)
    monkeypatch.setattr(timezone, "now", lambda: real() + timedelta(days=20))
    assert phone.send(letter).status_code == 201, "nobody can sign in on it any more"
    monkeypatch.setattr(timezone, "now", lambda: real() + timedelta(days=91))
    assert phone.send(phone.letter()).status_code == 401
