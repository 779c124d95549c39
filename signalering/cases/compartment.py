"""The safety compartment: what lies with the CO-team or is kept for safety, never counted or named outside it."""

from django.db.models import Q

from signalering.accounts.models import Team

KEPT_APART, SAFETY = Team.Kind.CO_TEAM, "safety"
OUTSIDE = ~Q(team__kind=KEPT_APART) & ~Q(purpose=SAFETY)
OUTSIDE_SIGNALS = OUTSIDE & ~Q(case__team__kind=KEPT_APART)


def works_inside(person):
    """Whether somebody works in the safety compartment."""
    return any(team.kind == KEPT_APART for team in person.teams)


def outside(records):
    """Those of some signals or cases that their rows do not keep apart.

    A signal that was not safe and became part of a case for another purpose is told from its sealed words alone.
    """
    return records.filter(OUTSIDE)


def signals_outside(signals):
    """Those of some signals that their rows do not keep apart, nor the case they became part of."""
    return signals.filter(OUTSIDE_SIGNALS)
