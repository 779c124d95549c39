"""Where a referral can go: programmes with a receiver, and teams that receive by themselves."""

from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from signalering.accounts.models import Team
from signalering.closed_lists import closed_list
from signalering.referrals import entry_rules
from signalering.referrals.models import Programme


@dataclass
class Target:
    """A place that answers referrals: a programme with its receiving team, or a team itself."""

    programme: Programme | None
    team: Team
    warnings: list[str] = field(default_factory=list)
    fits: list[str] = field(default_factory=list)
    tried: str = ""

    @property
    def key(self):
        """The value of this target in a form or an address."""
        kind, record = ("p", self.programme) if self.programme else ("t", self.team)
        return f"{kind}-{record.pk.hex}"

    @property
    def label(self):
        """What it is called."""
        return str(self.programme or self.team)

    @property
    def receiver(self):
        """The team that answers, when the name of the programme does not say so already."""
        return "" if self.label == self.team.name else self.team.name

    @property
    def is_assumed(self):
        """Whether the receiver is our own reading and no known fact."""
        return bool(self.team.source_note or (self.programme and self.programme.source_note))

    @property
    def fitting_themes(self):
        """The labels of the themes it is for."""
        return theme_labels(self.programme.themes) if self.programme else []


@dataclass(frozen=True)
class Situation:
    """What is known of a resident, as far as entry rules ask for it."""

    themes: tuple
    age_band: str = ""
    minor_children: str = ""

    def warnings(self, target):
        """What this resident may not meet at a target."""
        return entry_rules.warnings(
            target.programme,
            team=target.team,
            age_band=self.age_band,
            minor_children=self.minor_children,
            themes=self.themes,
        )


def theme_labels(themes):
    """The Dutch words for themes."""
    labels = closed_list("cases", "theme")
    return [labels.label(theme) for theme in themes]


def receiving(area=None):
    """Every target: the programmes with a receiver, then the teams that no programme stands for.

    A team says whether it works in `area`.
    """
    programmes = list(Programme.objects.receiving().select_related("receiving_team", "provider"))
    spoken_for = {programme.receiving_team_id for programme in programmes}
    # a team that was made to receive stands before the teams that also do other work
    here = Team.areas.through.objects.filter(team=OuterRef("pk"), area=area)
    teams = Team.objects.annotate(works_here=Exists(here))
    teams = sorted(teams, key=lambda team: (team.kind != Team.Kind.PROGRAMME, team.name))
    return [Target(programme, programme.receiving_team) for programme in programmes] + [
        Target(None, team) for team in teams if team.pk not in spoken_for
    ]


def weighed(situation, *, own_team, area=None, tried=()):
    """The targets in three groups for one resident: fitting the theme, other programmes, and teams.

    `tried` are the referrals that went from this case before: nobody is sent to the same place twice unawares.
    """
    fitting, others, teams = [], [], []
    for target in receiving(area):
        if target.team == own_team:
            continue
        target.warnings = situation.warnings(target)
        target.tried = what_happened_there(target, tried)
        same = [theme for theme in situation.themes if target.programme and theme in target.programme.themes]
        if same:
            target.fits = [_("past bij thema %(theme)s") % {"theme": label} for label in theme_labels(same)]
        if target.programme is not None:
            (fitting if same else others).append(target)
            continue
        teams.append(target)
        if target.team.works_here:
            target.fits = [_("werkt in wijk %(area)s") % {"area": area}]
    fitting.sort(key=lambda target: bool(target.warnings))
    return [
        (_("Past bij het thema"), fitting),
        (_("Ander aanbod"), others),
        (_("Teams"), teams),
    ]


def what_happened_there(target, tried):
    """A sentence about an earlier referral of this case to the same target; empty when there was none."""
    for referral in tried:
        if referral.receiving_team_id == target.team.pk and referral.programme == target.programme:
            if referral.status == referral.Status.RETURNED:
                reason = referral.get_return_reason_display()
                return _("Eerder teruggestuurd: %(reason)s.") % {"reason": reason[:1].lower() + reason[1:]}
            if referral.status in (referral.Status.DRAFT, *referral.RUNNING):
                return _("Er is al een verwijzing hierheen (%(status)s).") % {
                    "status": referral.get_status_display().lower()
                }
    return ""
