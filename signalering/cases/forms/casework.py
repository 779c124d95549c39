"""What a director fills in about a case and its resident."""

import re
from datetime import date, datetime, timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, RegexValidator
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from signalering.cases.forms.triage import ThreatForm
from signalering.cases.models import ContactAttempt
from signalering.cases.working_days import today
from signalering.closed_lists import closed_list
from signalering.typed import Choice, Day, Form, FormKey, HouseNumber, Line, Moment, Postcode, Version, Words

LONG_AGO = timedelta(days=2 * 366)
YES, NO = "yes", "no"
BIRTH = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
OLDEST = 130


class NoteForm(Form):
    """Something to keep about the case."""

    words = Words(
        label=gettext_lazy("Notitie"),
        help_text=gettext_lazy("Geen BSN, geen diagnose."),
        error_messages={"required": gettext_lazy("Schrijf je notitie op.")},
    )
    form_key = FormKey()


class AttemptForm(Form):
    """One attempt to reach the resident."""

    channel = Choice(
        label=gettext_lazy("Hoe?"),
        choices=closed_list("cases", "contact_channel").choices,
        message=gettext_lazy("Kies hoe je contact zocht."),
    )
    reached = Choice(
        label=gettext_lazy("Heb je de inwoner gesproken?"),
        choices=[(YES, gettext_lazy("Ja, gesproken")), (NO, gettext_lazy("Nee, niet bereikt"))],
        message=gettext_lazy("Kies ja of nee."),
    )
    at = Moment(label=gettext_lazy("Wanneer?"), initial=lambda: timezone.localtime().replace(second=0, microsecond=0))
    words = Words(label=gettext_lazy("Wat wil je onthouden?"), required=False)
    form_key = FormKey()
    channel.inline = reached.inline = True

    def clean_reached(self):
        return self.cleaned_data["reached"] == YES

    def clean_at(self):
        """A moment that has been, and not long ago."""
        moment, now = self.cleaned_data["at"], timezone.now()
        if moment > now:
            raise ValidationError(_("Dit moment is nog niet geweest."))
        if moment < now - LONG_AGO:
            raise ValidationError(_("Kies een moment in de afgelopen twee jaar."))
        return moment

    def clean(self):
        cleaned = super().clean()
        if "at" in cleaned:
            cleaned["day_part"] = day_part(timezone.localtime(cleaned["at"]).hour)
        return cleaned


def day_part(hour):
    """Morning until 12, afternoon until 18, evening after that."""
    parts = ContactAttempt.DayPart
    return parts.MORNING if hour < 12 else parts.AFTERNOON if hour < 18 else parts.EVENING


class ConsentForm(Form):
    """What the resident agrees with, and since when."""

    scope = Choice(
        label=gettext_lazy("Waar is toestemming voor?"),
        choices=closed_list("cases", "consent_scope").choices,
        message=gettext_lazy("Kies waar de toestemming voor is."),
    )
    given_at = Day(label=gettext_lazy("Gegeven op"), initial=today)
    words = Words(label=gettext_lazy("Wat is er afgesproken?"), required=False)
    form_key = FormKey()

    def clean_given_at(self):
        """A day that has been, and not long ago."""
        day = self.cleaned_data["given_at"]
        if not today() - LONG_AGO < day <= today():
            raise ValidationError(_("Kies vandaag of een dag in de afgelopen twee jaar."))
        return day


class DescribeForm(Form):
    """What the case is about, in short."""

    summary = Words(label=gettext_lazy("Wat speelt er?"), required=False)
    safety_note = Words(
        label=gettext_lazy("Waar moet iemand op letten voor de veiligheid?"),
        help_text=gettext_lazy("Dit staat bovenaan de casus."),
        required=False,
    )
    minor_children = Choice(
        label=gettext_lazy("Wonen er minderjarige kinderen?"),
        choices=closed_list("cases", "yes_no_unknown").choices,
        required=False,
    )
    version = Version()
    minor_children.inline = True


