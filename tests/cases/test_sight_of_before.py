"""Sight that calls gave for ever, before the present rule: an upgrade ends it as the rule would have."""

from datetime import timedelta

import pytest

from signalering.accounts.access import may
from signalering.audit.models import Event
from signalering.cases.actions import alerts
from tests.before import move
from tests.cases import factories as cases
from tests.cases.at_night import ready, signal_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def called(team, night, monkeypatch):
    """A case about which two people were called; the calls are over, and what they gave is not."""
    monkeypatch.setattr(alerts, "end_sight", lambda *args, **kwargs: None)
    return call_about(cases.case(by=team["desk"], about=signal_of("Thuiszorg")), team, night)


def call_about(case, team, night):
    """Both on duty are called about a case, and the second takes it on."""
    alert = alerts.raise_alert("threat_set", by=team["desk"], case=case)
    ready(night, minutes=10)
    ready(night, minutes=10)
    assert alerts.acknowledge(alert, by=team["second"])
    return case


def duty(case):
    """What calls gave on a case."""
    return case.person_grants.filter(origin_kind="duty").order_by("pk")


def upgrade():
    """The migration that ends what calls gave for ever."""
    move("cases", "0029_called_sight_ends")


def test_what_a_call_gave_for_ever_ends_a_day_after_that_call(called, team):
    assert {(grant.user, grant.ends_at) for grant in duty(called)} == {(team["first"], None), (team["second"], None)}
    upgrade()
    over = called.alerts.get().ended_at
    assert [grant.ends_at for grant in duty(called)] == [over + timedelta(hours=24)] * 2
    first = duty(called).first()
    assert [(row.history_type, row.ends_at) for row in first.history.order_by("history_id")] == [
        ("+", None),
        ("~", over + timedelta(hours=24)),
    ]
    assert Event.objects.filter(verb="end_grant", root_id=called.pk, system="alerts").count() == 1
    upgrade()
    assert first.history.count() == 2, "once more it finds nothing to end"


def test_sight_that_ends_long_ago_is_over_at_once(called, team):
    alert = called.alerts.get()
    alert.change(by=team["desk"], reason="other", ended_at=alert.ended_at - timedelta(days=30))
    assert may(team["first"], "view", called)
    upgrade()
    assert not may(team["first"], "view", called)
    assert may(team["desk"], "change", called), "who directs it keeps it"


def test_who_is_called_again_and_was_not_given_it_again_keeps_it_for_that_call(called, team, night):
    ended = called.alerts.get()
    ended.change(by=team["desk"], reason="other", ended_at=ended.ended_at - timedelta(days=30))
    again = alerts.raise_alert("threat_set", by=team["desk"], case=called)
    ready(night, minutes=10)
    duty(called).filter(origin_id=again.pk).delete()
    upgrade()
    assert may(team["first"], "view", called)
    given = duty(called).get(origin_id=again.pk)
    assert (given.user, given.ends_at, given.membership.team.name) == (team["first"], None, "WOT Oost")
    assert [row.history_type for row in given.history.all()] == ["+"]
    assert not may(team["second"], "view", called)


def test_a_call_that_nobody_took_on_still_gives_its_sight(team, night):
    case = cases.case(by=team["desk"], about=signal_of("Thuiszorg"))
    alerts.raise_alert("threat_set", by=team["desk"], case=case)
    ready(night, minutes=10)
    upgrade()
    assert [grant.ends_at for grant in duty(case)] == [None]
