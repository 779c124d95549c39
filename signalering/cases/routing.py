"""Propose a team for a signal and say why; a human decides."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from signalering.accounts.configuration import setting
from signalering.accounts.models import Area, PostcodeArea, Team
from signalering.cases.models import Signal

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


def area_of(postcode, chosen):
    """The area of a signal and who says so: the postcode table first, then the reporter."""
    known = PostcodeArea.objects.select_related("area").filter(pc6=postcode).first() if postcode else None
    if known is not None:
        sources = {PostcodeArea.Source.TABLE: Signal.AreaSource.TABLE}
        return known.area, sources.get(known.source, Signal.AreaSource.WORKER)
    if isinstance(chosen, Area):
        return chosen, Signal.AreaSource.REPORTER
    return None, Signal.AreaSource.UNKNOWN


def propose(*, theme, age_band, consent_answer, area, area_source):
    """The team that fits a signal best: safety first, then youth, then the area."""
    if consent_answer == "not_safe":
        return Proposal(Team.objects.get(kind=Team.Kind.CO_TEAM), [_("bespreken is niet veilig")])
    if age_band in MINOR_BANDS and theme == Signal.Theme.YOUTH_AT_RISK:
        return Proposal(Team.objects.get(kind=Team.Kind.YOUTH), [_("jonger dan 18")])
    team = Team.objects.filter(kind=Team.Kind.WOT, areas=area).first() if area is not None else None
    if team is None:
        default = Team.objects.get(name=setting("team_for_unknown_area"))
        where = _("wijk onbekend") if area is None else _("geen WOT voor wijk %(area)s") % {"area": area}
        return Proposal(default, [where, _("kies zelf een team")])
    source = Signal.AreaSource(area_source).label
    reasons = [_("wijk %(area)s (%(source)s)") % {"area": area, "source": source}]
    if theme == Signal.Theme.YOUTH_AT_RISK and age_band in ("", "unknown"):
        reasons.append(_("leeftijd onbekend: vraag die na"))
    elif age_band:
        reasons.append(_("18 of ouder") if age_band not in MINOR_BANDS else _("jonger dan 18"))
    return Proposal(team, reasons)
