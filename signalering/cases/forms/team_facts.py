"""What a coordinator fills in about the team."""

from django import forms
from django.utils.translation import gettext_lazy as _

from signalering.accounts.models import TeamClosure
from signalering.closed_lists import closed_list
from signalering.typed import Choice, Day, Form, Version

MOST = 500
DAYS = [
    (1, _("maandag")),
    (2, _("dinsdag")),
    (3, _("woensdag")),
    (4, _("donderdag")),
    (5, _("vrijdag")),
    (6, _("zaterdag")),
    (7, _("zondag")),
]
NUMBER = _("Vul een getal in van 0 tot 500.")
LISTED = {"invalid_choice": _("Kies iets uit de lijst.")}


class TeamFactsForm(Form):
    """How much a team takes, what it knows of, and on which days it works."""

    places_a_week = forms.IntegerField(
        label=_("Hoeveel nieuwe signalen per week?"),
        help_text=_("Leeg: er is geen grens."),
        required=False,
        min_value=0,
        max_value=MOST,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={"invalid": NUMBER, "min_value": NUMBER, "max_value": NUMBER},
    )
    expertise = forms.MultipleChoiceField(
        label=_("Waar weet het team veel van?"),
        choices=closed_list("accounts", "expertise").choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages=LISTED,
    )
    open_days = forms.TypedMultipleChoiceField(
        label=_("Op welke dagen werkt het team?"),
        help_text=_("Niets gekozen: niet bekend."),
        choices=DAYS,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages=LISTED,
    )
    version = Version()


class ClosureForm(Form):
    """From when until when a team takes nothing new, and why."""

    first_day = Day(label=_("Eerste dag dicht"))
    last_day = Day(label=_("Laatste dag dicht"))
    reason = Choice(
        label=_("Waarom?"), choices=closed_list("accounts", "closure").choices, message=_("Kies een reden.")
    )


class TakeBackForm(Form):
    """Which closure of a team is taken back."""

    closure = forms.ModelChoiceField(queryset=TeamClosure.objects.none())

    def __init__(self, *args, team, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["closure"].queryset = team.closures.filter(active=True)
