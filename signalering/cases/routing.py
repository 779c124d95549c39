"""Propose a team for a signal and say why; a human decides."""

from dataclasses import dataclass, field
from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from signalering.accounts.models import Area, PostcodeArea, Team
from signalering.cases import standing, working_days
from signalering.cases.models import RoutingRule, RoutingTable, Signal
from signalering.cases.why_team import hindrance, reasons

ROUTED_BY = ("theme", "age_band", "consent_answer", "area", "area_source", "urgency")
MINOR_BANDS = {"0-11", "12-15", "16-17"}


@dataclass
class Proposal:
    """A team with the reasons for it, in plain Dutch."""

    team: Team
    reasons: list[str] = field(default_factory=list)

    @property
    def sentence(self):
        """The reasons in one line."""
        return ", ".join(self.reasons)


@dataclass(frozen=True)
class Facts:
    """What routing asks of a signal; `day` is the day on which a team is sought for it."""

    theme: str
    urgency: str
    age: str
    not_safe: bool
    area: Area | None
    area_source: str
    day: date


def age_of(band):
    """Under 18, adult or not known."""
    if band in MINOR_BANDS:
        return RoutingRule.Age.UNDER_18
    return RoutingRule.Age.UNKNOWN if band in ("", "unknown") else RoutingRule.Age.ADULT


def area_of(postcode, chosen):
    """The area of a signal and who says so: the postcode table first, which workers fill too, then the reporter."""
    known = PostcodeArea.objects.select_related("area").filter(pc6=postcode).first() if postcode else None
    if known is not None:
        return known.area, Signal.AreaSource(known.source)
    if isinstance(chosen, Area):
        return chosen, Signal.AreaSource.REPORTER
    return None, Signal.AreaSource.UNKNOWN


def rules_on(day):
    """The rules that hold on a day, in their order."""
    table = RoutingTable.objects.in_force(day).values("pk")
    return list(RoutingRule.objects.in_use().filter(table__in=table))


def propose(*, theme, age_band, consent_answer, area, area_source, urgency, signal=None):
    """The team that the table names for a signal that comes in now, or for one that came in before."""
    day = working_days.today()
    rules = rules_on(timezone.localdate(signal.created_at) if signal else day)
    facts = Facts(theme, urgency, age_of(age_band), consent_answer == "not_safe", area, area_source, day)
    return proposal(rules, facts, standing.of_week(rules, day, aside=signal))


def proposal(rules, facts, teams):
    """The team that the rules name, with why; `teams` knows who has a place and is open."""
    with override("nl"):  # the reporter may read another language than the desk
        rule, passed_over = first_fit(rules, facts, teams)
        return Proposal(rule.team, list(dict.fromkeys([*passed_over, *reasons(rule, facts, teams, passed_over)])))


def must_end(rules):
    """The last rule of a table holds for every signal, so that none is without a proposal."""
    if not rules or not rules[-1].holds_always:
        raise ValidationError(_("De laatste regel moet voor elk signaal gelden. Haal daar de voorwaarden weg."))


def first_fit(rules, facts, teams):
    """The first rule that fits and whose team can take it wins; and why the teams before it could not."""
    passed_over = []
    for rule in rules:
        if not rule.fits(facts):
            continue
        problem = hindrance(rule, facts, teams)
        if not problem:
            return rule, passed_over
        passed_over.append(problem)
    raise LookupError("no routing rule holds for every signal")


def kept(made):
    """What a signal keeps of a proposal: the team, and why in words that only a reader opens."""
    return {"proposed_team": made.team, "proposal_words": made.sentence}


def proposed_anew(signal, **changed):
    """The proposal for a signal of which something is told anew, such as its area; nothing changes by itself."""
    facts = {name: changed.get(name, getattr(signal, name)) for name in ROUTED_BY}
    return propose(**facts, signal=signal)
