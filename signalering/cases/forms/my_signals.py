"""What a reporter may still write about a signal that was sent."""

from django.utils.translation import gettext_lazy as _

from signalering.cases.forms.reporting import ADDRESS, about_the_young, check_where, where_asked
from signalering.typed import Form, FormKey, HouseNumber, Line, Postcode, Suffix, Version, Words, without_bsn


class Correction(Form):
    """The words and the address of a signal, to be mended until a team has decided."""

    observation = Words(
        label=_("Eigen woorden"),
        required=False,
        help_text=_("Schrijf op wat je ziet of hoort. Geen BSN, geen diagnose."),
    )
    already_done = Words(label=_("Wat heb je al gedaan?"), required=False)
    place = Line(label=_("Waar was dit?"), required=False, validators=[without_bsn])
    postcode = Postcode(label=_("Postcode"), required=False)
    house_number = HouseNumber(label=_("Huisnummer"), required=False)
    suffix = Suffix(label=_("Letter of toevoeging"), required=False)
    street = Line(label=_("Straat of plek"), required=False, validators=[without_bsn])
    form_key = FormKey()
    version = Version()

    postcode.widget.attrs |= {"class": "short", "autocapitalize": "characters"}
    house_number.widget.attrs["class"] = suffix.widget.attrs["class"] = "tiny"
    place.needed = postcode.needed = house_number.needed = suffix.needed = street.needed = True

    def __init__(self, posted, *, signal):
        super().__init__(posted)
        self.signal = signal
        young, shop = about_the_young(signal.theme, signal.reporter_kind), signal.reporter_kind == "shopkeeper"
        self.words = ["observation", "already_done", *where_asked(young, shop)]
        if young:
            self.fields["place"].label = _("Waar zie je hem of haar?")
        self.fields = {name: self.fields[name] for name in (*self.words, "form_key", "version")}
        if not self.is_bound:
            self.initial = {name: getattr(signal, name) for name in self.words} | {"version": signal.version}

    def clean(self):
        told = super().clean()
        wrong = {"place", "street", *ADDRESS} & set(self.errors)
        if not wrong and not (told.get("place") or told.get("street") or self.signal.area_id):
            check_where(self, told)
        if not self.errors and not told["observation"] and not self.signal.chips_sealed:
            self.add_error("observation", _("Schrijf op wat je zag of hoorde."))
        return told


class Addition(Form):
    """Words that come after the team has decided."""

    words = Words(label=_("Wat wil je nog vertellen?"), help_text=_("Geen BSN, geen diagnose."))
    words.error_messages["required"] = _("Schrijf op wat je nog wilt vertellen.")
    form_key = FormKey()


class Answer(Form):
    """The answer to a question of the team."""

    words = Words(label=_("Jouw antwoord"), help_text=_("Geen BSN, geen diagnose."))
    words.error_messages["required"] = _("Schrijf je antwoord op.")
    form_key = FormKey()
