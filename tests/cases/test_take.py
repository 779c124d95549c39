"""Somebody says that they look into a signal: colleagues see it, nobody is locked out, and it ends by itself."""

import uuid
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from signalering.audit.models import Event
from signalering.audit.reading import reading
from signalering.cases.actions import taking, triage
from signalering.cases.models import Signal
from tests.accounts import factories as people
from tests.cases import factories as cases

pytestmark = pytest.mark.django_db


@pytest.fixture
def worker():
    return people.wot_worker()


@pytest.fixture
def colleague():
    return people.wot_worker()


@pytest.fixture
def signal():
    return cases.signal()


def text(client, address):
    return client.get(address).content.decode()


def at(signal):
    return f"/signalen/{signal.shown_code}/"


def tick(client, act, *signals):
    """The reply after a button under the ticked rows."""
    codes = [signal.shown_code for signal in signals]
    return client.post("/postvak/kijken/", {"act": act, "signaal": codes}, follow=True).content.decode()


def hours_ago(signal, hours):
    """As if it was taken longer ago."""
    signal.refresh_from_db()
    signal.change(by=people.BY, reason="taken", taken_at=timezone.now() - timedelta(hours=hours))


def test_colleagues_see_who_looks_and_who_looks_sees_it_too(as_person, worker, colleague, signal):
    taking.take_up(signal, by=worker)
    mine, theirs = as_person(worker), as_person(colleague)
    assert "Jij kijkt hiernaar" in text(mine, "/postvak/")
    assert "Jij kijkt hiernaar" in text(mine, at(signal))
    for address in ("/postvak/", at(signal)):
        page = text(theirs, address)
        assert f"{worker} kijkt hiernaar" in page
        assert "Jij kijkt hiernaar" not in page
    assert "Je kunt wel beslissen." in text(theirs, at(signal))


def test_who_comes_second_hears_who_was_first(worker, colleague, signal):
    taking.take_up(signal, by=worker)
    with pytest.raises(ValidationError, match=f"{worker} kijkt hier al naar"):
        taking.take_up(signal, by=colleague)
    signal.refresh_from_db()
    assert signal.taken_by == worker


def test_taking_twice_is_one_deed(worker, signal):
    taking.take_up(signal, by=worker)
    taking.take_up(signal, by=worker)
    assert Event.objects.filter(verb="take_signal").count() == 1


def test_giving_back_ends_it_and_only_who_looks_gives_back(worker, colleague, signal):
    taking.take_up(signal, by=worker)
    with pytest.raises(ValidationError, match="Alleen die geeft het terug"):
        taking.give_back(signal, by=colleague)
    taking.give_back(signal, by=worker)
    taking.give_back(signal, by=worker)
    signal.refresh_from_db()
    assert (signal.taken_by, signal.taken_at) == (None, None)
    taking.take_up(signal, by=colleague)
    assert signal.taken_by == colleague


def test_it_ends_by_itself_after_the_configured_hours(as_person, worker, colleague, signal):
    taking.take_up(signal, by=worker)
    hours_ago(signal, 3.9)
    assert "kijkt hiernaar" in text(as_person(colleague), at(signal))
    hours_ago(signal, 4.1)
    page = text(as_person(colleague), at(signal))
    assert f"{worker} kijkt" not in page
    assert "Ik kijk hiernaar" in page
    taking.take_up(signal, by=colleague)
    assert signal.taken_by == colleague


DECISIONS = {
    "pick_up": lambda signal, by: triage.open_case(
        signal, by=by, reason="fits_team", legal_basis="consent", purpose="debt"
    ),
    "link": lambda signal, by: triage.join_case(signal, by=by, case=cases.case(by=by), reason="same_person"),
    "ask": lambda signal, by: triage.ask(signal, by=by, form_key=uuid.uuid4(), words="Hoe laat?"),
    "close": lambda signal, by: triage.close_with(signal, by=by, reason="advised"),
    "other team": lambda signal, by: triage.reroute(
        signal, by=by, team=people.Team.objects.get(name="WOT Zuid"), reason="expertise"
    ),
}


