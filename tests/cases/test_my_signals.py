"""A reporter's own signals: one of five words, own text while it may be read, and what can still be done."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from signalering.accounts import pages
from signalering.accounts.access import may
from signalering.accounts.grants import clear_ended
from signalering.accounts.models.people import Role
from signalering.audit.models import Look
from signalering.audit.reading import reading as reading_block
from signalering.cases.actions import casework, reporting, triage
from signalering.cases.models import Signal, SignalAddition, SignalPersonGrant
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.cases.browsing import FormReader
from tests.cases.counting import statements
from tests.test_moving import again, begin, leave
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


@pytest.mark.counts
def test_the_list_costs_as_much_for_many_signals(client, nurse):
    cases.signal(by=nurse)
    client.get("/mijn-signalen/")  # what is asked once in the life of a process is asked now
    few = len(statements(client, "/mijn-signalen/"))
    for _ in range(6):
        cases.signal(by=nurse)
    assert len(statements(client, "/mijn-signalen/")) == few <= 12


@pytest.mark.counts
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


@pytest.mark.parametrize("act", ["", "verbeteren/", "intrekken/", "aanvullen/", "antwoorden/"])
def test_somebody_elses_signal_does_not_exist(client, act):
    other = cases.signal()
    assert client.get(address(other, act)).status_code == 404
    assert client.post(address(other, act), {"words": "x"}).status_code == 404


def ended_long_ago(signal):
    """What its writer could follow until 90 days after Klaar has ended two days ago."""
    mine = SignalPersonGrant.objects.filter(content_object=signal, user=signal.writer)
    mine.update(ends_at=timezone.now() - timedelta(days=2))


@pytest.mark.parametrize("cleared", [False, True])
def test_a_signal_whose_case_goes_on_is_followed_again_until_90_days_after_the_second_end(
    client, signal, worker, cleared
):
    case = pick_up(signal, worker)
    with reading_block(by=worker, purpose="debt"):
        casework.close_case(case, by=worker, outcome="advice")
        ended_long_ago(signal)
        if cleared:
            clear_ended()
        assert client.get(address(signal)).status_code == 404
        casework.reopen_case(case, by=worker, reason="relapse")
        assert BUSY in page(client, signal)
        assert signal.person_grants.get(permission__codename="follow_signal").ends_at is None
        casework.close_case(case, by=worker, outcome="advice")
    assert DONE in page(client, signal)
    ends = signal.person_grants.get(permission__codename="follow_signal").ends_at
    assert timedelta(days=89) < ends - timezone.now() <= timedelta(days=90)


def test_who_lost_sight_of_a_signal_on_which_the_team_went_on_reads_how_it_ended(client, signal, worker):
    case = pick_up(signal, worker)
    ended_long_ago(signal)
    clear_ended()
    with reading_block(by=worker, purpose="debt"):
        casework.close_case(case, by=worker, outcome="advice")
    assert DONE in page(client, signal)


def test_a_reporter_who_moved_does_not_get_a_signal_back_when_its_case_goes_on(signal, worker, nurse):
    case = pick_up(signal, worker)
    begin(nurse, Role.REPORTER, team=None, organisation="DOCK")
    leave(nurse)
    with reading_block(by=worker, purpose="debt"):
        casework.close_case(case, by=worker, outcome="advice")
        ended_long_ago(signal)
        clear_ended()
        casework.reopen_case(case, by=worker, reason="relapse")
    assert not may(again(nurse), "follow", signal)
