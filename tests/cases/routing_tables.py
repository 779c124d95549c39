"""Routing tables for tests, changed through the acts of an administrator."""

import uuid

from signalering.accounts.models import Team
from signalering.cases.actions import routing_tables
from signalering.cases.models import RoutingTable
from signalering.cases.working_days import today
from tests.accounts import factories as people

EMPTY = {
    "not_safe": False,
    "theme": "",
    "age": "",
    "urgency": "",
    "municipality": "",
    "area": None,
    "area_known": "",
    "expertise": "",
    "needs_place": False,
    "needs_open": False,
}


def in_force():
    """The table that holds today."""
    return RoutingTable.objects.in_force(today()).get()


def draft(by=None, **details):
    """A copy of the table in force."""
    return routing_tables.copy_table(in_force(), by=by or people.administrator(), form_key=uuid.uuid4(), **details)


def rule(table, team, by=None, first=True, **conditions):
    """A rule in a draft, before all others unless told."""
    by = by or people.administrator()
    told = {**EMPTY, **conditions}
    made = routing_tables.add_rule(table, by=by, form_key=uuid.uuid4(), team=Team.objects.get(name=team), **told)
    while first and table.rules.in_use().first() != made:
        routing_tables.rearrange(table, by=by, rule=made, act="up")
    return made


def start(table, by=None, on=None):
    """A draft that was tried holds from today on."""
    by = by or people.administrator()
    routing_tables.record_trial(table, by=by)
    return routing_tables.put_in_force(table, by=by, valid_from=on or today())


def facts(team, by=None, **told):
    """What a coordinator says about a team."""
    team = Team.objects.get(name=team)
    for name, value in told.items():
        setattr(team, name, value)
    return team.save_as(by or people.BY, "facts_changed")
