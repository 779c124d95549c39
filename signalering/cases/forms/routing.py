"""What an administrator fills in about routing, and how many signals a table is tried on."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from signalering.accounts.models import Area, Team
from signalering.cases.actions.routing_tables import REMOVE, STEPS
from signalering.cases.models import RoutingRule, Signal
from signalering.cases.trial import CHOICES
from signalering.closed_lists import closed_list
from signalering.typed import Choice, Day, Form, FormKey, Version

EVERY = ("", gettext_lazy("maakt niet uit"))
PLACE = {"known": RoutingRule.AreaKnown.YES, "unknown": RoutingRule.AreaKnown.NO}


def select(label, choices, **kwargs):
    """One of many, that may also be left open."""
    message = {"invalid_choice": gettext_lazy("Kies iets uit de lijst.")}
    field = forms.ChoiceField(label=label, choices=[EVERY, *choices], required=False, error_messages=message, **kwargs)
    field.needed = True
    return field


def tick(label, hint=""):
    """A condition that holds or not."""
    return forms.BooleanField(label=label, help_text=hint, required=False)


class RuleForm(Form):
    """One rule: which signals, under which conditions, and to which team."""

    not_safe = tick(gettext_lazy("Alleen als bespreken niet veilig is"))
    theme = select(gettext_lazy("Thema"), Signal.Theme.choices)
    age = select(gettext_lazy("Leeftijd"), RoutingRule.Age.choices)
    urgency = select(gettext_lazy("Hoe snel lezen?"), Signal.Urgency.choices)
    where = select(gettext_lazy("Waar woont de inwoner?"), [])
    team = forms.ChoiceField(
        label=gettext_lazy("Naar welk team?"),
        error_messages={
            "required": gettext_lazy("Kies een team."),
            "invalid_choice": gettext_lazy("Kies een team uit de lijst."),
        },
    )
    needs_place = tick(
        gettext_lazy("Alleen als het team plek heeft deze week"),
        gettext_lazy("Een team dat geen aantal opgaf, heeft altijd plek."),
    )
    needs_open = tick(
        gettext_lazy("Alleen als het team open is"), gettext_lazy("Wat in het weekend komt, telt voor maandag.")
    )
    expertise = select(
        gettext_lazy("Alleen als het team kennis heeft van"), closed_list("accounts", "expertise").choices
    )

    def __init__(self, *args, rule=None, **kwargs):
        self.teams = {str(team.pk): team for team in Team.objects.exclude(kind=Team.Kind.PROGRAMME)}
        areas = list(Area.objects.filter(served=True))
        self.areas = {str(area.pk): area for area in areas}
        self.municipalities = sorted({area.municipality for area in areas})
        super().__init__(*args, initial=told(rule), **kwargs)
        self.fields["team"].choices = [
            ("", _("kies een team")),
            *((key, team.name) for key, team in self.teams.items()),
        ]
        self.fields["where"].choices = [EVERY, *self.places()]
        if rule is None:
            self.fields["form_key"] = FormKey()
        else:
            self.fields["version"] = Version()

    def places(self):
        """Everywhere a rule can ask for: known or not, a municipality, or an area."""
        yield "known", RoutingRule.AreaKnown.YES.label
        yield "unknown", RoutingRule.AreaKnown.NO.label
        for name in self.municipalities:
            here = [(key, area.name) for key, area in self.areas.items() if area.municipality == name]
            yield name, [(f"in {name}", _("heel %(municipality)s") % {"municipality": name}), *here]

    def clean(self):
        """What the action asks for: records instead of keys, and each condition by its name."""
        asked = super().clean()
        where = asked.pop("where", "")
        asked["area"] = self.areas.get(where)
        asked["area_known"] = PLACE.get(where, "")
        asked["municipality"] = where.removeprefix("in ") if where.startswith("in ") else ""
        if "team" in asked:
            asked["team"] = self.teams[asked["team"]]
        return asked


def told(rule):
    """A rule as the form shows it; a new one asks for a place and an open team."""
    if rule is None:
        return {"needs_place": True, "needs_open": True}
    names = ("not_safe", "theme", "age", "urgency", "needs_place", "needs_open", "expertise", "version")
    where = str(rule.area_id or "") or (f"in {rule.municipality}" if rule.municipality else "")
    where = where or {slug: word for word, slug in PLACE.items()}.get(rule.area_known, "")
    return {**{name: getattr(rule, name) for name in names}, "where": where, "team": str(rule.team_id)}


class CopyForm(Form):
    """The form's own key: sent twice it makes one draft."""

    form_key = FormKey()


class RuleAct(Form):
    """What is done with which rule of a table."""

    rule = forms.ModelChoiceField(queryset=RoutingRule.objects.none())
    act = forms.ChoiceField(choices=[(name, name) for name in (*STEPS, REMOVE)])

    def __init__(self, *args, table, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["rule"].queryset = table.rules.in_use()


class StartForm(Form):
    """From which day a table holds."""

    valid_from = Day(label=gettext_lazy("Vanaf welke dag?"))


class TryForm(Form):
    """On how many signals a table is tried."""

    last = Choice(
        label=gettext_lazy("Op hoeveel signalen?"),
        choices=[(str(number), f"{number:,}".replace(",", ".")) for number in CHOICES],
        message=gettext_lazy("Kies een aantal."),
        initial=str(CHOICES[0]),
    )
    last.inline = True

    def clean_last(self):
        return int(self.cleaned_data["last"])
