"""A reporter corrects an own signal: until the team decides, once, and without losing a word."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from signalering.audit.models import Event
from signalering.cases.actions.reading import first_reading
from signalering.cases.models import Signal, SignalAddition
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.cases.browsing import FormReader
from tests.cases.test_my_signals import address, page, pick_up

pytestmark = pytest.mark.django_db


@pytest.fixture
def nurse():
    return people.home_care()


@pytest.fixture
def client(as_person, nurse):
    return as_person(nurse)


@pytest.fixture
def signal(nurse):
    return cases.signal(by=nurse)


@pytest.fixture
def worker():
    return people.wot_worker()


def correction(client, signal, **changes):
    """Correct a signal on its own page."""
    reader = FormReader(page(client, signal, "verbeteren/"), "verbeteren")
    return client.post(address(signal, "verbeteren/"), dict(reader.values) | changes)


def test_correcting_words_and_address(client, signal, nurse, reading):
    reply = correction(client, signal, observation="Post ligt er niet meer.", postcode="3118 aa", house_number="9020")
    assert reply["Location"] == address(signal)
    assert "Je verbetering is bewaard." in page(client, signal)
    signal.refresh_from_db()
    with reading(nurse):
        assert (signal.observation, signal.postcode, signal.house_number) == (
            "Post ligt er niet meer.",
            "3118AA",
            "9020",
        )
        assert signal.name == "Mw. A.", "what the page does not ask stays"
    assert SignalAddition.objects.get().kind == "correction"
    assert Event.objects.filter(verb="correct", actor=nurse).count() == 1


def test_a_correction_sent_twice_is_one(client, signal):
    reader = FormReader(page(client, signal, "verbeteren/"), "verbeteren")
    sent = dict(reader.values) | {"observation": "Anders."}
    for _ in range(2):
        assert client.post(address(signal, "verbeteren/"), sent).status_code == 302
    assert SignalAddition.objects.count() == 1


def test_two_tabs_correcting_keep_the_second_text(client, signal):
    old = dict(FormReader(page(client, signal, "verbeteren/"), "verbeteren").values)
    correction(client, signal, observation="Eerste tab.")
    reply = client.post(address(signal, "verbeteren/"), old | {"observation": "Tweede tab.", "form_key": uuid.uuid4()})
    assert reply.status_code == 409
    assert "Tweede tab." in reply.content.decode()
    assert "Eerste tab." in page(client, signal)


def test_a_team_that_reads_meanwhile_does_not_refuse_a_correction(client, signal, worker):
    sent = dict(FormReader(page(client, signal, "verbeteren/"), "verbeteren").values)
    first_reading(signal, by=worker)
    assert client.post(address(signal, "verbeteren/"), sent | {"observation": "Anders."}).status_code == 302
    assert "Anders." in page(client, signal)


def test_a_correction_that_came_too_late_keeps_its_words(client, signal, worker):
    sent = dict(FormReader(page(client, signal, "verbeteren/"), "verbeteren").values)
    pick_up(signal, worker)
    reply = client.post(address(signal, "verbeteren/"), sent | {"observation": "Net te laat getypt."})
    html = reply.content.decode()
    assert reply.status_code == 409
    assert "Dit signaal kun je niet meer wijzigen. Jouw tekst staat hieronder, die ben je niet kwijt." in html
    assert "Net te laat getypt." in html
    assert worker.name not in html
    assert Event.objects.filter(verb="own_text", result="refused").count() == 1
    assert client.get(address(signal, "verbeteren/"))["Location"] == address(signal)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"postcode": "x"}, "Vul een postcode in, bijvoorbeeld 3117 BX."),
        ({"observation": "BSN 111222333"}, "Hier lijkt een BSN in te staan."),
        ({"observation": "x" * 20_000}, "Dit is te lang: hoogstens 500 tekens."),
        ({"street": "\x00"}, "Hier staat een teken in dat we niet kunnen bewaren."),
        ({"version": ""}, "Er gaat nog iets niet goed."),
        ({"form_key": "x"}, "Laad de pagina opnieuw."),
    ],
)
def test_a_wrong_correction_is_said_at_the_field(client, signal, changes, sentence):
    reply = correction(client, signal, **{"already_done": "Drie keer gebeld.", **changes})
    html = reply.content.decode()
    assert reply.status_code == 200
    assert sentence in html
    assert "Drie keer gebeld." in html
    assert signal.version == Signal.objects.get(pk=signal.pk).version


def test_a_correction_leaves_a_place_to_go_to(client, nurse):
    signal = cases.signal(by=nurse, area=None)
    html = correction(client, signal, postcode="", house_number="").content.decode()
    assert "Vul een postcode en huisnummer in, of een straat, plek of wijk." in html


def test_a_youth_signal_is_corrected_without_an_address(as_person):
    worker = people.youth_worker()
    signal = cases.signal(
        by=worker, theme="youth_at_risk", place="Park", age_band="16-17", chips="out_late", postcode=""
    )
    reader = FormReader(page(as_person(worker), signal, "verbeteren/"), "verbeteren")
    assert "postcode" not in reader.names
    assert dict(reader.values)["place"] == "Park"


def test_a_shopkeeper_corrects_for_fifteen_minutes(as_person):
    keeper = people.shopkeeper()
    signal = cases.signal(by=keeper, consent_answer="not_discussed", name="")
    client = as_person(keeper)
    assert correction(client, signal, observation="Toch niet.").status_code == 302
    old = dict(FormReader(page(client, signal, "verbeteren/"), "verbeteren").values)
    signal.person_grants.filter(permission__codename="own_text_signal").update(ends_at=timezone.now() - timedelta(1))
    reply = client.post(address(signal, "verbeteren/"), old | {"observation": "Te laat."})
    assert reply.status_code == 409
    assert "Te laat." in reply.content.decode()
    assert client.post(address(signal, "intrekken/")).status_code == 409
