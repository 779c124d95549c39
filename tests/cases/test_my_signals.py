"""A reporter's own signals: one of five words, own text while it may be read, and what can still be done."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from signalering.accounts import pages
from signalering.audit.models import Event, Look
from signalering.audit.reading import reading as reading_block
from signalering.cases.actions import casework, reporting, triage
from signalering.cases.actions.reading import first_reading
from signalering.cases.models import Signal, SignalAddition
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.cases.browsing import FormReader
from tests.cases.counting import statements
from tests.words import stands

pytestmark = pytest.mark.django_db

TEXT = "Stapel ongeopende post."
BUSY = "We pakken dit op. Meer mogen we niet vertellen. Dank je wel voor het doorgeven."
DONE = "We hebben gedaan wat we konden. Meer mogen we niet vertellen. Dank je wel."
WITH_TEAM = "Je tekst is bij het team."


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


def address(signal, act=""):
    return f"/mijn-signalen/{signal.shown_code}/{act}"


def page(client, signal, act=""):
    reply = client.get(address(signal, act))
    assert reply.status_code == 200
    return reply.content.decode()


def ask(signal, worker, words="Woont er nog iemand?"):
    with reading_block(by=worker, purpose="debt"):
        triage.ask(signal, by=worker, form_key=uuid.uuid4(), words=words)
    return signal


def pick_up(signal, worker):
    with reading_block(by=worker, purpose="debt"):
        return triage.open_case(signal, by=worker, reason="fits_team", legal_basis="consent", purpose="debt")


def close(signal, worker, reason="advised"):
    with reading_block(by=worker, purpose="debt"):
        triage.close_with(signal, by=worker, reason=reason)
    return signal


def test_an_empty_list_says_what_to_do(client):
    html = client.get("/mijn-signalen/").content.decode()
    assert "Je hebt nog geen signalen gestuurd. Zie je iets? Stuur een signaal." in html
    assert 'href="/signaal/nieuw/"' in html


def test_the_list_groups_by_what_the_reporter_must_know(client, nurse, worker):
    made = {name: cases.signal(by=nurse) for name in ("new", "asked", "picked", "done", "withdrawn")}
    ask(made["asked"], worker)
    pick_up(made["picked"], worker)
    close(made["done"], worker)
    with reading_block(by=nurse, purpose="debt"):
        reporting.withdraw(made["withdrawn"], by=nurse)
    reply = client.get("/mijn-signalen/")
    groups = {
        group["heading"]: {row["signal"].pk: row["label"] for row in group["rows"]} for group in reply.context["groups"]
    }
    assert groups == {
        "Vraag aan jou": {made["asked"].pk: "Vraag aan jou"},
        "Bij het team": {made["new"].pk: "Ontvangen", made["picked"].pk: "Opgepakt"},
        "Klaar": {made["done"].pk: "Klaar", made["withdrawn"].pk: "Ingetrokken"},
    }
    assert [group["heading"] for group in reply.context["groups"]] == ["Vraag aan jou", "Bij het team", "Klaar"]


def test_the_list_opens_nothing(client, signal):
    html = client.get("/mijn-signalen/").content.decode()
    assert signal.words_name in html
    assert "Geld of huur" in html
    for word in (TEXT, "Mw. A.", "3117BX", "3117 BX", "wil hulp"):
        assert word not in html
    look = Look.objects.get(page="my_signals")
    assert (look.kind, look.fields, look.origin_kind) == ("listed", [], "report")


def test_the_list_shows_own_signals_only(client, signal):
    other = cases.signal()
    html = client.get("/mijn-signalen/").content.decode()
    assert signal.shown_code in html
    assert other.shown_code not in html


def test_older_and_newer_walk_every_signal_once(client, nurse, monkeypatch):
    monkeypatch.setattr(pages.page_of, "__kwdefaults__", {"size": 2})
    made = [cases.signal(by=nurse).pk for _ in range(5)]
    walked, query = [], ""
    for turn in range(3):
        reply = client.get(f"/mijn-signalen/{query}")
        walked.append([row.pk for row in reply.context["page"].records])
        query = f"?ouder={reply.context['page'].older}"
        assert bool(reply.context["page"].newer) == (turn > 0)
    assert [pk for part in walked for pk in part] == made[::-1]
    assert not reply.context["page"].older
    back = client.get(f"/mijn-signalen/?nieuwer={reply.context['page'].newer}")
    assert [row.pk for row in back.context["page"].records] == walked[1]


def test_the_list_costs_as_much_for_many_signals(client, nurse):
    cases.signal(by=nurse)
    client.get("/mijn-signalen/")  # what is asked once in the life of a process is asked now
    few = len(statements(client, "/mijn-signalen/"))
    for _ in range(6):
        cases.signal(by=nurse)
    assert len(statements(client, "/mijn-signalen/")) == few <= 12


@pytest.mark.parametrize("state", ["new", "asked", "picked"])
def test_one_signal_costs_few_statements(client, signal, worker, state):
    if state == "asked":
        ask(signal, worker)
    if state == "picked":
        pick_up(signal, worker)
    assert len(statements(client, address(signal))) <= 12


def test_a_new_signal_shows_its_own_text_and_what_can_be_done(client, signal):
    html = page(client, signal)
    assert "Het team leest het binnen 2 werkdagen." in html
    for word in (TEXT, "post dicht", "3117 BX 9012", "Mw. A.", "Oost", "Ja, en wil hulp", "Verbeteren", "Intrekken"):
        assert word in html
    assert "Aanvulling" not in html
    assert f"<title>Signaal {signal.shown_code} · Signalering</title>" in html
    look = Look.objects.get(page="my_signal")
    assert look.kind == "opened"
    assert {"observation", "postcode", "name"} <= set(look.fields)


def test_after_triage_the_text_is_with_the_team(client, signal, worker):
    pick_up(signal, worker)
    html = page(client, signal)
    assert BUSY in html
    assert WITH_TEAM in html
    for word in (TEXT, "9012", "Mw. A.", "Verbeteren", "Intrekken", worker.name, "WOT Oost"):
        assert not stands(word, html)
    assert "Aanvulling sturen" in html
    assert Look.objects.get(page="my_signal").fields == []


def test_klaar_comes_with_closing_the_case_and_never_says_how(client, signal, worker):
    case = pick_up(signal, worker)
    with reading_block(by=worker, purpose="debt"):
        casework.close_case(case, by=worker, outcome="moved")
    html = page(client, signal)
    assert DONE in html
    assert "Verhuisd" not in html


@pytest.mark.parametrize("reason", ["advised", "other_body", "not_a_concern", "duplicate"])
def test_every_way_of_closing_reads_the_same(client, signal, worker, reason):
    html = page(client, close(signal, worker, reason))
    assert DONE in html
    assert "Klaar" in html


def test_who_wants_no_help_leaves_the_reporter_with_received(client, nurse, worker):
    signal = cases.signal(by=nurse, consent_answer="yes_no_help", name="")
    pick_up(signal, worker)
    html = page(client, signal)
    assert "Ontvangen" in html
    assert BUSY not in html


def test_a_shopkeeper_reads_received_and_nothing_later(as_person, worker):
    keeper = people.shopkeeper()
    signal = cases.signal(by=keeper, consent_answer="not_discussed", name="")
    client = as_person(keeper)
    pick_up(signal, worker)
    html = page(client, signal)
    assert "Ontvangen. Dank je wel." in html
    assert BUSY not in html
    assert "Aanvulling" not in html
    assert client.get(address(signal, "aanvullen/")).status_code == 403
    groups = client.get("/mijn-signalen/").context["groups"]
    assert [row["label"] for group in groups for row in group["rows"]] == ["Ontvangen"]


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


@pytest.mark.parametrize("state", ["new", "asked"])
def test_withdrawing_takes_two_taps_and_ends_the_sight_of_the_team(client, signal, worker, state):
    if state == "asked":
        ask(signal, worker)
    assert client.get(address(signal, "intrekken/"))["Location"] == address(signal)
    assert Signal.objects.get(pk=signal.pk).status == state, "a link alone withdraws nothing"
    for _ in range(2):
        assert client.post(address(signal, "intrekken/"))["Location"] == address(signal)
    html = page(client, signal)
    assert "Ingetrokken" in html
    assert TEXT not in html
    assert "Aanvulling" not in html
    assert not Signal.objects.visible_to(worker).exists()


def test_withdrawing_after_triage_is_too_late(client, signal, worker):
    pick_up(signal, worker)
    reply = client.post(address(signal, "intrekken/"))
    assert reply.status_code == 409
    assert "Dit signaal kun je niet meer wijzigen." in reply.content.decode()
    assert Signal.objects.get(pk=signal.pk).status == "linked"


def test_adding_after_triage(client, signal, worker, reading, nurse):
    case = pick_up(signal, worker)
    reader = FormReader(page(client, signal, "aanvullen/"), "aanvullen")
    sent = dict(reader.values) | {"words": "De buurvrouw heeft een sleutel."}
    for _ in range(2):
        assert client.post(address(signal, "aanvullen/"), sent)["Location"] == address(signal)
    html = page(client, signal)
    assert "Je aanvulling is verstuurd." in html
    assert "sleutel" not in html
    addition = SignalAddition.objects.get(kind="addition")
    assert addition.signal.case == case


def test_adding_before_triage_is_refused(client, signal):
    assert client.post(address(signal, "aanvullen/"), {"words": "x", "form_key": uuid.uuid4()}).status_code == 403


def test_a_question_is_answered_on_one_page_that_shows_ones_own_text(client, signal, worker, reading, nurse):
    ask(signal, worker)
    html = page(client, signal)
    for word in ("Vraag aan jou", "Woont er nog iemand?", TEXT, "Verstuur antwoord"):
        assert word in html
    assert worker.name not in html
    sent = dict(FormReader(html, "antwoord").values) | {"words": "Nee, mevrouw woont alleen."}
    for _ in range(2):
        assert client.post(address(signal, "antwoorden/"), sent)["Location"] == address(signal)
    signal.refresh_from_db()
    assert (signal.status, signal.feedback_code) == ("new", "received")
    html = page(client, signal)
    assert "Nee, mevrouw woont alleen." in html
    assert "Verstuur antwoord" not in html
    assert SignalAddition.objects.filter(kind="answer").count() == 1


def test_an_empty_answer_keeps_the_page(client, signal, worker):
    ask(signal, worker)
    reply = client.post(address(signal, "antwoorden/"), {"words": " ", "form_key": uuid.uuid4()})
    html = reply.content.decode()
    assert reply.status_code == 200
    assert "Schrijf je antwoord op." in html
    assert "Woont er nog iemand?" in html
    assert client.get(address(signal, "antwoorden/"))["Location"] == address(signal)


def test_a_second_answer_keeps_its_words(client, signal, worker):
    ask(signal, worker)
    client.post(address(signal, "antwoorden/"), {"words": "Ja.", "form_key": uuid.uuid4()})
    reply = client.post(address(signal, "antwoorden/"), {"words": "Nee, toch niet.", "form_key": uuid.uuid4()})
    assert reply.status_code == 409
    assert "Nee, toch niet." in reply.content.decode()


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


@pytest.mark.parametrize("act", ["", "verbeteren/", "intrekken/", "aanvullen/", "antwoorden/"])
def test_somebody_elses_signal_does_not_exist(client, act):
    other = cases.signal()
    assert client.get(address(other, act)).status_code == 404
    assert client.post(address(other, act), {"words": "x"}).status_code == 404
