"""A threatening situation on a signal or a case: its clock, its alert, and what goes along."""

from datetime import timedelta

import pytest
from django.utils import timezone

from signalering.accounts.access import may
from signalering.cases.actions import alerts, casework, triage
from signalering.cases.models import Alert, Deadline, Signal
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.cases.at_night import oost, ready, signal_of, told

pytestmark = pytest.mark.django_db


def test_a_threat_raises_an_alert_at_any_hour(team, clock):
    for hour in ("10:00", "23:00"):
        clock.to(hour)
        alert = cases.alert(by=team["first"], about=signal_of("Thuiszorg"))
        assert (alert.cause, alert.raised_by) == ("threat_set", team["first"])


def test_a_threat_on_a_case_calls_too_and_is_over_when_taken_on(team, night, reading, as_person):
    case = cases.case(by=team["desk"], about=signal_of("Thuiszorg"))
    with reading(team["desk"]):
        casework.set_threat(case, by=team["desk"], threat_kind="eviction", threat_date=None)
        casework.set_threat(case, by=team["desk"], threat_kind="water_cut_off", threat_date=None)
    alerts.sweep()
    alert = case.alerts.get()
    assert told() == [("Eerste", "first")]
    assert may(team["first"], "view", case)
    assert not may(team["first"], "change", case)
    page = as_person(team["first"]).get(f"/casussen/{case.shown_code}/")
    assert "Je werd opgeroepen voor deze casus." in page.content.decode()
    assert alerts.acknowledge(alert, by=team["first"])
    alert.refresh_from_db()
    assert alert.ended_because == "acknowledged"


def test_who_was_called_about_a_case_reads_it_a_little_longer_than_the_alert(team, night, as_person):
    case, client = cases.case(by=team["desk"], about=signal_of("Thuiszorg")), as_person(team["first"])
    duty = case.person_grants.filter(origin_kind="duty")

    def called():
        alert = alerts.raise_alert("threat_set", by=team["desk"], case=case)
        ready(night, minutes=10)
        return alert

    alert = called()
    ready(night, minutes=10)
    client.post(f"/oproep/{alert.shown_code}/oppakken/")
    assert {grant.user for grant in duty} == {team["first"], team["second"]}
    assert {grant.ends_at - timezone.now() <= timedelta(hours=24) for grant in duty} == {True}
    again = called()
    duty.filter(origin_id=alert.pk).update(ends_at=night.real() - timedelta(hours=1))
    page = f"/casussen/{case.shown_code}/"
    assert client.get(page).status_code == 200, "called once more, so it opens for as long as that lasts"
    client.post(f"/oproep/{again.shown_code}/oppakken/")
    duty.update(ends_at=night.real() - timedelta(hours=1))
    assert client.get(page).status_code == 404


def test_a_threat_starts_its_clock_on_the_signal_and_keeps_it_in_the_case(team, clock, as_person):
    client, signal = as_person(team["desk"]), cases.signal()
    address = f"/signalen/{signal.shown_code}/"
    assert "Bedreigende situatie" in client.get(address).content.decode()
    assert "Kies wat er dreigt." in client.post(address + "bedreiging/", {}).content.decode()
    reply = client.post(address + "bedreiging/", {"threat_kind": "eviction", "threat_date": "2026-12-09"}, follow=True)
    assert "Gedwongen ontruiming. " in reply.content.decode()
    first = Deadline.objects.get(about_id=signal.pk, rule__slug="DL2")
    signal.refresh_from_db()
    assert signal.next_due <= first.due_on
    inbox = client.get("/postvak/").content.decode()
    assert "ontruiming" not in inbox.lower()
    client.post(address + "bedreiging/", {"threat_kind": "water_cut_off"})
    assert signal.alerts.count() == 1
    ground = {"reason": "fits_team", "legal_basis": "consent", "purpose": "debt"}
    clock.go_on(days=2)
    client = as_person(team["desk"])
    reply = client.post(address + "oppakken/", {**ground, "threat_kind": ""}, follow=True)
    case = Signal.objects.get(pk=signal.pk).case
    carried = Deadline.objects.get(about_id=case.pk, rule__slug="DL2")
    assert (carried.due_on, carried.started_on, carried.ended_at) == (first.due_on, first.started_on, None)
    assert case.next_due == min(first.due_on, Deadline.objects.get(about_id=case.pk, rule__slug="DL7").due_on)
    assert "Afsluiting van water" in client.get(f"/casussen/{case.shown_code}/").content.decode()
    first.refresh_from_db()
    assert first.ended_at is not None


def test_words_beside_a_threat_stay_beside_those_of_the_decision(team, as_person):
    client, signal = as_person(team["desk"]), cases.signal()
    address = f"/signalen/{signal.shown_code}/"
    why = {"threat_kind": "end_of_supply", "clock_reason": "other", "words": "De meter gaat er maandag uit."}
    for _ in range(2):
        assert client.post(address + "bedreiging/", why).status_code == 302
    assert client.get(address).content.decode().count("De meter gaat er maandag uit.") == 1
    mine = {"case": cases.case(by=team["desk"]).code, "reason": "other", "words": "Zelfde portiek."}
    reply = client.post(address + "koppelen/", mine, follow=True)
    assert "De meter gaat er maandag uit." in reply.content.decode(), "in the timeline of the case"
    page = client.get(address).content.decode()
    assert "De meter gaat er maandag uit." in page
    assert "Zelfde portiek." in page
    assert team["desk"].name in page[page.index("Toelichting van het team") :]
    assert "meter" not in as_person(signal.writer).get(f"/mijn-signalen/{signal.shown_code}/").content.decode()


def test_a_threat_goes_along_to_a_case_that_exists(team, reading):
    worker = team["desk"]
    case, signal = cases.case(by=worker), cases.signal()
    cases.alert(by=worker, about=signal)
    with reading(worker):
        triage.join_case(signal, by=worker, case=case, reason="same_person")
        assert case.threat_kind == "eviction"
    days = Deadline.objects.filter(rule__slug="DL2").values_list("due_on", flat=True)
    assert len(days) == 2
    assert len(set(days)) == 1


def test_the_public_number_of_a_team_stands_on_its_signals(team, as_person):
    signal, client = cases.signal(), as_person(team["desk"])
    address = f"/signalen/{signal.shown_code}/"
    assert "Buiten kantooruren: <a" not in client.get(address).content.decode()
    oost().change(by=people.BY, reason="other", duty_phone="06-00000020")
    assert 'href="tel:0600000020"' in client.get(address).content.decode()


def test_only_who_decides_says_that_it_threatens(team, as_person):
    signal = cases.signal()
    address = f"/signalen/{signal.shown_code}/bedreiging/"
    for person, reply in ((people.wot_worker("WOT Zuid"), 404), (signal.writer, 403), (people.partner(), 404)):
        assert as_person(person).post(address, {"threat_kind": "eviction"}).status_code == reply
    assert not Alert.objects.exists()
