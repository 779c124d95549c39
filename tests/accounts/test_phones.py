"""A ticket lets one phone hand in signals for one person, and ends when it must."""

import hashlib
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from signalering.accounts import phones
from signalering.accounts.actions import close_account
from signalering.accounts.models import Phone
from signalering.audit.models import Event, Look
from tests.accounts import factories as people
from tests.accounts.test_sign_in import password_of
from tests.addresses import TABLE
from tests.cases.sealing import Phone as Sending
from tests.walking import path

pytestmark = pytest.mark.django_db
LOGIN, LOGOUT, PHONES = "/account/inloggen/", "/account/uitloggen/", "/account/telefoons/"


@pytest.fixture
def nurse():
    return people.home_care()


def signed_in(person, **typed):
    """A browser in which somebody signed in with a password."""
    client = Client(headers={"User-Agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile"})
    reply = client.post(LOGIN, {"login": person.email, "password": password_of(person), **typed})
    assert reply.status_code == 302
    return client


def works(sending):
    """Whether a phone can still hand something in."""
    return sending.send(sending.letter()).status_code == 201


def later(monkeypatch, **passed):
    """Move the clock of the tickets."""
    real, gone = timezone.now, timedelta(**passed)
    monkeypatch.setattr(timezone, "now", lambda: real() + gone)


def test_a_ticket_is_random_and_only_its_digest_is_kept(nurse):
    sending = Sending(signed_in(nurse))
    phone = Phone.objects.get(person=nurse)
    assert len(sending.ticket) == 43
    assert bytes(phone.ticket_digest) == hashlib.sha256(sending.ticket.encode()).digest()
    assert (phone.kind, phone.shared, phone.until.isoformat()) == ("iphone", False, sending.until)
    assert timedelta(days=13, hours=23) < phone.until - timezone.now() <= timedelta(days=14)
    assert Event.objects.filter(verb="give_ticket", actor=nurse, record_id=phone.pk).exists()


def test_a_phone_that_asks_again_is_the_same_phone(nurse):
    client = signed_in(nurse)
    first, second = Sending(client), Sending(client)
    assert Phone.objects.filter(person=nurse).count() == 1
    assert not works(Reusing(second, first.ticket)), "the older ticket is replaced"
    assert works(second)


class Reusing(Sending):
    """A phone that sends with a ticket of before."""

    def __init__(self, sending, ticket):
        self.start, self.ticket = sending.start, ticket


def test_a_ticket_needs_a_session_a_token_and_a_role(nurse, as_person):
    assert Client().post("/telefoon/kaartje/").json() == {"reason": "signed_out"}
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = signed_in(nurse).cookies
    assert strict.post("/telefoon/kaartje/").status_code == 403
    token = strict.get("/telefoon/start/").json()["csrf"]
    assert strict.post("/telefoon/kaartje/", headers={"X-CSRFToken": token}).status_code == 201
    officer = as_person(people.privacy_officer())
    refused = officer.post("/telefoon/kaartje/")
    assert (refused.status_code, refused.json()) == (403, {"reason": "not_for_you"})
    assert officer.get("/telefoon/start/").json() == {"reason": "not_for_you"}


def test_a_ticket_outlives_its_session(nurse):
    client = signed_in(nurse)
    sending = Sending(client)
    client.session.flush()
    assert client.get("/telefoon/start/").status_code == 401
    assert works(sending)


def test_a_ticket_reads_nothing(nurse):
    sending = Sending(signed_in(nurse))
    plain = [address for address in TABLE if not address.record and address.anonymous == 302]
    assert plain
    stranger = Client(headers={"Authorization": f"Bearer {sending.ticket}"})
    for address in plain:
        assert stranger.get(path(address.name, "", None)).status_code == 302, address.name
    assert stranger.get("/telefoon/start/").status_code == 401
    assert stranger.post("/telefoon/kaartje/").status_code == 401
    assert works(sending)
    assert not Look.objects.exists()


@pytest.mark.parametrize("wrong", ["", "x", "\x00", "é" * 20, "a" * 5000])
def test_another_ticket_opens_nothing(nurse, wrong):
    sending = Sending(signed_in(nurse))
    letter = sending.letter()
    reply = sending.send(letter, ticket=wrong or " ")
    assert (reply.status_code, reply.json()) == (401, {"id": letter["id"], "reason": "ticket"})


