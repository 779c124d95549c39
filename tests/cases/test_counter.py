"""The counter in the menu tells how much waits, says nothing about anybody, and keeps nobody signed in."""

import time
from datetime import timedelta

import pytest
from django.utils import timezone

from signalering.accounts import sessions
from signalering.audit.models import Event, Look
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.cases.counting import statements

pytestmark = pytest.mark.django_db

TELLER = "/postvak/teller/"


@pytest.fixture
def desk(as_person):
    return as_person(people.wot_worker())


def test_it_tells_how_many_wait_and_since_when(desk):
    assert desk.get(TELLER).json() == {"label": "", "oldest": None, "says": "0 signalen wachten."}
    signal = cases.signal()
    signal.created_at = timezone.now() - timedelta(days=14)
    signal.save_as(people.BY, "started")
    reply = desk.get(TELLER)
    assert reply.json() == {"label": "1", "oldest": 10, "says": "1 signaal wacht."}
    assert "no-store" in reply["Cache-Control"]


def test_it_stops_counting_at_the_cap(desk, monkeypatch):
    monkeypatch.setattr("signalering.cases.views.queue.COUNTED", 2)
    monkeypatch.setattr("signalering.cases.views.inbox.COUNTED", 2)
    for _ in range(4):
        cases.signal()
    assert desk.get(TELLER).json() == {"label": "2+", "oldest": None, "says": "2+ signalen wachten."}


def test_it_leaves_no_look_and_costs_next_to_nothing(desk):
    cases.signal()
    looks, events = Look.objects.count(), Event.objects.count()
    assert len(statements(desk, TELLER)) <= 5, "who asks (3), the count, and the log that is tried at each reply"
    assert (Look.objects.count(), Event.objects.count()) == (looks, events)


def test_asking_is_no_activity(desk, monkeypatch):
    """A page that stands open asks every minute; its person is signed out after the same half hour."""
    begin = time.time()
    bound = int(sessions.setting("idle_minutes")) * 60
    for second in range(60, bound, 240):
        monkeypatch.setattr(time, "time", lambda second=second: begin + second)
        assert desk.get(TELLER).status_code == 200
    monkeypatch.setattr(time, "time", lambda: begin + bound + 1)
    assert desk.get(TELLER).status_code == 302
    assert desk.get("/postvak/").status_code == 302


def test_a_real_page_is_activity(desk, monkeypatch):
    begin = time.time()
    bound = int(sessions.setting("idle_minutes")) * 60
    monkeypatch.setattr(time, "time", lambda: begin + bound - 60)
    assert desk.get("/postvak/").status_code == 200
    monkeypatch.setattr(time, "time", lambda: begin + bound + 60)
    assert desk.get("/postvak/").status_code == 200


def test_only_pages_of_the_desk_ask(desk, as_person):
    assert "counter.js" in desk.get("/casussen/").content.decode()
    for person in (people.partner(), people.privacy_officer()):
        assert "counter.js" not in as_person(person).get("/mijn-inzages/").content.decode()
        assert as_person(person).get(TELLER).status_code == 403
