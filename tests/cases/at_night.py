"""What the tests of alerts share: signals that cannot wait, and who was called."""

from signalering.accounts.models import Team, User
from signalering.cases.actions import alerts
from signalering.cases.models import AlertCall
from tests.cases import factories as cases


def oost():
    return Team.objects.get(name="WOT Oost")


def today():
    """A signal that somebody wants to be read today."""
    return signal_of("Thuiszorg", urgency="today")


def signal_of(name, **details):
    """A signal of somebody who is there already: a place begins by the clock of the database."""
    return cases.signal(by=User.objects.get(name=name), **details)


def told():
    """Who was called, in that order."""
    return [(call.to.name, call.role) for call in AlertCall.objects.select_related("to").order_by("id")]


def ready(clock, **passed):
    """Time goes by, and the clock turns."""
    clock.go_on(**passed)
    return alerts.sweep()
