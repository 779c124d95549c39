"""What the page of a signal and the inbox cost in the dearest cases, and that a signal is read once it is opened."""

import uuid

import pytest

from config.clockwork import KINDS
from signalering.accounts.actions import join_team
from signalering.accounts.models import Team, User
from signalering.audit.models import Event
from signalering.audit.reading import reading as reading_block
from signalering.cases import deadlines, ladder
from signalering.cases.actions import reporting, threats, triage
from signalering.cases.actions.reading import KIND
from signalering.cases.actions.taking import take_up
from signalering.cases.models import Deadline, Notice, Signal
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.cases.counting import statements

pytestmark = pytest.mark.django_db

SHOP = {"consent_answer": "not_discussed", "name": ""}


def at_desks(person, number):
    """The same person with a place at so many teams."""
    for name in ("WOT Zuid", "CO-team")[: number - 1]:
        team = Team.objects.get(name=name)
        place = person.memberships_now[0]
        told = {"role": place.role, "function": place.function, "organisation": place.organisation, "by": people.BY}
        join_team(person, team=team, **told)
    return User.objects.get(pk=person.pk)


def taken(signal, by):
    """Somebody looks into a signal."""
    with reading_block(by=by, purpose="debt"):
        take_up(signal, by=by)


def page(signal):
    return f"/signalen/{signal.shown_code}/"


def from_form():
    """A signal of somebody who is no shop."""
    return cases.signal()


def from_phone():
    """A signal that a phone sent, so with a question of the system itself."""
    return cases.arrival(area=cases.oost().statcode)


def from_shop():
    """A signal of a shop, one of many over this address today."""
    for _ in range(2):
        cases.signal(by=people.shopkeeper(), **SHOP)
    return cases.signal(by=people.shopkeeper(), **SHOP)


def asked():
    """A signal whose writer was asked something."""
    signal, colleague = cases.signal(), people.wot_worker()
    with reading_block(by=colleague, purpose="debt"):
        triage.ask(signal, by=colleague, form_key=uuid.uuid4(), words="Hoe laat?")
    return signal


@pytest.mark.counts
@pytest.mark.parametrize("desks", [1, 3])
@pytest.mark.parametrize("comes", [from_form, from_phone, from_shop, asked])
def test_the_first_opening_costs_no_more_than_another_page(as_person, comes, desks):
    worker = at_desks(people.wot_worker(), desks)
    client, other = as_person(worker), people.wot_worker()
    for _ in range(9):
        cases.signal()
    client.get(page(comes()))
    few = statements(client, page(comes()))
    for number in range(30):
        signal = cases.signal()
        if number % 3 == 0:
            with reading_block(by=other, purpose="debt"):
                take_up(signal, by=other)
    signal = comes()
    many = statements(client, page(signal))
    assert len(few) <= len(many) <= 16, "\n".join(many)
    assert Event.objects.filter(verb="open_first", record_id=signal.pk).exists()
    later = statements(client, page(signal))
    assert len(later) <= 16, "\n".join(later)


@pytest.mark.counts
@pytest.mark.parametrize("desks", [1, 3])
def test_the_inbox_with_an_alert_and_a_quarantined_signal_costs_no_more_than_another_list(as_person, desks):
    coordinator = at_desks(people.coordinator(), desks)
    client = as_person(coordinator)
    cases.quarantined()
    cases.alert()
    taken(cases.signal(), by=coordinator)
    client.get("/postvak/")
    few = statements(client, "/postvak/")
    for _ in range(10):
        cases.quarantined()
        cases.alert()
        taken(cases.signal(), by=coordinator)
    many = statements(client, "/postvak/")
    assert len(few) == len(many) <= 12, "\n".join(many)
    client.get("/postvak/?mijn=on")  # a filter that changes is kept, once
    mine = statements(client, "/postvak/?mijn=on")
    assert len(mine) <= 12, "\n".join(mine)


@pytest.fixture
def worker():
    return people.wot_worker()


@pytest.fixture
def opened(as_person, worker):
    """A signal that somebody of the desk has just opened."""
    signal = cases.signal()
    as_person(worker).get(page(signal))
    return signal


def promise(signal):
    """The term within which a team reads a signal."""
    return Deadline.objects.get(about_id=signal.pk, rule__slug="DL23")


def test_opening_is_reading_however_soon_the_clock_comes(opened, worker):
    trace = Event.objects.get(verb="open_first")
    assert (trace.actor, trace.record_id, trace.result) == (worker, opened.pk, "done")
    assert KIND in KINDS
    assert KINDS.index(KIND) < KINDS.index(ladder.KIND)
    assert list(KIND.waiting()) == [opened]
    assert KIND.sweep() == 1
    assert KIND.sweep() == 0
    opened.refresh_from_db()
    assert opened.first_opened_at == promise(opened).ended_at == trace.at
    assert promise(opened).ended_by == "met"
    assert opened.next_due == deadlines.of_slug("DL13", opened).due_on


def test_nobody_hears_that_a_signal_was_not_read_when_it_was(as_person, worker):
    signal = cases.signal(urgency="today")
    as_person(worker).get(page(signal))
    people.coordinator()
    ladder.sweep_ladder()
    assert not Notice.objects.filter(kind="deadline_today").exists()
    assert promise(signal).ended_by == "met"


@pytest.mark.parametrize("act", ["close", "reroute", "threat", "withdraw"])
def test_who_decides_before_the_clock_comes_keeps_the_promise(opened, worker, act):
    trace, team = Event.objects.get(verb="open_first"), opened.team
    by = opened.writer if act == "withdraw" else worker
    with reading_block(by=by, purpose="debt"):
        {
            "close": lambda: triage.close_with(opened, by=by, reason="not_a_concern"),
            "reroute": lambda: triage.reroute(
                opened, by=by, team=Team.objects.get(name="WOT Zuid"), reason="other_area"
            ),
            "threat": lambda: threats.mark_threat(opened, by=by, threat_kind="eviction"),
            "withdraw": lambda: reporting.withdraw(opened, by=by),
        }[act]()
    met = promise(opened)
    assert (met.ended_by, met.ended_at, met.team) == ("met", trace.at, team)
    assert Signal.objects.get(pk=opened.pk).first_opened_at == trace.at
    assert KIND.sweep() == 0


def test_who_may_only_read_does_not_keep_the_promise(as_person):
    signal, chief = cases.quarantined(), people.coordinator()
    as_person(chief).get(page(signal))
    assert not Event.objects.filter(verb="open_first").exists()
    assert KIND.sweep() == 0