class ResidentForm(Form):
    """What we know of the resident."""

    WHO = ("name", "surname", "birth_date", "age_band")
    HOUSE = ("postcode", "house_number", "suffix")

    name = Line(
        label=gettext_lazy("Naam"), help_text=gettext_lazy("Zo staat de inwoner bovenaan de casus."), required=False
    )
    surname = Line(label=gettext_lazy("Achternaam"), required=False)
    birth_date = Line(
        label=gettext_lazy("Geboortedatum"),
        help_text=gettext_lazy("Bijvoorbeeld 24-11-1980."),
        max_length=20,
        required=False,
    )
    age_band = forms.ChoiceField(
        label=gettext_lazy("Leeftijd ongeveer"),
        choices=[("", gettext_lazy("niet ingevuld")), *closed_list("cases", "age_band").choices],
        required=False,
        error_messages={"invalid_choice": gettext_lazy("Kies uit de lijst.")},
    )
    postcode = Postcode(label=gettext_lazy("Postcode"), required=False)
    house_number = HouseNumber(label=gettext_lazy("Huisnummer"), required=False)
    suffix = Line(
        label=gettext_lazy("Letter of toevoeging"),
        max_length=6,
        validators=[RegexValidator(r"^[0-9A-Za-z -]*$", gettext_lazy("Alleen letters en cijfers, hoogstens 6."))],
        required=False,
    )
    street = Line(label=gettext_lazy("Straat of plek"), required=False)
    place = Line(label=gettext_lazy("Waar te vinden"), required=False)
    phone = Line(
        label=gettext_lazy("Telefoon"),
        max_length=30,
        widget=forms.TextInput(attrs={"type": "tel"}),
        validators=[RegexValidator(r"^\+?[0-9 ()-]{6,}$", gettext_lazy("Vul een telefoonnummer in, alleen cijfers."))],
        required=False,
    )
    email = Line(
        label=gettext_lazy("E-mail"),
        validators=[EmailValidator(gettext_lazy("Vul een e-mailadres in, bijvoorbeeld naam@example.org."))],
        required=False,
    )
    language = Line(label=gettext_lazy("Taal"), required=False)
    contact_wish = Words(label=gettext_lazy("Hoe wil de inwoner contact?"), required=False)
    version = Version()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["postcode"].widget.attrs["class"] = "short"
        for name in ("house_number", "suffix"):
            self.fields[name].widget.attrs["class"] = "tiny"
        for field in self.fields.values():
            field.needed = True  # nothing is required here: saying so at every field helps nobody

    @property
    def who(self):
        """The questions about the person."""
        return [self[name] for name in self.WHO]

    @property
    def house(self):
        """The questions that stand on one line."""
        return [self[name] for name in self.HOUSE]

    @property
    def rest(self):
        """The other questions."""
        return [field for field in self.visible_fields() if field.name not in (*self.WHO, *self.HOUSE)]

    def clean_birth_date(self):
        """A birth date as people type it, kept as year-month-day."""
        typed = self.cleaned_data["birth_date"]
        if not typed:
            return ""
        wrong = ValidationError(_("Vul een geboortedatum in, bijvoorbeeld 24-11-1980."))
        try:
            born = birth_date(typed)
        except ValueError:
            raise wrong from None
        if not today().year - OLDEST < born.year or born > today():
            raise wrong
        return born.isoformat()

    def clean(self):
        cleaned = super().clean()
        if not self.errors and bool(cleaned["postcode"]) != bool(cleaned["house_number"]):
            missing = "house_number" if cleaned["postcode"] else "postcode"
            self.add_error(missing, _("Postcode en huisnummer horen bij elkaar. Vul allebei in, of geen van beide."))
        return cleaned


def birth_date(typed):
    """The date somebody typed, day first; ValueError when it is none."""
    day_first = BIRTH.fullmatch(typed) if typed.isascii() else None
    if day_first:
        day, month, year = (int(part) for part in day_first.groups())
        return date(year, month, day)
    return datetime.strptime(typed, "%Y-%m-%d").date()


class CaseThreatForm(ThreatForm):
    """A threatening situation that became known while the case runs."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        kind = self.fields["threat_kind"]
        kind.label, kind.required = _("Wat dreigt er?"), True
        kind.choices = closed_list("cases", "threat_kind").choices
        kind.error_messages |= dict.fromkeys(("required", "invalid_choice"), _("Kies wat er dreigt."))
