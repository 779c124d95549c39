"""A new password ends what could still be done with the old one, also by phones; nothing that waits is lost."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from signalering.accounts.models import Phone
from signalering.cases.models import Signal
from tests.accounts import factories as people
from tests.accounts.test_phones import LOGIN, signed_in, works
from tests.accounts.test_sign_in import password_of
from tests.cases.sealing import Phone as Sending
from tests.posting import mails_are_out

pytestmark = pytest.mark.django_db
NEW = "Regenboog-over-de-Schie"


@pytest.fixture
def nurse():
    return people.home_care()


def reset(person, mailoutbox, client):
    """Somebody with the mail of this person chooses another password."""
    client.post(reverse("account_reset_password"), {"email": person.email})
    mails_are_out()
    link = re.search(r"http://[^/]+(/\S+)", mailoutbox[-1].body)[1]
    assert client.post(client.get(link).url, {"password1": NEW, "password2": NEW}).status_code == 302


def endings(person):
    """Why the phones of a person ended."""
    return sorted(Phone.objects.filter(person=person).values_list("ended_because", flat=True))


def test_a_password_by_mail_ends_every_phone_of_that_account_alone(nurse, mailoutbox):
    one, two, other = (Sending(signed_in(who)) for who in (nurse, nurse, people.home_care()))
    reset(nurse, mailoutbox, Client())
    assert not works(one)
    assert not works(two)
    assert works(other)
    assert endings(nurse) == ["new_password", "new_password"]


def test_also_the_phone_on_which_the_mail_was_opened_while_signed_in(nurse, mailoutbox):
    client = signed_in(nurse)
    sending = Sending(client)
    reset(nurse, mailoutbox, client)
    assert client.get("/telefoon/start/").status_code == 401
    assert not works(sending)


def test_a_changed_password_ends_every_phone_but_the_one_it_was_changed_on(nurse):
    here, there = signed_in(nurse), signed_in(nurse)
    mine, other = Sending(here), Sending(there)
    typed = {"oldpassword": password_of(nurse), "password1": NEW, "password2": NEW}
    assert here.post(reverse("account_change_password"), typed).status_code == 302
    assert there.get("/telefoon/start/").status_code == 401
    assert not works(other)
    assert here.get("/telefoon/start/").status_code == 200
    assert works(mine)
    assert endings(nurse) == ["", "new_password"]


def test_what_waits_on_such_a_phone_is_sent_after_signing_in_again(nurse, mailoutbox):
    client = signed_in(nurse)
    sending = Sending(client)
    letter = sending.letter()
    reset(nurse, mailoutbox, Client())
    refused = sending.send(letter)
    assert (refused.status_code, refused.json()) == (401, {"id": letter["id"], "reason": "ticket"}), "so it waits"
    assert client.post("/telefoon/kaartje/").status_code == 401, "and asks to sign in"
    assert client.post(LOGIN, {"login": nurse.email, "password": NEW}).status_code == 302
    assert Sending(client).send(letter).status_code == 201
    assert Signal.objects.count() == 1
