"""Another threat after the first was handled: a clock and an alert of its own, and nothing that runs is set back."""

import uuid
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from signalering.cases import deadlines
from signalering.cases.actions import alerts, casework, threats, triage
from signalering.cases.models import Alert, Deadline
from signalering.cases.working_days import add_working_days, sub_working_days, today
from tests.cases import factories as cases
from tests.cases.at_night import signal_of, told
from tests.cases.browsing import FormReader

pytestmark = pytest.mark.django_db
WATER, ENERGY, EVICTION = "water_cut_off", "energy_cut_off", "eviction"


@pytest.fixture(autouse=True)
def morning(clock):
    """A working day, within office hours."""
    return clock.to("10:00")


@pytest.fixture
def handled(team, reading):
    """A case about an eviction whose resident was spoken with."""
    worker = team["desk"]
    case = cases.case(by=worker, about=signal_of("Thuiszorg"))
    with reading(worker):
        casework.set_threat(case, by=worker, threat_kind=EVICTION, threat_date=today() + timedelta(days=60))
    alerts.acknowledge(case.alerts.get(), by=worker)
    talk(case, reading)
    assert rows("DL2", case) == rows("DL3", case) == ["met"]
    return case


def talk(case, reading, at=None):
    """The director speaks with the resident, or spoke with them at that moment."""
    with reading(case.director):
        casework.record_attempt(
            case,
            by=case.director,
            form_key=uuid.uuid4(),
            channel="phone",
            reached=True,
            at=at or timezone.now(),
            day_part="morning",
        )


def threaten(case, reading, kind, day=None, **more):
    """The director says what threatens."""
    with reading(case.director):
        casework.set_threat(case, by=case.director, threat_kind=kind, threat_date=day, **more)


def marked(worker, reading, kind, day=None):
    """A signal of which the desk sees that something threatens."""
    signal = cases.signal()
    with reading(worker):
        threats.mark_threat(signal, by=worker, threat_kind=kind, threat_date=day)
    return signal


def join(signal, case, reading):
    with reading(case.director):
        triage.join_case(signal, by=case.director, case=case, reason="same_person")
    case.refresh_from_db()


def rows(slug, record):
    """How each clock of a rule on a record ended, the first one first; empty when it runs."""
    clocks = Deadline.objects.filter(about_id=record.pk, rule__slug=slug)
    return list(clocks.order_by("id").values_list("ended_by", flat=True))


def page_of(client, case):
    return client.get(f"/casussen/{case.shown_code}/").content.decode()


def test_another_threat_on_a_case_starts_a_clock_and_calls(team, handled, clock, as_person):
    clock.go_on(days=7)
    client, address = as_person(team["desk"]), f"/casussen/{handled.shown_code}/bedreiging/"
    assert "Dreigt er iets anders?" in client.get(address).content.decode()
    reply = client.post(address, {"threat_kind": WATER}, follow=True).content.decode()
    fresh = deadlines.of_slug("DL2", handled)
    assert (fresh.started_on, fresh.due_on) == (today(), add_working_days(today(), 3))
    assert rows("DL2", handled) == ["met", ""]
    assert "Het eerste gesprek is nu uiterlijk op" in reply
    assert [alert.ended_because for alert in handled.alerts.order_by("id")] == ["acknowledged", ""]
    alerts.sweep()
    assert told(), "somebody is called"
    handled.refresh_from_db()
    assert handled.next_due <= fresh.due_on
    assert "Die begint niet opnieuw." in client.get(address).content.decode()


def test_the_same_threat_again_is_no_new_threat(team, handled, reading, clock, as_person):
    clock.go_on(days=7)
    client, address = as_person(team["desk"]), f"/casussen/{handled.shown_code}/bedreiging/"
    for day in (today() + timedelta(days=53), today() + timedelta(days=20), None):
        form = {"threat_kind": EVICTION, "threat_date": day.isoformat() if day else ""}
        reply = client.post(address, form, follow=True).content.decode()
        assert "Hierbij begint geen termijn." in reply
        assert "Het eerste gesprek is nu" not in reply
        assert "Overleg vandaag met je teamleider." in reply
    assert rows("DL2", handled) == rows("DL3", handled) == ["met"]
    assert handled.alerts.count() == 1


def test_the_form_of_a_threat_stands_ready_with_what_is_known(team, reading, as_person):
    case, day = cases.case(by=team["desk"]), add_working_days(today(), 8)
    threaten(case, reading, EVICTION, day)
    client, address = as_person(team["desk"]), f"/casussen/{case.shown_code}/bedreiging/"
    form = dict(FormReader(client.get(address).content.decode(), None).values)
    assert (form["threat_kind"], form["threat_date"]) == (EVICTION, day.isoformat())
    assert f"{day:%d-%m-%Y}" in client.post(address, form, follow=True).content.decode()
    assert rows("DL3", case) == [""]


