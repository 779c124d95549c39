"""Who is promised a call back and then help: residents of a WOT, unless talking with them is not safe."""

from signalering.accounts.models import Team
from signalering.cases.same_address import not_safe


def promised(team, signals):
    """Whether a team calls the resident of these signals back."""
    return team.kind == Team.Kind.WOT and not any(not_safe(signal) for signal in signals)
