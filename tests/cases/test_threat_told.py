"""Whoever tells of a threat, on whichever form: its clock runs, people are called, and the day is the right one."""

import pytest
from django.utils.formats import date_format

from signalering.cases.actions import alerts, reading
from signalering.cases.models import Deadline, Signal
from signalering.cases.working_days import add_working_days, sub_working_days, today
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.cases.at_night import signal_of, told

pytestmark = pytest.mark.django_db

GROUND = {"reason": "fits_team", "legal_basis": "consent", "purpose": "debt"}


@pytest.fixture(autouse=True)
def evening(clock):
    """A working day, after hours."""
    return clock.to("22:00")


def in_working_days(number):
    """An eviction that far ahead, as it is filled in, and its day."""
    day = add_working_days(today(), number)
    return {"threat_kind": "eviction", "threat_date": day.isoformat()}, day


def page_of(client, record):
    return client.get(f"/{record}/").content.decode()


def days(record):
    rows = Deadline.objects.running().filter(about_id=record.pk, rule__slug__in=["DL2", "DL3"])
    return dict(rows.values_list("rule__slug", "due_on"))


def test_a_threat_told_at_pick_up_calls_who_has_duty(team, as_person):
    signal = signal_of("Thuiszorg")
    client, (eviction, day) = as_person(team["desk"]), in_working_days(4)
    reply = client.post(f"/signalen/{signal.shown_code}/oppakken/", {**GROUND, **eviction}, follow=True)
    assert "We roepen collega&#x27;s op." in reply.content.decode()
    case = Signal.objects.get(pk=signal.pk).case
    assert case.alerts.get().cause == "threat_set"
    alerts.sweep()
    assert told() != []
    assert days(case) == {"DL2": add_working_days(today(), 3), "DL3": sub_working_days(day, 2)}


def test_a_pick_up_without_a_threat_calls_nobody(team, as_person):
    signal = signal_of("Thuiszorg")
    reply = as_person(team["desk"]).post(f"/signalen/{signal.shown_code}/oppakken/", GROUND, follow=True)
    assert "We roepen" not in reply.content.decode()
    assert not Signal.objects.get(pk=signal.pk).case.alerts.exists()


def test_what_was_called_about_already_is_not_called_again_at_pick_up(team, as_person):
    client, signal = as_person(team["desk"]), signal_of("Thuiszorg")
    address = f"/signalen/{signal.shown_code}/"
    client.post(address + "bedreiging/", in_working_days(4)[0])
    assert signal.alerts.count() == 1
    client.post(address + "oppakken/", {**GROUND, "threat_kind": ""})
    assert not Signal.objects.get(pk=signal.pk).case.alerts.exists(), "the director knows, and its clock went along"


@pytest.mark.parametrize("about", ["signal", "case"])
def test_the_day_that_is_told_is_the_first_that_counts(team, as_person, about):
    client, signal = as_person(team["desk"]), signal_of("Thuiszorg")
    address = f"/signalen/{signal.shown_code}/"
    if about == "case":
        address = f"/casussen/{cases.case(by=team['desk'], about=signal).shown_code}/"
    eviction, day = in_working_days(4)
    reply = client.post(address + "bedreiging/", eviction, follow=True)
    due = date_format(sub_working_days(day, 2), "j F")
    assert f"Het eerste gesprek is nu uiterlijk op {due}." in reply.content.decode()


def test_the_page_of_the_signal_counts_down_and_says_whom_to_call(team, as_person, clock):
    client, signal = as_person(team["desk"]), signal_of("Thuiszorg")
    address = f"/signalen/{signal.shown_code}/"
    eviction, day = in_working_days(4)
    client.post(address + "bedreiging/", eviction)
    page, due = client.get(address).content.decode(), sub_working_days(day, 2)
    left = (day - today()).days
    assert f"Gedwongen ontruiming. Ontruiming over {left} dagen, op {date_format(day, 'j F')}." in page
    assert f"Eerste gesprek uiterlijk {date_format(due, 'D j F')}." in page
    assert "Bel je teamleider" not in page
    clock.at(due, "09:00")
    page = as_person(team["desk"]).get(address).content.decode()
    assert f"Ontruiming over {(day - due).days} dagen" in page
    assert "Bel je teamleider." in page


def test_the_queue_shows_that_it_presses_and_what_is_due_and_not_what_threatens(team, as_person):
    client, signal, other = as_person(team["desk"]), signal_of("Thuiszorg"), signal_of("Thuiszorg")
    for one in (signal, other):
        client.get(f"/signalen/{one.shown_code}/")
    reading.KIND.sweep()
    page = page_of(client, "postvak")
    assert page.count("Bericht voor") == 2
    assert "spoed" not in page
    client.post(f"/signalen/{signal.shown_code}/bedreiging/", in_working_days(3)[0])
    page = page_of(client, "postvak")
    assert page.count("spoed") == page.count("Eerste gesprek voor") == page.count("Bericht voor") == 1
    assert page.index(signal.shown_code) < page.index(other.shown_code)
    assert "ontruiming" not in page.lower()


@pytest.mark.parametrize("clock_reason", ["", "children"])
def test_the_end_of_supply_makes_a_waiting_signal_urgent(team, as_person, clock_reason):
    signal = signal_of("Thuiszorg", urgency="can_wait")
    told_so = {"threat_kind": "end_of_supply", "clock_reason": clock_reason}
    as_person(team["desk"]).post(f"/signalen/{signal.shown_code}/bedreiging/", told_so)
    signal.refresh_from_db()
    assert signal.urgency == Signal.Urgency.TODAY
    assert bool(days(signal)) == bool(clock_reason), "an end of supply starts no clock by itself"


def test_who_may_not_see_the_signal_is_told_nothing_of_it(team, as_person):
    signal = signal_of("Thuiszorg")
    as_person(team["desk"]).post(f"/signalen/{signal.shown_code}/bedreiging/", in_working_days(4)[0])
    assert "spoed" not in page_of(as_person(people.wot_worker(team="WOT Zuid")), "postvak")
