"""What a coordinator fills in about the rota."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from signalering.accounts.models import Shift
from signalering.closed_lists import closed_list
from signalering.typed import Choice, Form, FormKey, Line, Moment, ReasonForm

CLOCK_CHANGES = _("In deze nacht gaat de klok om: deze tijd is er niet, of twee keer. Kies een andere tijd.")
NUMBER = RegexValidator(r"^\+?[0-9][0-9 -]{7,18}$", _("Vul een telefoonnummer in, alleen cijfers."))


class ShiftMoment(Moment):
    """A day and a time, of which there is exactly one, also in the night in which the clock changes."""

    def clean(self, value):
        try:
            return super().clean(value)
        except ValidationError as error:
            if getattr(error, "code", "") == "ambiguous_timezone":
                raise ValidationError(CLOCK_CHANGES) from None
            raise


class ShiftForm(Form):
    """Who is on duty for a team, from when until when, and where a text message reaches them."""

    team = Choice(label=_("Voor welk team?"), choices=[], message=_("Kies een team."))
    person = forms.ChoiceField(label=_("Wie?"))
    order = Choice(label=_("Eerste of tweede dienst?"), choices=Shift.Order.choices, initial=Shift.Order.FIRST)
    starts_at = ShiftMoment(label=_("Van"))
    ends_at = ShiftMoment(label=_("Tot"))
    phone = Line(
        label=_("Telefoonnummer voor sms"),
        required=False,
        max_length=20,
        help_text=_("Alleen de coördinatoren zien dit nummer. Zonder nummer komt er alleen een mail."),
        validators=[NUMBER],
    )
    form_key = FormKey()
    order.inline = True
    order.help_text = _("De tweede hoort het als de eerste niets doet.")

    def __init__(self, *args, teams, colleagues, **kwargs):
        super().__init__(*args, **kwargs)
        self.teams = {str(team.pk): team for team in teams}
        self.colleagues = {str(person.pk): person for person in colleagues}
        if len(self.teams) == 1:
            del self.fields["team"]
        else:
            self.fields["team"].choices = [(key, team.name) for key, team in self.teams.items()]
        named = [(key, person.name) for key, person in self.colleagues.items()]
        self.fields["person"].choices = [("", _("Kies een collega")), *named]
        message = _("Kies een collega uit de lijst.")
        self.fields["person"].error_messages |= {"required": message, "invalid_choice": message}

    def clean_order(self):
        return Shift.Order(int(self.cleaned_data["order"]))

    def clean_person(self):
        return self.colleagues[self.cleaned_data["person"]]

    def clean_team(self):
        return self.teams[self.cleaned_data["team"]]

    def clean(self):
        told = super().clean()
        if "team" not in self.fields:
            told["team"] = next(iter(self.teams.values()))
        return told


class EndShiftForm(ReasonForm):
    """Why a shift is taken off the rota."""

    field_order = ["reason", "words"]

    reason = Choice(
        label=_("Waarom?"), choices=closed_list("accounts", "end_shift").choices, message=_("Kies een reden.")
    )
    reason.inline = True
