"""What a director fills in about a case and its resident."""

import re
from datetime import date, datetime, timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, RegexValidator
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from signalering.cases.actions.casework import wrong_moment
from signalering.cases.forms.triage import ThreatForm
from signalering.cases.models import Consent, ContactAttempt
from signalering.cases.safety import AT_THE_DOOR
from signalering.cases.threats import END_OF_SUPPLY
from signalering.cases.working_days import today
from signalering.closed_lists import closed_list
from signalering.typed import Choice, Day, Form, FormKey, HouseNumber, Line, Moment, Postcode, Version, Words

LONG_AGO = timedelta(days=2 * 366)
YES, NO = "yes", "no"
SOMEBODY = "somebody"
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
    """One attempt to reach the resident; `colleagues` are asked where nobody visits alone, and None elsewhere."""

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
    not_alone = forms.BooleanField(
        label=gettext_lazy("Ik ging niet alleen"),
        help_text=gettext_lazy("Bij een huisbezoek of een kaartje. Dit adres staat op de veiligheidslijst."),
        required=False,
    )
    company = Choice(label=gettext_lazy("Met wie ga je?"), choices=[], required=False)
    words = Words(label=gettext_lazy("Wat wil je onthouden?"), required=False)
    form_key = FormKey()
    channel.inline = reached.inline = True
    company.needed = True

    def __init__(self, *args, colleagues=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.colleagues = {str(person.pk): person for person in colleagues or ()}
        if colleagues is None:
            del self.fields["not_alone"], self.fields["company"]
        else:
            named = [(key, person.name) for key, person in self.colleagues.items()]
            self.fields["company"].choices = [*named, (SOMEBODY, _("Iemand anders, bijvoorbeeld de politie"))]

    def clean_reached(self):
        return self.cleaned_data["reached"] == YES

    def clean_at(self):
        """A moment that has been, and not long ago."""
        moment = self.cleaned_data["at"]
        if wrong := wrong_moment(moment):
            raise ValidationError(wrong)
        if moment < timezone.now() - LONG_AGO:
            raise ValidationError(_("Kies een moment in de afgelopen twee jaar."))
        return moment

    def clean(self):
        cleaned = super().clean()
        if "at" in cleaned:
            cleaned["day_part"] = day_part(timezone.localtime(cleaned["at"]).hour)
        if "company" in self.fields and cleaned.get("channel") in AT_THE_DOOR:
            if not cleaned["not_alone"]:
                self.add_error("not_alone", _("Ga hier niet alleen langs."))
            if not cleaned.get("company"):
                self.add_error("company", _("Kies met wie je ging."))
        elif "company" in self.fields:
            cleaned |= {"not_alone": False, "company": ""}
        cleaned["company"] = self.colleagues.get(cleaned.get("company"))
        return cleaned


def day_part(hour):
    """Morning until 12, afternoon until 18, evening after that."""
    parts = ContactAttempt.DayPart
    return parts.MORNING if hour < 12 else parts.AFTERNOON if hour < 18 else parts.EVENING


class ConsentForm(Form):
    """What was agreed with, by whom, and since when; `asks_age` when nothing is known of how old the resident is."""

    scope = Choice(
        label=gettext_lazy("Waar is toestemming voor?"),
        choices=closed_list("cases", "consent_scope").choices,
        message=gettext_lazy("Kies waar de toestemming voor is."),
    )
    age_band = Choice(
        label=gettext_lazy("Hoe oud is de inwoner ongeveer?"),
        choices=[pair for pair in closed_list("cases", "age_band").choices if pair[0] != "unknown"],
        message=gettext_lazy("Kies een leeftijd. Daarvan hangt af wie toestemming geeft."),
    )
    given_by = Choice(
        label=gettext_lazy("Wie geeft toestemming?"),
        choices=Consent.GivenBy.choices,
        message=gettext_lazy("Kies wie toestemming geeft."),
    )
    given_at = Day(label=gettext_lazy("Gegeven op"), initial=today)
    words = Words(label=gettext_lazy("Wat is er afgesproken?"), required=False)
    form_key = FormKey()

    def __init__(self, *args, asks_age, **kwargs):
        super().__init__(*args, **kwargs)
        if not asks_age:
            del self.fields["age_band"]

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
        return born(self.cleaned_data["birth_date"])

    def clean(self):
        cleaned = super().clean()
        if not self.errors and bool(cleaned["postcode"]) != bool(cleaned["house_number"]):
            missing = "house_number" if cleaned["postcode"] else "postcode"
            self.add_error(missing, _("Postcode en huisnummer horen bij elkaar. Vul allebei in, of geen van beide."))
        return cleaned


def born(typed):
    """A birth date as people type it, as year-month-day; an error at the field when it is none."""
    if not typed:
        return ""
    wrong = ValidationError(_("Vul een geboortedatum in, bijvoorbeeld 24-11-1980."))
    try:
        day = birth_date(typed)
    except ValueError:
        raise wrong from None
    if not today().year - OLDEST < day.year or day > today():
        raise wrong
    return day.isoformat()


def birth_date(typed):
    """The date somebody typed, day first; ValueError when it is none."""
    day_first = BIRTH.fullmatch(typed) if typed.isascii() else None
    if day_first:
        day, month, year = (int(part) for part in day_first.groups())
        return date(year, month, day)
    return datetime.strptime(typed, "%Y-%m-%d").date()


class CaseThreatForm(ThreatForm):
    """A threatening situation that became known, or one that was `known` and threatens no more."""

    clock_reason = Choice(
        label=gettext_lazy("Het energiecontract stopt: is er toch haast bij een gesprek?"),
        choices=[("", gettext_lazy("Nee")), *closed_list("cases", "end_of_supply_clock").choices],
        required=False,
    )
    words = Words(label=gettext_lazy("Toelichting (alleen bij Anders)"), required=False)
    clock_reason.needed = words.needed = True

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("threat_kind") != END_OF_SUPPLY:
            cleaned["clock_reason"] = ""
        self.words_beside(cleaned.get("clock_reason"))
        return cleaned

    def __init__(self, *args, known, **kwargs):
        super().__init__(*args, **kwargs)
        kind = self.fields["threat_kind"]
        kind.label, kind.required = _("Wat dreigt er?"), True
        over = closed_list("cases", "threat_over").choices if known else []
        kind.choices = [*closed_list("cases", "threat_kind").choices, *over]
        kind.error_messages |= dict.fromkeys(("required", "invalid_choice"), _("Kies wat er dreigt."))
