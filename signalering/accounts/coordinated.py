"""Whether anybody coordinates a team today: who may open and give away what its people lost."""

from signalering.accounts.models import Membership
from signalering.accounts.models.people import Role


def coordinating():
    """The places of those who coordinate a team today."""
    return Membership.objects.in_force().filter(role=Role.COORDINATOR, person__is_active=True)


def is_coordinated(team):
    """Whether this team has a coordinator."""
    return coordinating().filter(team=team).exists()


def uncoordinated(teams):
    """Those of some teams that have none."""
    return teams.exclude(pk__in=coordinating().filter(team__isnull=False).values("team"))