def test_an_eviction_after_another_threat_was_handled_counts_to_its_own_day(team, reading, clock):
    case = cases.case(by=team["desk"])
    threaten(case, reading, WATER)
    talk(case, reading)
    clock.go_on(days=7)
    eviction = add_working_days(today(), 4)
    threaten(case, reading, EVICTION, eviction)
    assert rows("DL2", case) == ["met", ""]
    assert deadlines.of_slug("DL3", case).due_on == sub_working_days(eviction, 2)


def test_a_second_eviction_after_the_first_has_been_gets_clocks_of_its_own(team, handled, reading, clock):
    clock.go_on(days=90)
    eviction = add_working_days(today(), 4)
    threaten(handled, reading, EVICTION, eviction)
    assert rows("DL2", handled) == rows("DL3", handled) == ["met", ""]
    assert deadlines.of_slug("DL3", handled).due_on == sub_working_days(eviction, 2)


def test_what_runs_is_set_back_by_no_other_threat(team, handled, reading, clock):
    threaten(handled, reading, WATER)
    before = deadlines.of_slug("DL2", handled)
    clock.go_on(days=1)
    threaten(handled, reading, ENERGY)
    threaten(handled, reading, WATER, today() + timedelta(days=20))
    after = deadlines.of_slug("DL2", handled)
    assert (after.pk, after.due_on, after.started_on) == (before.pk, before.due_on, before.started_on)
    assert handled.alerts.count() == 2


def test_an_eviction_that_comes_back_while_the_three_days_run_keeps_its_day(team, reading, clock):
    case, eviction = cases.case(by=team["desk"]), add_working_days(today(), 4)
    threaten(case, reading, EVICTION, eviction)
    due = deadlines.of_slug("DL3", case).due_on
    threaten(case, reading, WATER)
    threaten(case, reading, EVICTION, eviction)
    assert rows("DL3", case) == [""]
    assert deadlines.of_slug("DL3", case).due_on == due


@pytest.mark.parametrize(("reported", "corrected", "due"), [(10, 3, 1), (3, 10, 3)])
def test_a_day_corrected_at_pick_up_moves_the_clock_of_the_eviction(team, reading, as_person, reported, corrected, due):
    signal = marked(team["desk"], reading, EVICTION, add_working_days(today(), reported))
    form = {"reason": "fits_team", "legal_basis": "consent", "purpose": "debt", "threat_kind": EVICTION}
    form["threat_date"] = add_working_days(today(), corrected).isoformat()
    address = f"/signalen/{signal.shown_code}/oppakken/"
    assert "Opgepakt." in as_person(team["desk"]).post(address, form, follow=True).content.decode()
    signal.refresh_from_db()
    assert deadlines.of_slug("DL3", signal.case).due_on == add_working_days(today(), due)
    assert signal.case.next_due == add_working_days(today(), due)


def test_the_clock_of_a_signal_runs_on_in_a_case_that_had_its_conversation(team, handled, reading, clock):
    clock.go_on(days=7)
    signal = marked(team["desk"], reading, ENERGY)
    first = deadlines.of_slug("DL2", signal)
    clock.go_on(days=1)
    join(signal, handled, reading)
    carried = deadlines.of_slug("DL2", handled)
    assert carried.runs
    assert (carried.started_on, carried.due_on, carried.team) == (first.started_on, first.due_on, handled.team)
    assert rows("DL2", handled) == ["met", ""]
    assert rows("DL2", signal) == ["went_along"]
    assert handled.next_due <= first.due_on
    with reading(handled.director):
        assert handled.threat_kind == ENERGY


def test_a_case_that_was_reopened_runs_one_clock_of_each(team, handled, reading):
    threaten(handled, reading, WATER)
    due, director = deadlines.of_slug("DL2", handled).due_on, handled.director
    with reading(director):
        casework.close_case(handled, by=director, outcome="advice", unspoken="refused")
        assert rows("DL2", handled) == ["met", "refused"]
        casework.reopen_case(handled, by=director, reason="relapse")
    assert rows("DL2", handled) == ["met", ""]
    assert deadlines.of_slug("DL2", handled).due_on == due


