"""Letters of other versions of the page: the earliest is still taken in, a later one is kept.

The letters in `letters-v1.json` were sealed in the first version of the page; with them stand the keys of that day.
"""

import base64
import json
import uuid
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from signalering.accounts.models import User
from signalering.cases.models import Concept, KeptBox, Signal
from signalering.crypto.boxes import WRAPPED
from signalering.crypto.keys import wrap
from signalering.crypto.models import BoxKey
from tests.accounts import factories as people
from tests.cases.sealing import Phone

pytestmark = pytest.mark.django_db
KEPT = json.loads(Path(__file__).with_name("letters-v1.json").read_text())
SIGNAL, CONCEPT = KEPT["letters"]


@pytest.fixture
def phone(settings, tmp_path, monkeypatch, as_person):
    """The phone of the writer of then, who signed in again since; the server has its keys of then."""
    settings.PSEUDONYM_KEY_FILE = tmp_path / "pseudonym_key"
    settings.PSEUDONYM_KEY_FILE.write_text(KEPT["pseudonym_key"])
    settings.PSEUDONYM_KEY_FILE.chmod(0o600)
    monkeypatch.setattr(User._meta.get_field("id"), "_get_default", lambda: uuid.UUID(KEPT["account"]))
    key = BoxKey(pk=uuid.UUID(KEPT["kid"]), until=timezone.now() + timedelta(days=1))
    key.wrapped = wrap(key.pk, bytes.fromhex(KEPT["private"]), WRAPPED)
    key.public = base64.b64decode(KEPT["public"])
    key.save(force_insert=True)
    return Phone(as_person(people.home_care()))


def test_the_earliest_signal_comes_in_once(phone, reading):
    answers = [phone.send(SIGNAL) for _ in range(2)]
    assert {answer.status_code for answer in answers} == {201}
    assert {answer.content for answer in answers} == {answers[0].content}
    assert answers[0].json() == {"id": SIGNAL["id"], "state": "received", "name": "rode trui"}
    signal = Signal.objects.get()
    with reading(signal.writer):
        assert (signal.observation, signal.postcode, signal.name) == ("Stapel ongeopende post.", "3117BX", "Mw. A.")
    assert not signal.arrival.incomplete


def test_the_earliest_concept_comes_in_once(phone):
    answers = [phone.send(CONCEPT) for _ in range(2)]
    assert {answer.content for answer in answers} == {answers[0].content}
    assert answers[0].json() == {"id": CONCEPT["id"], "state": "concept"}
    assert Concept.objects.get().theme == "money_or_rent"


def test_an_early_letter_and_one_of_now_are_one_signal(phone):
    assert phone.send(SIGNAL).status_code == 201
    assert phone.send({**SIGNAL, "v": 2, "from_later": {"more": 1}}).status_code == 201
    assert Signal.objects.count() == 1


def test_a_letter_of_a_later_version_is_kept_as_it_came(phone):
    later = {**phone.letter(raw=b"sealed in a way that nobody knows here"), "v": 2}
    later["box"] = phone.sealed(b"{}", str(uuid.uuid4()))
    answers = [phone.send(later) for _ in range(2)]
    assert {(answer.status_code, answer.content) for answer in answers} == {(400, answers[0].content)}
    assert answers[0].json() == {"id": later["id"], "reason": "does_not_open"}
    assert bytes(KeptBox.objects.get().box) == base64.b64decode(later["box"])
    assert not Signal.objects.exists()
