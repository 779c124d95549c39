"""What a reporter may still write about a signal that was sent."""

from django.utils.translation import gettext_lazy as _

from signalering.cases.forms.reporting import Suffix
from signalering.typed import Form, FormKey, HouseNumber, Line, Postcode, Version, Words, without_bsn


class Correction(Form):
    """The words and the address of a signal, to be mended until a team has decided."""

    observation = Words(
        label=_("Eigen woorden"),
        required=False,
        help_text=_("Schrijf op wat je ziet of hoort. Geen BSN, geen diagnose."),
    )
    already_done = Words(label=_("Wat heb je al gedaan?"), required=False)
    place = Line(label=_("Plek"), required=False, validators=[without_bsn])
    postcode = Postcode(label=_("Postcode"), required=False)
    house_number = HouseNumber(label=_("Huisnummer"), required=False)
    suffix = Suffix(label=_("Letter of toevoeging"), required=False)
    street = Line(label=_("Straat of plek"), required=False, validators=[without_bsn])
    form_key = FormKey()
    version = Version()

    postcode.widget.attrs["class"] = "short"
    house_number.widget.attrs["class"] = suffix.widget.attrs["class"] = "tiny"
    place.needed = postcode.needed = house_number.needed = suffix.needed = street.needed = True

    WORDS = ("observation", "already_done", "place", "street", "house_number", "suffix", "postcode")

    def __init__(self, *args, signal, **kwargs):
        now = {name: getattr(signal, name) for name in self.WORDS} if not args or args[0] is None else {}
        super().__init__(*args, initial={**now, "version": signal.version}, **kwargs)
        self.signal = signal

    def clean(self):
        told = super().clean()
        if self.errors:
            return told
        known = told["place"] or told["street"] or self.signal.area_id
        if told["postcode"] and not told["house_number"] and not known:
            self.add_error("house_number", _("Vul ook het huisnummer in."))
        elif not told["postcode"] and not known:
            self.add_error("postcode", _("Vul een postcode en huisnummer in, of een straat of plek."))
        if not told["observation"] and not self.signal.chips_sealed:
            self.add_error("observation", _("Schrijf op wat je zag of hoorde."))
        return told


class Addition(Form):
    """Words that come after the team has decided."""

    words = Words(label=_("Wat wil je nog vertellen?"), help_text=_("Geen BSN, geen diagnose."))
    form_key = FormKey()


class Answer(Form):
    """The answer to a question of the team."""

    words = Words(label=_("Jouw antwoord"), help_text=_("Geen BSN, geen diagnose."))
    form_key = FormKey()