@pytest.mark.parametrize(
    ("on_case", "on_signal", "kept"),
    [
        (("energy_cut_off", None), ("eviction", 20), "eviction"),
        (("eviction", 20), ("eviction", 10), "eviction"),
        (("eviction", 10), ("eviction", 20), "eviction"),
        (("eviction", 20), ("water_cut_off", 5), "eviction"),
        (("water_cut_off", 20), ("energy_cut_off", 5), "energy_cut_off"),
        (("water_cut_off", 5), ("energy_cut_off", 20), "water_cut_off"),
        (("water_cut_off", None), ("end_of_supply", 5), "water_cut_off"),
        (("end_of_supply", 5), ("water_cut_off", None), "water_cut_off"),
    ],
)
def test_a_case_takes_over_what_threatens_first(team, reading, on_case, on_signal, kept):
    def day(n):
        return n and today() + timedelta(days=n)

    case = cases.case(by=team["desk"])
    threaten(case, reading, on_case[0], day(on_case[1]))
    signal = marked(team["desk"], reading, on_signal[0], day(on_signal[1]))
    join(signal, case, reading)
    with reading(case.director):
        assert case.threat_kind == kept
        if on_case[0] == on_signal[0]:
            assert case.threat_date == day(10).isoformat()


def test_the_signal_says_whether_a_clock_runs(team, as_person):
    client, signal = as_person(team["desk"]), cases.signal()
    address = f"/signalen/{signal.shown_code}/bedreiging/"
    reply = client.post(address, {"threat_kind": "end_of_supply"}, follow=True).content.decode()
    assert "Hierbij begint geen termijn." in reply
    assert "We roepen collega" not in reply
    reply = client.post(address, {"threat_kind": WATER}, follow=True).content.decode()
    assert "Het eerste gesprek is nu uiterlijk op" in reply
    assert "We roepen collega" in reply


def test_one_clock_and_one_alert_of_a_kind_are_open_at_a_time(team, handled, reading):
    threaten(handled, reading, WATER)
    clock, alert = deadlines.of_slug("DL2", handled), handled.alerts.latest("id")
    second = Deadline(rule=clock.rule, about="case", about_id=handled.pk, due_on=today(), started_on=today())
    with pytest.raises(IntegrityError), transaction.atomic():
        second.save_as(team["desk"], "started")
    with pytest.raises(IntegrityError), transaction.atomic():
        Alert(case=handled, team=handled.team, cause=alert.cause).save_as(team["desk"], "threat_set")


def test_a_conversation_from_before_the_second_threat_does_not_end_its_clock(handled, reading, clock):
    before = timezone.now()
    clock.go_on(days=1)
    threaten(handled, reading, WATER)
    talk(handled, reading, at=before)
    assert rows("DL2", handled) == ["met", ""]
    talk(handled, reading)
    assert rows("DL2", handled) == ["met", "met"]


def test_a_conversation_from_before_the_first_eviction_does_not_end_its_clock(team, reading, clock):
    case = cases.case(by=team["desk"])
    threaten(case, reading, WATER)
    talk(case, reading)
    before = timezone.now()
    clock.go_on(days=7)
    threaten(case, reading, EVICTION, add_working_days(today(), 4))
    talk(case, reading, at=before)
    assert (rows("DL2", case), rows("DL3", case)) == (["met", ""], [""])
    case.refresh_from_db()
    assert case.next_due == deadlines.of_slug("DL3", case).due_on
    talk(case, reading)
    assert rows("DL3", case) == ["met"]


def test_nor_of_an_eviction_that_came_while_the_three_days_ran(team, reading, clock):
    case, before = cases.case(by=team["desk"]), timezone.now()
    threaten(case, reading, WATER)
    clock.go_on(days=1)
    threaten(case, reading, EVICTION, add_working_days(today(), 8))
    talk(case, reading, at=before)
    assert (rows("DL2", case), rows("DL3", case)) == (["met"], [""])
    threaten(case, reading, EVICTION, add_working_days(today(), 3))
    assert deadlines.of_slug("DL3", case).due_on == add_working_days(today(), 1)


def test_a_conversation_from_before_the_very_first_threat_ends_both_its_clocks(team, reading, clock):
    case, before = cases.case(by=team["desk"]), timezone.now()
    clock.go_on(days=1)
    threaten(case, reading, EVICTION, add_working_days(today(), 4))
    talk(case, reading, at=before)
    assert rows("DL2", case) == rows("DL3", case) == ["met"]


def test_what_went_along_is_late_at_the_case_alone(handled, reading, clock, team):
    signal = marked(team["desk"], reading, WATER)
    clock.go_on(days=10)
    join(signal, handled, reading)
    assert [late.rule.slug for late in deadlines.unexplained(signal, handled)].count("DL2") == 1
