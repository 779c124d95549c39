"""In office hours an alert reaches somebody who is there, and does not wait for the office to close."""

import pytest
from django.utils import timezone

from signalering.accounts.access import may
from signalering.accounts.actions import close_account
from signalering.accounts.models import Setting
from signalering.audit.reading import reading
from signalering.cases.actions import alerts, casework
from signalering.cases.models import Notice
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.cases.at_night import ready, signal_of, told

pytestmark = pytest.mark.django_db
SECOND = ("Tweede", "desk")
LEAD, CO_TEAM = ("Coördinator", "coordinator"), ("Coördinator CO", "co_team")


@pytest.fixture
def day(clock, team):
    """Nine in the morning of a working day."""
    clock.to("09:00")
    return clock


def threatened(director):
    """A case whose director says that somebody will be evicted."""
    case = cases.case(by=director, about=signal_of("Thuiszorg"))
    with reading(by=director, purpose="debt"):
        casework.set_threat(case, by=director, threat_kind="eviction", threat_date=None)
    return case


def minutes_left(case):
    """After how many minutes the next are called."""
    return round((case.alerts.get().next_at - timezone.now()).total_seconds() / 60)


def test_who_does_not_answer_is_not_waited_for(team, day):
    case = threatened(team["second"])
    alerts.sweep()
    assert told() == [LEAD]
    assert minutes_left(case) == 10
    assert ready(day, minutes=9) == 0
    assert ready(day, minutes=1) == 1
    assert told() == [LEAD, CO_TEAM]
    assert ready(day, minutes=10) == 1
    assert sorted(told()[2:]) == sorted([LEAD, CO_TEAM])


def test_who_has_duty_by_day_is_called_before_the_co_team(team, day, rota):
    rota(team["first"], team["desk"], by=team["coordinator"])
    threatened(team["second"])
    for _ in range(4):
        ready(day, minutes=10)
    assert told() == [LEAD, ("Eerste", "first"), ("Postvak", "second"), CO_TEAM]
    ready(day, minutes=10)
    assert len(told()) == 8, "each once, whatever the reasons"


def test_of_a_signal_the_desk_hears_and_then_others(team, day):
    cases.alert(by=team["desk"], about=signal_of("Thuiszorg"))
    alerts.sweep()
    assert {name for name, _ in told()} == {"Eerste", "Tweede", "Coördinator"}
    ready(day, minutes=10)
    assert told()[3:] == [CO_TEAM]


def test_who_takes_it_on_ends_the_calls(team, day):
    case = threatened(team["second"])
    alerts.sweep()
    assert alerts.acknowledge(case.alerts.get(), by=team["coordinator"])
    assert ready(day, hours=3) == 0


def test_a_coordinator_who_is_the_director_calls_others_at_once(team, day):
    threatened(team["coordinator"])
    alerts.sweep()
    assert told() == [CO_TEAM]


def test_who_is_away_is_not_called_and_who_stands_in_is(team, day):
    cases.absence(by=team["coordinator"], person=team["coordinator"], stand_in=team["desk"])
    case = threatened(team["second"])
    alerts.sweep()
    assert told() == [("Postvak", "desk")]
    assert may(team["desk"], "view", case)
    ready(day, minutes=10)
    assert told()[1:] == [CO_TEAM]


def test_a_stand_in_who_is_away_has_a_stand_in_too(team, day):
    lead = team["coordinator"]
    cases.absence(by=lead, person=lead, stand_in=team["desk"])
    cases.absence(by=lead, person=team["desk"], stand_in=team["first"])
    threatened(team["second"])
    alerts.sweep()
    assert told() == [("Eerste", "desk")]


def test_nobody_of_a_circle_is_called(team, day):
    lead = team["coordinator"]
    cases.absence(by=lead, person=lead, stand_in=team["desk"])
    second = cases.absence(by=lead, person=team["desk"], stand_in=team["first"])
    second.change(by=lead, reason="other", stand_in=lead)
    threatened(team["second"])
    alerts.sweep()
    assert told() == [CO_TEAM]


def test_of_a_signal_who_is_away_is_not_called(team, day):
    cases.absence(by=team["coordinator"], person=team["first"], stand_in=team["second"])
    cases.alert(by=team["desk"], about=signal_of("Thuiszorg"))
    alerts.sweep()
    assert {name for name, _ in told()} == {"Tweede", "Coördinator"}


def test_a_team_without_a_coordinator_does_not_wait_for_the_evening(clock):
    people.home_care(name="Thuiszorg")
    director, _other = people.wot_worker(name="Regisseur"), people.wot_worker(name="Collega")
    people.coordinator("CO-team", name="Coördinator CO")
    clock.to("10:00")
    case = threatened(director)
    alerts.sweep()
    assert told() == [CO_TEAM]
    assert minutes_left(case) == 10


def test_where_nobody_coordinates_who_may_open_the_case_is_called_first(team, clock):
    case = cases.case(by=team["first"], about=signal_of("Thuiszorg"))
    cases.absence(by=team["coordinator"], person=team["first"], stand_in=team["second"])
    close_account(team["coordinator"], by=people.BY)
    clock.to("10:00")
    alerts.raise_alert("threat", by=team["desk"], case=case)
    alerts.sweep()
    assert told() == [SECOND], "nor the director, who is away"
    ready(clock, minutes=10)
    assert told()[1:] == [CO_TEAM]


def test_where_nobody_can_be_called_who_appoints_hears_it(clock):
    people.home_care(name="Thuiszorg")
    alone = people.wot_worker(name="Alleen")
    people.administrator(name="Beheer")
    clock.to("10:00")
    case = threatened(alone)
    for _ in range(9):
        ready(clock, minutes=10)
    assert told() == []
    assert [notice.to.name for notice in Notice.objects.filter(kind="no_coordinator")] == ["Beheer"]
    assert timezone.localtime(case.alerts.get().next_at).strftime("%H:%M") == "17:00"


def test_the_repeats_end_and_the_rota_hears_in_the_evening(team, day, rota):
    Setting.objects.get(key="alert_repeats").change(by=people.BY, reason="other", value="2")
    case = threatened(team["second"])
    for _ in range(5):
        assert ready(day, minutes=10) == 1
    assert len(told()) == 6
    assert ready(day, minutes=60) == 0
    alert = case.alerts.get()
    assert (timezone.localtime(alert.next_at).strftime("%H:%M"), alert.step) == ("17:00", 0)
    day.to("16:59")
    rota(team["first"], team["desk"], by=team["coordinator"])
    assert ready(day, minutes=2) == 1
    assert told()[6:] == [("Eerste", "first")]


def test_what_was_due_by_day_and_comes_late_begins_with_the_rota(team, day, rota):
    day.to("16:45")
    threatened(team["second"])
    alerts.sweep()
    rota(team["first"], team["desk"], by=team["coordinator"])
    day.to("17:20")
    assert alerts.sweep() == 1
    assert told() == [LEAD, ("Eerste", "first")]
