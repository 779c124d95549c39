"""What a WOT worker fills in to decide about a signal."""

from datetime import timedelta

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from signalering.cases.actions.triage import STATUS_OF
from signalering.cases.models import Signal
from signalering.cases.working_days import today
from signalering.closed_lists import closed_list
from signalering.typed import Choice, Day, Form, FormKey, ReasonForm, Words

PICK_REASON = gettext_lazy("Kies een reden.")
NO_THREAT = ("", gettext_lazy("Nee"))
YEAR = timedelta(days=366)


class ReasonedForm(ReasonForm):
    """An act with a reason from a closed list."""

    LIST = ""
    field_order = ["reason", "words"]

    reason = Choice(label=gettext_lazy("Waarom?"), choices=[], message=PICK_REASON)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].choices = closed_list("cases", self.LIST).choices
        self.fields["reason"].inline = True
        self.fields["words"].needed = True


class ThreatForm(Form):
    """Whether something is about to happen that cannot wait."""

    threat_kind = Choice(
        label=gettext_lazy("Bedreigende situatie?"),
        help_text=gettext_lazy("Dan is het eerste gesprek binnen 3 werkdagen."),
        choices=[NO_THREAT, *closed_list("cases", "threat_kind").choices],
        required=False,
    )
    threat_date = Day(label=gettext_lazy("Op welke dag?"), required=False)
    threat_kind.needed = True
    threat_kind.hints = {"end_of_supply": gettext_lazy("Hierbij begint geen termijn.")}

    def clean_threat_date(self):
        """A day that can be meant: not long past, not years ahead."""
        day = self.cleaned_data["threat_date"]
        if day is not None and not today() - YEAR < day < today() + 2 * YEAR:
            raise forms.ValidationError(_("Kies een dag in het afgelopen jaar of de komende twee jaar."))
        return day

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("threat_date") and not cleaned.get("threat_kind"):
            self.add_error("threat_kind", _("Kies wat er dreigt, of maak de datum leeg."))
        return cleaned


class PickUpForm(ReasonedForm, ThreatForm):
    """Take a signal up: why, on which legal basis, for which purpose, and whether there is a threat."""

    LIST = "pick_up"
    field_order = ["reason", "words", "legal_basis", "purpose", "threat_kind", "threat_date"]

    legal_basis = Choice(
        label=gettext_lazy("Waarom mogen we dit vastleggen? (grondslag)"),
        choices=closed_list("cases", "legal_basis").choices,
        message=gettext_lazy("Kies een grondslag."),
    )
    purpose = Choice(
        label=gettext_lazy("Waarvoor? (doel)"),
        choices=closed_list("cases", "purpose").choices,
        message=gettext_lazy("Kies een doel."),
    )

    @property
    def asked_first(self):
        """What is asked of everybody."""
        return [self["reason"], self["words"]]

    @property
    def filled_in(self):
        """What is filled in already, or rarely needed."""
        return [self[name] for name in self.field_order[2:]]

    @property
    def ground(self):
        """The legal basis and the purpose as they stand now, in words."""
        basis = closed_list("cases", "legal_basis").label(self["legal_basis"].value() or "")
        return basis, closed_list("cases", "purpose").label(self["purpose"].value() or "")

    @property
    def must_be_shown(self):
        """Whether something among the filled in must be mended."""
        return any(field.errors for field in self.filled_in)


class LinkForm(ReasonedForm):
    """Add a signal to one of one's own open cases."""

    LIST = "link"
    field_order = ["case", "reason", "words"]

    case = Choice(label=gettext_lazy("Bij welke casus?"), choices=[], message=gettext_lazy("Kies een casus."))

    def __init__(self, *args, cases, **kwargs):
        super().__init__(*args, **kwargs)
        self.cases = {case.code: case for case in cases}
        self.fields["case"].choices = [(case.code, case.named) for case in cases]
        if not cases:
            none_left = _("Je hebt nu geen open casussen om aan te koppelen.")
            self.fields["case"].error_messages |= {"required": none_left, "invalid_choice": none_left}

    def clean_case(self):
        return self.cases[self.cleaned_data["case"]]


class AskForm(Form):
    """A question for the reporter."""

    words = Words(
        label=gettext_lazy("Wat wil je weten?"),
        help_text=gettext_lazy("De melder leest dit. Noem geen namen en niets dat de melder niet al weet."),
        error_messages={"required": gettext_lazy("Schrijf je vraag op.")},
    )
    form_key = FormKey()


class CloseForm(ReasonedForm):
    """End a signal with an explanation for ourselves."""

    LIST = "close_signal"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].inline = False
        labels = closed_list("cases", self.LIST)
        ends = {slug: Signal.Status(status).label for slug, status in STATUS_OF.items()}
        self.fields["reason"].hints = {slug: end for slug, end in ends.items() if end != labels[slug]}


class TeamForm(ReasonedForm):
    """Give a signal to the desk of another team."""

    LIST = "other_team"
    field_order = ["team", "reason", "words"]

    team = Choice(label=gettext_lazy("Welk team?"), choices=[], message=gettext_lazy("Kies een team."))

    def __init__(self, *args, teams, **kwargs):
        super().__init__(*args, **kwargs)
        self.teams = {team.name: team for team in teams}
        self.fields["team"].choices = [(name, name) for name in self.teams]

    def clean_team(self):
        return self.teams[self.cleaned_data["team"]]


class AreaForm(Form):
    """The area where the resident lives, as the worker knows it."""

    area = Choice(label=gettext_lazy("Welke wijk?"), choices=[], message=gettext_lazy("Kies een wijk."))

    def __init__(self, *args, areas, **kwargs):
        super().__init__(*args, **kwargs)
        self.areas = {area.statcode: area for area in areas}
        self.fields["area"].choices = [(code, area.name) for code, area in self.areas.items()]

    def clean_area(self):
        return self.areas[self.cleaned_data["area"]]
