"""What somebody fills in to find a resident: why, and two identifiers that are exactly right."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from signalering.cases.forms.casework import born
from signalering.closed_lists import closed_list
from signalering.crypto.index import normalise
from signalering.typed import Choice, Form, HouseNumber, Line, Postcode, Suffix

PLAIN_LETTERS = gettext_lazy("Zoeken kan alleen op letters van a tot en met z.")
PAIRS = (("surname", "birth_date"), ("postcode", "house_number"))


def comparable(surname):
    """A surname with something in it that can be compared, or none."""
    if surname and not normalise(surname):
        raise ValidationError(PLAIN_LETTERS)
    return surname


class TwoIdentifiersForm(Form):
    """A purpose, and surname with birth date or an address."""

    WHO = ("surname", "birth_date")
    HOUSE = ("postcode", "house_number", "suffix")

    purpose = Choice(
        label=gettext_lazy("Waarom zoek je?"),
        choices=closed_list("cases", "search_purpose").choices,
        message=gettext_lazy("Kies waarom je zoekt."),
    )
    surname = Line(label=gettext_lazy("Achternaam"), required=False)
    birth_date = Line(
        label=gettext_lazy("Geboortedatum"),
        help_text=gettext_lazy("Bijvoorbeeld 24-11-1980."),
        max_length=20,
        required=False,
    )
    postcode = Postcode(label=gettext_lazy("Postcode"), required=False)
    house_number = HouseNumber(label=gettext_lazy("Huisnummer"), required=False)
    suffix = Suffix(label=gettext_lazy("Letter of toevoeging"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["purpose"].inline = True
        self.fields["postcode"].widget.attrs["class"] = "short"
        for name in ("house_number", "suffix"):
            self.fields[name].widget.attrs["class"] = "tiny"
        for name in (*self.WHO, *self.HOUSE):
            self.fields[name].needed = True  # the page says which two belong together

    @property
    def who(self):
        """The questions about the person."""
        return [self[name] for name in self.WHO]

    @property
    def house(self):
        """The questions that stand on one line."""
        return [self[name] for name in self.HOUSE]

    def clean_surname(self):
        return comparable(self.cleaned_data["surname"])

    def clean_birth_date(self):
        return born(self.cleaned_data["birth_date"])

    def clean(self):
        cleaned = super().clean()
        if self.errors:
            return cleaned
        for one, other in PAIRS:
            if bool(cleaned[one]) != bool(cleaned[other]):
                missing = other if cleaned[one] else one
                self.add_error(missing, _("Deze twee horen bij elkaar. Vul allebei in, of geen van beide."))
        if cleaned["suffix"] and not cleaned["postcode"]:
            self.add_error("postcode", _("Vul bij een toevoeging ook postcode en huisnummer in."))
        if not self.errors and not any(cleaned[one] for one, other in PAIRS):
            self.add_error(None, _("Vul achternaam en geboortedatum in, of postcode en huisnummer."))
        return cleaned


class InvolvedForm(Form):
    """Who it is about, why somebody asks, and later on what ground they may talk."""

    purpose = Choice(
        label=gettext_lazy("Waarom vraag je dit?"),
        choices=closed_list("cases", "search_purpose").choices,
        message=gettext_lazy("Kies waarom je dit vraagt."),
    )
    surname = Line(label=gettext_lazy("Achternaam"))
    birth_date = Line(
        label=gettext_lazy("Geboortedatum"), help_text=gettext_lazy("Bijvoorbeeld 24-11-1980."), max_length=20
    )
    legal_basis = Choice(
        label=gettext_lazy("Waarom mag je overleggen? (grondslag)"),
        help_text=gettext_lazy("Kies dit pas als je wilt overleggen. Dan zie je met welk team."),
        choices=[("", gettext_lazy("Ik wil nu niet overleggen")), *closed_list("cases", "legal_basis").choices],
        required=False,
    )
    purpose.inline = True
    legal_basis.needed = True

    def clean_surname(self):
        return comparable(self.cleaned_data["surname"])

    def clean_birth_date(self):
        return born(self.cleaned_data["birth_date"])
