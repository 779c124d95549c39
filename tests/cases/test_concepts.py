"""A draft that was not sent: its writer finishes it within a week, and nobody else ever reads it."""

import json
import re
import uuid
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from signalering.accounts.actions import close_account
from signalering.audit.models import Look
from signalering.cases.actions import concepts
from signalering.cases.models import Concept, Signal
from signalering.crypto.models import DataKey
from tests.accounts import factories as people
from tests.cases.browsing import Walk
from tests.cases.sealing import PLAIN, Phone

pytestmark = pytest.mark.django_db
DRAFT = {**PLAIN, "kind": "concept", "opinion": "Ik maak me zorgen.", "already_done": "Aangebeld.", "urgency": "today"}


@pytest.fixture
def nurse():
    return people.home_care()


@pytest.fixture
def phone(nurse, as_person):
    return Phone(as_person(nurse))


def draft(phone, content=None, **changed):
    """A sealed concept."""
    return phone.letter({**DRAFT, **(content or {})}, kind="concept", **changed)


def address(concept):
    return f"/mijn-signalen/concepten/{concept.shown_code}/"


def test_a_concept_is_no_signal(phone, nurse):
    letter = draft(phone)
    reply = phone.send(letter)
    assert (reply.status_code, reply.json()) == (201, {"id": letter["id"], "state": "concept"})
    assert phone.send(letter).content == reply.content
    assert phone.send({**letter, "box": draft(phone, id=letter["id"])["box"]}).content == reply.content
    concept = Concept.objects.get()
    assert (concept.writer, concept.theme) == (nurse, "money_or_rent")
    assert timedelta(days=6, hours=23) < concept.ends_at - concept.created_at <= timedelta(days=7)
    assert not Signal.objects.exists()


def test_what_the_box_says_is_what_it_is(phone):
    phone.send({**draft(phone), "kind": "signal"})
    assert (Concept.objects.count(), Signal.objects.count()) == (1, 0)
    phone.send({**phone.letter(), "kind": "concept"})
    assert (Concept.objects.count(), Signal.objects.count()) == (1, 1)


def test_only_its_writer_opens_it(phone, nurse, as_person):
    phone.send(draft(phone))
    concept = Concept.objects.get()
    everybody = [people.home_care(), people.wot_worker(), people.coordinator(), people.privacy_officer()]
    assert [as_person(person).get(address(concept)).status_code for person in everybody] == [404] * 4
    assert Client().get(address(concept)).status_code == 302
    mine = as_person(nurse)
    listed = mine.get("/mijn-signalen/").content.decode()
    assert address(concept) in listed
    assert "Stapel post" not in listed
    assert "Stapel post" in mine.get(address(concept)).content.decode()
    look = Look.objects.filter(label="concept", kind="opened").get()
    assert (look.actor, look.fields, look.origin_kind) == (nurse, ["words"], "report")


def test_its_writer_finishes_it_on_the_form(phone, nurse, as_person, reading):
    long_ago = (timezone.now() - timedelta(days=2)).isoformat()
    letter = draft(phone, {"observed_at": long_ago})
    phone.send(letter)
    concept = Concept.objects.get()
    walk = Walk(as_person(nurse), address(concept))
    assert (walk.step, walk.shown["theme"]) == ("theme", ["money_or_rent"])
    walk.address = "/signaal/formulier/"
    walk.send()
    assert (walk.step, walk.shown["postcode"]) == ("where", ["3117BX"])
    walk.send()
    assert walk.step == "what"
    assert walk.shown["chips"] == ["post_unopened"]
    assert walk.shown["urgency"] == ["today"]
    walk.send(observation="Nu af.")
    signal = Signal.objects.get(writer=nurse)
    assert walk.reply["Location"] == f"/signaal/{signal.shown_code}/ontvangen/"
    assert str(signal.form_key) == letter["id"]
    assert signal.observed_at.isoformat() == long_ago
    with reading(nurse):
        assert (signal.observation, signal.opinion, signal.already_done) == (
            "Nu af.",
            "Ik maak me zorgen.",
            "Aangebeld.",
        )
    assert DataKey.objects.get(pk=concept.pk).wrapped is None
    assert as_person(nurse).get(address(concept)).status_code == 404
    assert phone.send(letter).json() == {"id": letter["id"], "state": "concept"}, "a repeat makes no second one"
    assert Concept.objects.count() == 1


