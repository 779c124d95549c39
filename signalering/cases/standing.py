"""How teams stand in a week: who is open, and who still has a place."""

from collections import Counter
from datetime import timedelta

from django.db.models import Count

from signalering.accounts.models import TeamClosure
from signalering.accounts.pages import end_of
from signalering.cases.models import Signal

DAY = timedelta(days=1)
SATURDAY = 5


class Standing:
    """Which teams are open and have a place on a day."""

    def __init__(self, closures=(), taken=()):
        self.closures = {}
        for closure in closures:
            self.closures.setdefault(closure.team_id, []).append(closure)
        self.taken = Counter(taken)

    def closure_of(self, team, day):
        """The closure of a team on a day, or None."""
        return next((one for one in self.closures.get(team.pk, ()) if one.holds_on(day)), None)

    def is_full(self, team, day):
        """Whether a team that said how many signals it takes in a week has had them all."""
        return team.places_a_week is not None and self.taken[team.pk, monday_of(day)] >= team.places_a_week

    def has_place(self, team, day):
        """Whether a team is known to have a place; of most teams nobody said how many there are."""
        return team.places_a_week is not None and not self.is_full(team, day)

    def take(self, team, day):
        """One place of the week is gone."""
        self.taken[team.pk, monday_of(day)] += 1


def monday_of(day):
    """The first day of a week."""
    return day - day.weekday() * DAY


def first_desk_day(day):
    """The day on which a desk first looks at what came in; what comes at the weekend waits for Monday."""
    return monday_of(day) + 7 * DAY if day.weekday() >= SATURDAY else day


def of_week(rules, day, *, aside=None):
    """How the teams of these rules stand on a day: one question about closures, one about places, if any matter."""
    closures = closures_of(rules, day) if any(rule.needs_open for rule in rules) else ()
    limited = {rule.team_id for rule in rules if rule.team.places_a_week is not None}
    return Standing(closures, taken_in_week(limited, day, aside=aside) if limited else ())


def closures_of(rules, day):
    """The closures, from a day on, of the teams that rules name."""
    return TeamClosure.objects.from_day(day).filter(team__in={rule.team_id for rule in rules})


def taken_in_week(teams, day, *, aside=None):
    """How many signals of this week lie with each of these teams; what was withdrawn takes no place."""
    monday = monday_of(day)
    here = Signal.objects.filter(team__in=teams, pk__gt=end_of(monday - DAY).pk).exclude(status=Signal.Status.WITHDRAWN)
    if aside is not None:
        here = here.exclude(pk=aside.pk)
    counted = here.order_by().values_list("team").annotate(number=Count("pk"))
    return {(team, monday): number for team, number in counted}
