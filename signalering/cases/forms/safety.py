"""What is filled in about an address that nobody visits alone."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from signalering.accounts.configuration import days
from signalering.cases.forms.triage import PICK_REASON, ReasonedForm
from signalering.cases.working_days import today
from signalering.closed_lists import closed_list
from signalering.typed import OTHER, Choice, Day, Form, FormKey, HouseNumber, Postcode, Suffix, Words


def farthest():
    """The last day that an address may stand on the list without a new decision."""
    return today() + days("safety_address_days")


class SafetyForm(ReasonedForm):
    """Why nobody goes there alone, and until when."""

    LIST = "safety_reason"
    field_order = ["postcode", "house_number", "suffix", "reason", "words", "until"]

    words = Words(
        label=gettext_lazy("Wat moeten collega's weten?"),
        help_text=gettext_lazy("Geen namen. Het hele team kan dit lezen."),
        required=False,
    )
    until = Day(label=gettext_lazy("Tot en met"), initial=farthest)
    form_key = FormKey()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["words"].needed = False

    def words_beside(self, *reasons, name="words"):
        """Colleagues may need to know something beside every reason; only "anders" asks it."""
        if OTHER in reasons:
            super().words_beside(*reasons, name=name)

    def clean_until(self):
        """A day to come, not further away than an address may stand on the list."""
        day, last = self.cleaned_data["until"], farthest()
        if not today() < day <= last:
            raise ValidationError(_("Kies een dag na vandaag, en hoogstens %(days)d dagen ver.") % {"days": far(last)})
        return day


def far(last):
    """How many days away a day is."""
    return (last - today()) // timedelta(days=1)


class SafetyAddressForm(SafetyForm):
    """The same, with the address typed."""

    HOUSE = ("postcode", "house_number", "suffix")

    postcode = Postcode(label=gettext_lazy("Postcode"))
    house_number = HouseNumber(label=gettext_lazy("Huisnummer"))
    suffix = Suffix(label=gettext_lazy("Letter of toevoeging"), required=False)
    team = Choice(label=gettext_lazy("Voor welk team?"), choices=[], message=gettext_lazy("Kies een team."))

    def __init__(self, *args, teams, **kwargs):
        super().__init__(*args, **kwargs)
        self.teams = {str(team.pk): team for team in teams}
        self.fields["postcode"].widget.attrs["class"] = "short"
        for name in ("house_number", "suffix"):
            self.fields[name].widget.attrs["class"] = "tiny"
        if len(self.teams) == 1:
            del self.fields["team"]
        else:
            self.fields["team"].choices = [(key, team.name) for key, team in self.teams.items()]

    def clean(self):
        cleaned = super().clean()
        only = next(iter(self.teams.values())) if "team" not in self.fields else None
        return cleaned | {"team": only or self.teams.get(cleaned.get("team"))}

    @property
    def house(self):
        """The questions that stand on one line."""
        return [self[name] for name in self.HOUSE]

    @property
    def rest(self):
        """The other questions."""
        return [field for field in self.visible_fields() if field.name not in self.HOUSE]


class EndSafetyForm(Form):
    """Why an address goes off the list."""

    reason = Choice(
        label=gettext_lazy("Waarom?"), choices=closed_list("cases", "safety_end").choices, message=PICK_REASON
    )
    reason.inline = True
