"""Whatever is sent to the phone's addresses: an answer in JSON, nothing lost, nothing shown, nothing logged."""

import json
import uuid
from datetime import datetime, timedelta

import pytest
from django.test import Client

from signalering.accounts.sessions import begin
from signalering.cases.models import KeptBox, Signal
from signalering.cases.views.phone import LARGEST_BOX
from tests.accounts import factories as people
from tests.cases.sealing import Phone

pytestmark = pytest.mark.django_db
SEND = "/telefoon/signaal/"
WORD = "Zandloperplein"


@pytest.fixture
def nurse():
    return people.home_care()


@pytest.fixture
def phone(nurse, as_person):
    return Phone(as_person(nurse))


def post(phone, body):
    headers = {"Authorization": f"Bearer {phone.ticket}"}
    return Client().post(SEND, body, content_type="application/json", headers=headers)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\x00",
        b"\xff\xfe",
        b"null",
        b"[]",
        b'"tekst"',
        b"17",
        b"{}",
        b'{"id": null}',
        b'{"id": 7}',
        b'{"id": "x"}',
        b'{"id": "0190A1B2-0000-7000-8000-000000000000"}',
        b'{"id": "0190a1b2-0000-7000-8000-00000000000\\ud800"}',
        b"[" * 100_000,
        b'{"id": ' + b"[" * 100_000,
        b'{"id": ' + b"9" * 5000 + b"}",
    ],
)
def test_a_body_that_cannot_be_read_is_malformed(phone, body):
    reply = post(phone, body)
    assert (reply.status_code, reply.json()) == (400, {"reason": "malformed"})


@pytest.mark.parametrize(
    "changed",
    [
        {"v": 0},
        {"v": True},
        {"v": None},
        {"v": "1"},
        {"kind": "case"},
        {"kind": ["signal"]},
        {"kid": ""},
        {"kid": "a\nb"},
        {"kid": "x" * 33},
        {"kid": 5},
        {"box": None},
        {"box": 5},
        {"box": ["x"]},
        {"box": "geen base64!"},
        {"box": "ééé"},
    ],
)
def test_a_letter_with_strange_writing_is_malformed(phone, changed):
    letter = {**phone.letter(), **changed}
    reply = phone.send(letter)
    assert (reply.status_code, reply.json()) == (400, {"id": letter["id"], "reason": "malformed"})
    assert not Signal.objects.exists()
    assert not KeptBox.objects.exists()


@pytest.mark.parametrize("who", [None, "", 5, "f" * 16, ["x"], {"a": 1}, "\x00", "\ud800"])
def test_a_letter_of_somebody_else_is_refused(phone, who):
    letter = {**phone.letter(), "who": who}
    reply = phone.send(letter)
    assert (reply.status_code, reply.json()) == (403, {"id": letter["id"], "reason": "not_yours"})


def test_a_box_may_not_be_larger_than_16_kb(phone, nurse):
    text = json.dumps({"kind": "signal", "observation": "x" * 15_000}).encode()
    assert phone.send(phone.letter(raw=text)).status_code == 201
    letter = phone.letter(raw=b"x" * LARGEST_BOX)
    reply = phone.send(letter)
    assert (reply.status_code, reply.json()) == (413, {"id": letter["id"], "reason": "too_large"})
    assert post(phone, b'{"id": "' + b"x" * 2_000_000).json() == {"reason": "too_large"}


@pytest.mark.parametrize(
    "raw",
    [
        f"{WORD} \x00".encode(),
        f'{{"observation": "{WORD} \\ud800 \\u0000"}}'.encode(),
        f'{{"observation": "{WORD}", "x": {"[" * 900}{"]" * 900}}}'.encode(),
        f"{WORD} {'[' * 10_000}".encode(),
        f'{{"observation": "{WORD}", "x": {"9" * 5000}}}'.encode(),
        f'{{"observation": "{WORD}", "x": 1e999, "y": NaN}}'.encode(),
        f'{{"observation": ["{WORD}"], "chips": {{"{WORD}": 1}}, "theme": [], "kind": 7}}'.encode(),
        f'{{"{WORD}": "{WORD}", "consent_answer": 5, "words": {{}}}}'.encode(),
        b"\xff\xfe" + WORD.encode(),
    ],
)
def test_whatever_opens_is_taken_and_nothing_of_it_is_lost(phone, nurse, raw, as_person, caplog):
    letter = phone.letter(raw=raw)
    reply = phone.send(letter)
    assert reply.status_code == 201, reply.content
    assert phone.send(letter).content == reply.content
    assert phone.send({**letter, "box": phone.sealed(raw, letter["id"])}).content == reply.content
    signal = Signal.objects.get(writer=nurse)
    page = as_person(people.wot_worker(signal.team.name)).get(f"/signalen/{signal.shown_code}/")
    assert WORD in page.content.decode()
    assert WORD not in caplog.text


def test_other_methods_and_a_cookie_change_nothing(phone, nurse, as_person):
    client = as_person(nurse)
    for method in ("get", "put", "patch", "delete", "head"):
        assert getattr(client, method)(SEND).status_code == 405
    letter = phone.letter()
    reply = client.post(SEND, json.dumps(letter), content_type="application/json")
    assert (reply.status_code, reply.json()) == (401, {"id": letter["id"], "reason": "ticket"})
    for header in ("", "Basic x", f"bearer {phone.ticket}x", "Bearer", phone.ticket):
        sent = Client().post(
            SEND, json.dumps(letter), content_type="application/json", headers={"Authorization": header}
        )
        assert sent.status_code == 401, header
    assert not Signal.objects.exists()


def test_a_reply_tells_nothing_about_others(phone, as_person):
    other = Phone(as_person(people.home_care()))
    known = other.letter()
    other.send(known)
    replies = [phone.send({**phone.letter(), "id": key}) for key in (known["id"], str(uuid.uuid4()))]
    assert [reply.json()["reason"] for reply in replies] == ["does_not_open"] * 2


def test_start_says_what_a_phone_needs_and_no_name(nurse, as_person):
    told = as_person(nurse).get("/telefoon/start/")
    assert set(told.json()) == {
        "who", "kid", "pub", "until", "csrf", "shared", "session_until", "role", "young", "now", "questions",
    }  # fmt: skip
    assert (told.json()["role"], told.json()["young"], told.json()["shared"]) == ("reporter", False, False)
    assert told.json()["session_until"] is None
    assert told.headers["Cache-Control"] == "no-store, private"
    for secret in (nurse.name, nurse.email, str(nurse.pk)):
        assert secret not in told.content.decode()
    assert as_person(people.youth_worker()).get("/telefoon/start/").json()["young"] is True
    again = as_person(nurse).get("/telefoon/start/").json()
    assert (again["who"], again["kid"]) == (told.json()["who"], told.json()["kid"])
    anonymous = Client().get("/telefoon/start/")
    assert anonymous.status_code == 401
    assert set(anonymous.json()) == {"reason", "kid", "pub", "until", "now"}
    assert (anonymous.json()["reason"], anonymous.json()["pub"]) == ("signed_out", told.json()["pub"])


def test_a_shared_phone_learns_when_its_session_ends(nurse, as_person):
    client = as_person(nurse)
    session = client.session
    begin(session, nurse, shared=True)
    session.save()
    told = client.get("/telefoon/start/").json()
    left = datetime.fromisoformat(told["session_until"]) - datetime.fromisoformat(told["now"])
    assert timedelta(minutes=14) < left <= timedelta(minutes=15)