@pytest.mark.parametrize("name", DECISIONS)
def test_a_colleague_may_decide_all_the_same_and_that_ends_it(worker, colleague, signal, name):
    taking.take_up(signal, by=worker)
    with reading(by=colleague, purpose="debt"):
        DECISIONS[name](signal, colleague)
    signal.refresh_from_db()
    assert (signal.taken_by, signal.taken_at) == (None, None)


def test_another_team_and_a_writer_cannot_look_into_it(as_person, signal):
    for person in (people.wot_worker("WOT Zuid"), people.privacy_officer()):
        with pytest.raises(PermissionDenied):
            taking.take_up(signal, by=person)
    with pytest.raises(PermissionDenied):
        taking.take_up(signal, by=signal.writer)
    assert as_person(signal.writer).post("/postvak/kijken/", {"act": "kijken"}).status_code == 403
    page = tick(as_person(people.wot_worker("WOT Zuid")), "kijken", signal)
    assert "Gelukt: 0 van 1. Dit ligt niet meer in jouw postvak." in page
    signal.refresh_from_db()
    assert signal.taken_by is None


def test_what_was_decided_is_not_taken(worker, signal):
    with reading(by=worker, purpose="debt"):
        triage.close_with(signal, by=worker, reason="advised")
    with pytest.raises(ValidationError, match="al besloten"):
        taking.take_up(signal, by=worker)


def test_several_ticked_signals_each_by_itself(as_person, worker, colleague):
    free, theirs, closed = cases.signal(), cases.signal(), cases.signal()
    taking.take_up(theirs, by=colleague)
    with reading(by=worker, purpose="debt"):
        triage.close_with(closed, by=worker, reason="advised")
    page = tick(as_person(worker), "kijken", free, theirs, closed)
    assert "Gelukt: 1 van 3." in page
    assert f"{colleague} kijkt hier al naar. (1)" in page
    assert "Over dit signaal is al besloten. (1)" in page
    free.refresh_from_db()
    assert free.taken_by == worker
    assert "1 signaal teruggegeven." in tick(as_person(worker), "teruggeven", free)


@pytest.mark.parametrize("sent", [{}, {"act": "kijken"}, {"act": "sluiten", "signaal": "K7PX-3QMD"}])
def test_without_a_tick_or_a_known_act_nothing_happens(as_person, worker, signal, sent):
    page = as_person(worker).post("/postvak/kijken/", sent, follow=True).content.decode()
    assert "Vink eerst een of meer signalen aan." in page
    assert not Event.objects.filter(verb="take_signal").exists()


def test_no_more_than_a_page_at_once(as_person, worker):
    made = [cases.signal() for _ in range(27)]
    tick(as_person(worker), "kijken", *made)
    assert Signal.objects.filter(taken_by=worker).count() == 25


def test_from_the_page_of_a_signal_one_comes_back_to_it(as_person, worker, signal):
    sent = {"act": "kijken", "signaal": signal.shown_code, "bij": signal.shown_code}
    reply = as_person(worker).post("/postvak/kijken/", sent)
    assert reply.url == at(signal)


def test_the_reporter_reads_nothing_of_it(as_person, worker, signal):
    taking.take_up(signal, by=worker)
    page = text(as_person(signal.writer), f"/mijn-signalen/{signal.shown_code}/")
    assert worker.name not in page
    assert "kijkt" not in page


def test_the_filter_shows_only_what_i_look_into_now(as_person, worker, colleague):
    mine, theirs, over = cases.signal(), cases.signal(), cases.signal()
    taking.take_up(mine, by=worker)
    taking.take_up(theirs, by=colleague)
    taking.take_up(over, by=worker)
    hours_ago(over, 5)
    rows = as_person(worker).get("/postvak/", {"mijn": "on"}).context["rows"]
    assert [row["signal"] for row in rows] == [mine]
