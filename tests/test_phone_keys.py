"""What an operator can do with the keys of phones, and what ends by itself."""

from datetime import timedelta

import pytest
from django.utils import timezone

from config.management.commands.work import SWEEPERS
from signalering.accounts import phone_keys
from signalering.audit.models import Event
from signalering.cases.models import Concept
from signalering.crypto.models import BoxKey, DataKey
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.cases.sealing import Phone
from tests.commands import refused, run

pytestmark = pytest.mark.django_db


@pytest.fixture
def phone(as_person):
    return Phone(as_person(people.home_care()))


def at(monkeypatch, **passed):
    """Let time pass."""
    real, gone = timezone.now, timedelta(**passed)
    monkeypatch.setattr(timezone, "now", lambda: real() + gone)


def test_a_new_key_is_published_and_the_old_one_still_opens(phone, as_person):
    letter, old = phone.letter(), phone.start["kid"]
    said = run("phone_keys", "rotate")
    start = as_person(people.home_care()).get("/telefoon/start/").json()
    assert start["kid"] != old
    assert start["kid"] in said
    assert phone.send(letter).status_code == 201
    assert Event.objects.filter(verb="rotate_box_key", system="phone_keys").count() == 1


def test_a_key_in_use_goes_only_when_its_name_is_typed_twice(phone):
    kid, letter = phone.start["kid"], phone.letter()
    for confirm in ([], ["--confirm", "ja"], ["--confirm", kid[:-1]]):
        assert f"--confirm {kid}" in refused("phone_keys", "destroy", kid, *confirm)
    assert phone.send(letter).status_code == 201
    assert run("phone_keys", "destroy", kid, "--confirm", kid) == f"Vernietigd: {kid}.\n"
    assert phone.send(phone.letter()).status_code == 410
    event = Event.objects.get(verb="destroy_box_key")
    assert (event.reason, event.record_id.hex) == ("by_hand", kid)
    assert "Er is geen sleutel" in refused("phone_keys", "destroy", kid, "--confirm", kid)
    assert "Er is geen sleutel" in refused("phone_keys", "destroy", "onzin")


def test_a_key_goes_by_itself_when_nothing_sealed_with_it_can_still_arrive(phone, monkeypatch):
    letter, kid = phone.letter(), phone.start["kid"]
    with monkeypatch.context() as then:
        at(then, days=30 + 89)
        assert phone_keys.destroy_past() == 0
    with monkeypatch.context() as then:
        at(then, days=30 + 90, minutes=1)
        assert phone_keys.destroy_past() == 1
        assert phone_keys.destroy_past() == 0
    assert BoxKey.objects.get().kid == kid
    assert phone.send(letter).status_code == 410
    assert Event.objects.get(verb="destroy_box_key").reason == "ended"


def test_past_its_use_no_confirmation_is_needed(phone, monkeypatch):
    at(monkeypatch, days=121)
    assert "Vernietigd" in run("phone_keys", "destroy", phone.start["kid"])


def test_the_list_counts_what_does_not_open(phone, monkeypatch):
    phone.send(phone.letter())
    phone.send({**phone.letter(), "kid": "0" * 32})
    said = run("phone_keys", "list")
    assert f"{phone.start['kid']}  verzegelt tot " in said
    assert "Ontvangen: 1 signalen. Concepten nu: 0. Bewaard, niet te openen: 1." in said
    at(monkeypatch, days=31)
    assert "verzegelt niet meer, opent tot" in run("phone_keys", "list")
    phone_keys.destroy(BoxKey.objects.get(), reason="by_hand")
    assert "vernietigd op" in run("phone_keys", "list")


def test_a_backup_brings_no_destroyed_key_back(phone):
    key = BoxKey.objects.get()
    wrapped = key.wrapped
    concept = cases.concept()
    phone_keys.destroy(key, reason="by_hand")
    BoxKey.objects.update(wrapped=wrapped, destroyed_at=None)
    Concept.objects.get().change(by=people.BY, reason="ended", destroyed_at=timezone.now())
    assert DataKey.objects.get(pk=concept.pk).wrapped
    assert "Opnieuw vernietigd: 2." in run("after_restore")
    assert BoxKey.objects.get(pk=key.pk).wrapped is None
    assert DataKey.objects.get(pk=concept.pk).wrapped is None
    assert "Opnieuw vernietigd: 0." in run("after_restore")


def test_the_worker_ends_keys_and_concepts(phone, monkeypatch):
    cases.concept()
    at(monkeypatch, days=121)
    for name in ("concepts", "phone_keys"):
        SWEEPERS[name]()
    assert BoxKey.objects.get().wrapped is None
    assert Concept.objects.get().destroyed_at is not None