def test_after_its_days_nobody_can_read_it(phone, nurse, as_person, monkeypatch):
    phone.send(draft(phone))
    concept = Concept.objects.get()
    assert concepts.destroy_ended() == 0
    real = timezone.now
    monkeypatch.setattr(timezone, "now", lambda: real() + timedelta(days=7, minutes=1))
    assert concepts.destroy_ended() == 1
    assert concepts.destroy_ended() == 0
    assert DataKey.objects.get(pk=concept.pk).wrapped is None
    assert as_person(nurse).get(address(concept)).status_code == 404
    assert address(concept) not in as_person(nurse).get("/mijn-signalen/").content.decode()


def test_other_words_under_the_same_key_stand_beside_it(phone, nurse, as_person):
    letter = draft(phone)
    phone.send(letter)
    second = draft(phone, {"observation": "Iets anders."}, id=letter["id"])
    replies = [phone.send(second) for _ in range(2)]
    assert {reply.content for reply in replies} == {replies[0].content}
    assert replies[0].status_code == 409
    assert replies[0].json() == {"id": letter["id"], "state": "concept", "reason": "other_content"}
    pages = [as_person(nurse).get(address(concept)).content.decode() for concept in Concept.objects.order_by("pk")]
    assert ["Stapel post" in page for page in pages] == [True, False]
    assert ["Iets anders." in page for page in pages] == [False, True]


def test_a_signal_and_a_concept_of_one_key_are_both_kept(phone, nurse):
    key = str(uuid.uuid4())
    assert phone.send(draft(phone, id=key)).json()["state"] == "concept"
    assert phone.send(phone.letter(id=key)).json()["state"] == "received"
    assert (Concept.objects.count(), Signal.objects.filter(writer=nurse).count()) == (1, 1)


def test_a_concept_of_who_left_opens_for_nobody_and_ends(phone, nurse, as_person):
    close_account(nurse, by=people.BY)
    assert phone.send(draft(phone)).json()["state"] == "concept"
    concept = Concept.objects.get()
    assert not concept.person_grants.exists()
    assert not concept.team_grants.exists()
    assert as_person(people.coordinator()).get(address(concept)).status_code == 404


@pytest.mark.parametrize("consent", ["not_discussed", "yes_no_help"])
def test_what_no_signal_may_hold_is_not_kept_in_a_concept_either(phone, nurse, reading, consent):
    told = {
        "observation": "BSN 111222333 van mevrouw",
        "name": "Mw. Zandvoortse",
        "consent_answer": consent,
        "chips": ["post_unopened", "12 34 56 782"],
        "iets": {"diep": ["123456782"]},
        "getal": 111222333,
    }
    letter = draft(phone, told)
    assert phone.send(letter).status_code == 201
    assert phone.send({**letter, "box": draft(phone, told, id=letter["id"])["box"]}).status_code == 201
    with reading(nurse):
        kept = Concept.objects.get().words
    assert not re.search(r"Zandvoortse|111222333|123456782|12 34 56 782", kept)
    assert json.loads(kept)["observation"] == "BSN [nummer weggelaten] van mevrouw"
    assert json.loads(kept)["chips"][0] == "post_unopened"


def test_a_concept_of_a_shop_names_only_who_said_yes(as_person, reading):
    shop = people.shopkeeper()
    phone = Phone(as_person(shop))
    for consent in ("not_safe", "yes_wants_help"):
        phone.send(draft(phone, {"name": "Mw. Zandvoortse", "consent_answer": consent}))
    with reading(shop):
        named = ["Zandvoortse" in concept.words for concept in Concept.objects.order_by("pk")]
    assert named == [False, True]


@pytest.mark.parametrize(
    "told",
    [
        {"observation": "a\x00b\ud800c"},
        {"theme": "weer", "chips": "los", "house_number": {"a": 1}},
        {"chips": [1, None, ["x"]], "postcode": None, "area": 3},
    ],
)
def test_a_strange_draft_can_still_be_finished(phone, nurse, as_person, told):
    content = {"v": 1, "kind": "concept", **told}
    assert phone.send(phone.letter(raw=json.dumps(content).encode(), kind="concept")).status_code == 201
    walk = Walk(as_person(nurse), address(Concept.objects.get()))
    walk.address = "/signaal/formulier/"
    walk.send(theme="other")
    assert walk.step == "where"