def test_a_ticket_runs_out_unless_it_is_used(nurse, monkeypatch):
    used, unused = Sending(signed_in(nurse)), Sending(signed_in(nurse))
    before = Phone.objects.get(ticket_digest=phones.digest(used.ticket)).until
    assert works(used)
    assert Phone.objects.get(ticket_digest=phones.digest(used.ticket)).until == before, "at most once a day"
    later(monkeypatch, days=10)
    assert works(used)
    assert Phone.objects.get(ticket_digest=phones.digest(used.ticket)).until > before + timedelta(days=9)
    later(monkeypatch, days=10)
    assert works(used)
    assert not works(unused)


def test_signing_out_ends_the_phone_of_that_session_alone(nurse):
    here, there = signed_in(nurse), signed_in(nurse)
    first, second = Sending(here), Sending(there)
    here.post(LOGOUT)
    assert not works(first)
    assert works(second)
    assert Phone.objects.get(ticket_digest=phones.digest(first.ticket)).ended_because == "signed_out"


def test_signing_out_from_afar_ends_the_phone_too(nurse):
    here, there = signed_in(nurse), signed_in(nurse)
    first, second = Sending(here), Sending(there)
    here.post("/account/apparaten/")
    assert works(first)
    assert not works(second)


def test_a_lost_phone_sends_nothing_and_is_signed_out(nurse):
    here, lost = signed_in(nurse), signed_in(nurse)
    mine, gone = Sending(here), Sending(lost)
    assert "iPhone of iPad" in here.get(PHONES).content.decode()
    key = Phone.objects.get(ticket_digest=phones.digest(gone.ticket)).pk
    reply = here.post(PHONES, {"phone": key}, follow=True)
    assert "kan niets meer versturen" in reply.content.decode()
    assert not works(gone)
    assert works(mine)
    assert lost.get("/telefoon/start/").status_code == 401
    assert here.get("/telefoon/start/").status_code == 200
    assert str(key) not in here.get(PHONES).content.decode()


def test_nobody_ends_the_phone_of_another(nurse, as_person):
    sending = Sending(signed_in(nurse))
    key = Phone.objects.get().pk
    as_person(people.home_care()).post(PHONES, {"phone": key})
    for wrong in ("", "x", "\x00", "é"):
        assert as_person(nurse).post(PHONES, {"phone": wrong}).status_code == 200
    assert works(sending)


def test_closing_an_account_marks_its_phones_apart_from_the_rest(nurse):
    out, there = signed_in(nurse), signed_in(nurse)
    Sending(out)
    Sending(there)
    out.post(LOGOUT)
    close_account(nurse, by=people.BY)
    assert sorted(Phone.objects.filter(person=nurse).values_list("ended_because", flat=True)) == [
        "account_closed",
        "signed_out",
    ]


def test_a_shared_phone_has_a_short_session_and_no_longer_ticket(nurse, monkeypatch):
    client = signed_in(nurse, shared="on")
    assert client.session.get_expiry_age() <= 15 * 60
    sending = Sending(client)
    assert sending.start["shared"] is True
    phone = Phone.objects.get()
    assert phone.shared
    assert timedelta(minutes=14) < phone.until - timezone.now() <= timedelta(minutes=15)
    assert works(sending)
    assert Phone.objects.get().until == phone.until
    later(monkeypatch, minutes=16)
    assert not works(sending)


def test_a_shared_phone_is_signed_out_whatever_is_done_on_it(nurse, monkeypatch):
    client, real = signed_in(nurse, shared="on"), phones.sessions.time.time
    monkeypatch.setattr(phones.sessions.time, "time", lambda: real() + 14 * 60)
    assert client.get("/telefoon/start/").status_code == 200
    monkeypatch.setattr(phones.sessions.time, "time", lambda: real() + 15 * 60)
    assert client.get("/telefoon/start/").status_code == 401


def test_signing_in_again_beside_a_form_can_say_that_the_phone_is_shared(nurse):
    typed = {"resume_email": nurse.email, "resume_password": password_of(nurse), "theme": "other", "step": "theme"}
    for shared in ({"resume_shared": "1"}, {}):
        client = Client()
        client.post("/signaal/formulier/", {**typed, **shared})
        assert phones.sessions.is_shared(client.session) is bool(shared)
    assert Session.objects.exists()


@pytest.mark.parametrize(
    ("agent", "kind"),
    [
        ("Mozilla/5.0 (Linux; Android 15; Pixel 8) Mobile", "android"),
        ("Mozilla/5.0 (iPad; CPU OS 17_0)", "iphone"),
        ("Mozilla/5.0 (X11; Linux x86_64)", "computer"),
        ("curl/8", "other"),
        ("", "other"),
    ],
)
def test_of_a_device_only_its_kind_is_kept(agent, kind):
    assert phones.kind_of(agent) == kind
