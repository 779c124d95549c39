"""Try a routing table on signals that came in before: what would it have proposed?

The age and the answer about consent are opened by the system, with a look at each signal; no person sees them.
Who tries a table sees numbers, rounded so that no single signal can be told from them; the safety compartment stands in
them only for who works in it.
"""

from collections import Counter
from dataclasses import dataclass, field

from django.utils import timezone

from signalering.accounts.models import Area, Team
from signalering.audit.actors import system
from signalering.audit.reading import reading
from signalering.cases.compartment import KEPT_APART, signals_outside
from signalering.cases.models import RoutingRule, Signal
from signalering.cases.routing import Facts, age_of, first_fit, must_end
from signalering.cases.standing import Standing, closures_of
from signalering.crypto.fields import DESTROYED

CHOICES = (100, 1_000, 10_000)
AT_ONCE = 500
FEW = 10
ASKED = ("theme", "urgency", "area_id", "area_source", "created_at", "team_id", "proposed_team_id", "status")
OPENED = ("age_band", "consent_answer")


@dataclass
class Trial:
    """What a table would have proposed: how often from which team to which, and the signals that would go elsewhere."""

    inside: bool = False
    tried: int = 0
    skipped: int = 0
    moves: Counter = field(default_factory=Counter)
    elsewhere: dict = field(default_factory=dict)

    @property
    def same(self):
        """How many would be proposed to the same team."""
        return sum(number for (before, now), number in self.moves.items() if before == now)

    @property
    def other(self):
        """How many would be proposed to another team."""
        return self.tried - self.same

    @property
    def rows(self):
        """The moves from team to team as numbers that may leave the team, most first."""
        teams = {team.pk: team for team in Team.objects.filter(pk__in={key for move in self.moves for key in move})}
        moves = sorted(self.moves.items(), key=lambda move: (-rounded(move[1]), *(teams[pk].name for pk in move[0])))
        return [
            {"before": teams[before], "now": teams[now], "number": told(number), "same": before == now}
            for (before, now), number in moves
        ]


def rounded(number):
    """A number to the nearest ten; of few only that they are few."""
    return 0 if number < FEW else round(number / FEW) * FEW


def told(number):
    """A number in words that tell nobody apart."""
    return str(rounded(number)) if rounded(number) else f"minder dan {FEW}"


def try_table(table, *, last, inside=False):
    """Propose anew, by this table, for the last so many signals, in the order in which they came.

    Places are counted as if this table had been used, by what teams say now; a signal whose words were destroyed
    is passed over. Who is not inside the safety compartment is told of the signals outside it. Not inside a
    transaction: looks are written after each part.
    """
    rules = list(RoutingRule.objects.in_use().filter(table=table))
    must_end(rules)
    told = Signal.objects.all() if inside else told_outside()
    keys = list(told.order_by("-pk").values_list("pk", flat=True)[:last])[::-1]
    trial = Trial(inside)
    if not keys:
        return trial
    areas = Area.objects.in_bulk()
    teams, gone = None, str(DESTROYED)
    for start in range(0, len(keys), AT_ONCE):
        part = keys[start : start + AT_ONCE]
        with reading(by=system("routing_trial"), purpose="routing", page="routing_trial"):
            signals = told.filter(pk__range=(part[0], part[-1])).order_by("pk").only(*ASKED, *OPENED)
            for signal in signals:
                day = timezone.localdate(signal.created_at)
                if teams is None:
                    teams = Standing(closures_of(rules, day))
                try_one(trial, rules, teams, signal, areas.get(signal.area_id), day, gone)
    return trial


def told_outside():
    """The signals that are told of outside the safety compartment: none that lies, or was first sought, in it."""
    return signals_outside(Signal.objects.exclude(proposed_team__kind=KEPT_APART))


def try_one(trial, rules, teams, signal, area, day, gone):
    """What the rules say about one signal, beside what was proposed for it, or else where it is.

    `gone` is what a field says whose words were destroyed.
    """
    band, consent = signal.age_band, signal.consent_answer
    if band == gone or consent == gone:
        trial.skipped += 1
        return
    not_safe = consent == "not_safe"
    facts = Facts(signal.theme, signal.urgency, age_of(band), not_safe, area, signal.area_source, day)
    now = first_fit(rules, facts, teams)[0].team
    if signal.status != Signal.Status.WITHDRAWN:
        teams.take(now, day)
    if not_safe and not trial.inside:
        return
    before = signal.proposed_team_id or signal.team_id
    trial.tried += 1
    trial.moves[before, now.pk] += 1
    if before != now.pk:
        trial.elsewhere[signal.pk] = now
