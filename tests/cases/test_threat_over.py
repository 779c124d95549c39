"""A threat is taken back with a reason, and who closes a threatened case without conversation is seen afterwards."""

import pytest
from django.core.exceptions import ValidationError

from signalering.cases.actions import alerts, casework
from signalering.cases.models import Case, Deadline
from signalering.cases.working_days import add_working_days, today
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.cases.at_night import signal_of, told

pytestmark = pytest.mark.django_db

CLOSE = {"reason": "advice"}


@pytest.fixture(autouse=True)
def morning(clock):
    """A working day, within office hours."""
    return clock.to("10:00")


@pytest.fixture
def threatened(team, reading):
    """A case of an eviction in four working days."""
    case = cases.case(by=team["desk"], about=signal_of("Thuiszorg"))
    with reading(team["desk"]):
        casework.set_threat(case, by=team["desk"], threat_kind="eviction", threat_date=add_working_days(today(), 4))
    return case


def ended(record):
    """How the clocks of the threat ended, the first first; empty while one runs."""
    clocks = Deadline.objects.filter(about_id=record.pk, rule__slug__in=["DL2", "DL3"])
    return list(clocks.order_by("id").values_list("ended_by", flat=True))


@pytest.mark.parametrize("why", ["averted", "mistake"])
def test_a_threat_on_a_case_is_taken_back_with_a_reason(team, threatened, as_person, why):
    client, address = as_person(team["desk"]), f"/casussen/{threatened.shown_code}/"
    assert "Afgewend: dit dreigt niet meer" in client.get(address + "bedreiging/").content.decode()
    reply = client.post(address + "bedreiging/", {"threat_kind": why}, follow=True)
    page = reply.content.decode()
    assert "Vastgelegd. Er dreigt niets meer." in page
    assert "Ontruiming over" not in page
    assert ended(threatened) == [why, why]
    threatened.refresh_from_db()
    assert threatened.threat_kind_sealed in (None, b"", "")
    assert why in threatened.history.values_list("history_change_reason", flat=True)
    assert threatened.alerts.get().ended_because == why
    alerts.sweep()
    assert told() == []
    assert "Afgewend" not in client.get(address + "bedreiging/").content.decode(), "nothing threatens any more"


def test_a_threat_on_a_signal_is_taken_back_too(team, as_person):
    client, signal = as_person(team["desk"]), signal_of("Thuiszorg")
    address = f"/signalen/{signal.shown_code}/"
    assert "Afgewend" not in client.get(address + "bedreiging/").content.decode()
    client.post(address + "bedreiging/", {"threat_kind": "averted"})
    assert ended(signal) == [], "what was never said is not taken back"
    client.post(
        address + "bedreiging/", {"threat_kind": "eviction", "threat_date": add_working_days(today(), 4).isoformat()}
    )
    client.post(address + "bedreiging/", {"threat_kind": "mistake"})
    assert ended(signal) == ["mistake", "mistake"]
    assert signal.alerts.get().ended_because == "mistake"
    signal.refresh_from_db()
    assert signal.next_due == add_working_days(today(), 2), "what the reporter was promised runs on"
    assert "Bedreigende situatie:" not in client.get(address).content.decode()
    assert "spoed" not in client.get("/postvak/").content.decode()


def test_an_alert_about_something_else_goes_on(team, as_person):
    client, signal = as_person(team["desk"]), signal_of("Thuiszorg")
    alerts.raise_alert("today_at_night", by=team["desk"], signal=signal)
    client.post(f"/signalen/{signal.shown_code}/bedreiging/", {"threat_kind": "end_of_supply"})
    client.post(f"/signalen/{signal.shown_code}/bedreiging/", {"threat_kind": "averted"})
    assert signal.alerts.get().ended_at is None


def test_what_threatens_after_that_has_a_clock_of_its_own(team, threatened, reading, clock):
    with reading(team["desk"]):
        casework.set_threat(threatened, by=team["desk"], threat_kind="averted", threat_date=None)
    clock.go_on(days=1)
    with reading(team["desk"]):
        casework.set_threat(threatened, by=team["desk"], threat_kind="water_cut_off", threat_date=None)
    assert ended(threatened) == ["averted", "averted", ""]
    assert Deadline.objects.running().get(about_id=threatened.pk, rule__slug="DL2").started_on == today()
    assert threatened.alerts.open().count() == 1


def test_a_threatened_case_does_not_close_without_a_reason(team, threatened, as_person):
    client, address = as_person(team["desk"]), f"/casussen/{threatened.shown_code}/sluiten/"
    assert "Er dreigt iets, en er is geen gesprek geweest." in client.get(address).content.decode()
    assert "Kies een reden." in client.post(address, CLOSE).content.decode()
    with pytest.raises(ValidationError):
        casework.close_case(threatened, by=team["desk"], outcome="advice", unspoken="zomaar")
    assert Case.objects.get(pk=threatened.pk).status == Case.Status.OPEN
    client.post(address, {**CLOSE, "unspoken": "elsewhere"})
    assert Case.objects.get(pk=threatened.pk).status == Case.Status.CLOSED
    assert ended(threatened) == ["elsewhere", "elsewhere"]


def test_a_case_without_a_running_threat_is_not_asked(team, as_person):
    case = cases.case(by=team["desk"], about=signal_of("Thuiszorg"))
    client, address = as_person(team["desk"]), f"/casussen/{case.shown_code}/sluiten/"
    assert "Er dreigt iets" not in client.get(address).content.decode()
    client.post(address, CLOSE)
    assert Case.objects.get(pk=case.pk).status == Case.Status.CLOSED


@pytest.mark.parametrize(("why", "runs"), [("no_contact", True), ("averted", False)])
def test_who_reopens_it_finds_the_clock_running_unless_nothing_threatens(team, threatened, reading, why, runs):
    with reading(team["desk"]):
        casework.close_case(threatened, by=team["desk"], outcome="advice", unspoken=why)
        casework.reopen_case(threatened, by=team["desk"], reason="relapse")
    assert (ended(threatened) == ["", ""]) == runs


def test_the_coordinator_sees_for_a_week_what_was_stopped_without_conversation(team, threatened, as_person, clock):
    coordinator = people.coordinator()
    label, page = "Dreiging gestopt zonder gesprek, afgelopen 7 dagen", "/vandaag/zonder-gesprek/"
    assert threatened.shown_code not in as_person(coordinator).get(page).content.decode()
    as_person(team["desk"]).post(f"/casussen/{threatened.shown_code}/sluiten/", {**CLOSE, "unspoken": "refused"})
    seen = as_person(coordinator)
    assert threatened.shown_code in seen.get(page).content.decode()
    assert label in seen.get("/vandaag/").content.decode()
    assert label not in as_person(team["desk"]).get("/vandaag/").content.decode()
    other = people.coordinator(team="WOT Zuid")
    assert threatened.shown_code not in as_person(other).get(page).content.decode()
    clock.go_on(days=8)
    assert threatened.shown_code not in as_person(coordinator).get(page).content.decode()
