"""What the coordinators of a team say about it: how much it takes, what it knows, and when it is closed."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from signalering.accounts.access import refuse
from signalering.accounts.models import TeamClosure
from signalering.accounts.models.people import Role

LONGEST = timedelta(days=366)


def organisations_of(team):
    """The names of the organisations that work in a team: the one it belongs to, then those of its agreements."""
    others = (row.organisation.name for row in team.agreements.all())
    return list(dict.fromkeys([team.organisation.name, *others]))


def coordinated(person):
    """The teams of which somebody is a coordinator today."""
    return [place.team for place in person.memberships_now if place.role == Role.COORDINATOR]


def must_coordinate(by, team):
    """Only its own coordinators say something about a team."""
    if team not in coordinated(by):
        refuse(by, "edit_team", team)


@transaction.atomic
def set_facts(team, *, by, version, places_a_week, expertise, open_days):
    """A coordinator says how many signals a team takes in a week, what it knows of and on which days it works."""
    team.reread()
    must_coordinate(by, team)
    facts = {"places_a_week": places_a_week, "expertise": expertise, "open_days": open_days}
    return team.change(by=by, reason="facts_changed", version=version, verb="change_team_facts", **facts)


@transaction.atomic
def close_team(team, *, by, first_day, last_day, reason):
    """A team takes nothing new for some days; the same days twice are one closure."""
    team.reread()
    must_coordinate(by, team)
    if last_day < first_day:
        raise ValidationError({"last_day": _("De laatste dag ligt voor de eerste dag.")})
    if last_day < timezone.localdate():
        raise ValidationError({"last_day": _("Deze dagen zijn al voorbij.")})
    if last_day - first_day > LONGEST:
        raise ValidationError({"last_day": _("Kies hoogstens een jaar.")})
    known = team.closures.filter(active=True, first_day=first_day, last_day=last_day).first()
    if known is not None and known.reason != reason:
        taken = _("Deze dagen staan er al, met een andere reden. Trek die sluiting eerst in.")
        raise ValidationError({"reason": taken})
    if known is not None:
        return known
    closure = TeamClosure(team=team, first_day=first_day, last_day=last_day, reason=reason)
    return closure.save_as(by, "closure_added", verb="close_team")


@transaction.atomic
def take_back_closure(closure, *, by):
    """A team is open after all; that it was to be closed stays on record."""
    closure.reread()
    must_coordinate(by, closure.team)
    if closure.active:
        closure.change(by=by, reason="closure_taken_back", verb="take_back_closure", active=False)
    return closure
