"""The hours outside office time for which nobody of a team is on duty yet, so that they are filled before they come."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.utils import timezone

from signalering.accounts.models import Shift, Team
from signalering.cases.office_hours import DAY, at, first_after, hours, works

AHEAD = timedelta(days=7)
CALLED = (Team.Kind.WOT, Team.Kind.CO_TEAM, Team.Kind.YOUTH)  # to whom signals go, and so calls at night


@dataclass(frozen=True)
class Gap:
    """From when until when nobody of a team is on duty, while its office is closed."""

    team: Team
    starts_at: datetime
    ends_at: datetime


def gaps_of(teams):
    """The gaps that begin in the coming week, of those of these teams that are called at night, the first in front."""
    teams, now = [team for team in teams if team.kind in CALLED], timezone.now()
    if not teams:
        return []
    opens, closes = hours()
    until = first_after(now + AHEAD, opens)
    office = office_between(now, until, opens, closes)
    served = {team.pk: [] for team in teams}
    for team, *shift in filled(now, teams):
        served[team].append(shift)
    found = [Gap(team, *gap) for team in teams for gap in uncovered(now, [*office, *served[team.pk]])]
    return sorted(found, key=lambda gap: (gap.starts_at, gap.team.name))


def office_between(start, end, opens, closes):
    """When the office is open from the day of one moment up to and including the day of another."""
    day, last, found = timezone.localdate(start), timezone.localdate(end), []
    while day <= last:
        if works(day):
            found.append((at(day, opens), at(day, closes)))
        day += DAY
    return found


def filled(now, teams):
    """The shifts that are not over, of people who may serve the team: whoever left it is not called."""
    shifts = Shift.objects.served().filter(team__in=teams, ends_at__gt=now, starts_at__lt=now + 2 * AHEAD)
    return shifts.values_list("team_id", "starts_at", "ends_at")


def uncovered(now, covered):
    """The stretches between what is covered that begin within a week; counted in UTC, which has no hour twice."""
    moment, found = now, []
    for start, end in sorted((start.astimezone(UTC), end.astimezone(UTC)) for start, end in covered):
        if moment < start and moment < now + AHEAD:
            found.append((moment, start))
        moment = max(moment, end)
    return found
