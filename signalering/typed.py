"""What people type: the same clear errors on every form and on both databases."""

import unicodedata
import uuid

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _
from stdnum.nl import postcode as postcodes

from signalering import citizen_number

WORDS_MOST = 500
LINE_MOST = 100
OTHER = "other"
CONTROL_KEPT = "\n\r\t"
TURNS_TEXT = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068"


def clean_text(text):
    """Text that both databases can keep: no NUL, no half characters, no invisible marks that turn text around."""
    for letter in text:
        kind = unicodedata.category(letter)
        if (kind == "Cc" and letter not in CONTROL_KEPT) or kind == "Cs" or letter in TURNS_TEXT:
            raise ValidationError(_("Hier staat een teken in dat we niet kunnen bewaren. Typ de tekst opnieuw."))


def without_bsn(text):
    """No nine digits that pass the test of a citizen number, however they are written."""
    if citizen_number.stands_in(text):
        raise ValidationError(_("Hier lijkt een BSN in te staan. Haal dat nummer weg."))


class Line(forms.CharField):
    """One line of text."""

    default_error_messages = {
        "required": _("Vul dit in."),
        "max_length": _("Dit is te lang: hoogstens %(limit_value)d tekens."),
    }

    def __init__(self, *, max_length=LINE_MOST, **kwargs):
        super().__init__(max_length=max_length, **kwargs)
        self.widget.attrs.setdefault("autocomplete", "off")
        self.error_messages["max_length"] = _("Dit is te lang: hoogstens %d tekens.") % max_length
        for validator in self.validators:
            if getattr(validator, "code", "") == "max_length":
                validator.message = self.error_messages["max_length"]
            if getattr(validator, "code", "") == "null_characters_not_allowed":
                self.validators.remove(validator)
        self.validators.insert(0, clean_text)


class Words(Line):
    """Own words, at most 500 characters."""

    def __init__(self, *, max_length=WORDS_MOST, **kwargs):
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": 4, "spellcheck": "false"}))
        super().__init__(max_length=max_length, **kwargs)
        self.validators.append(without_bsn)

    def to_python(self, value):
        # browsers count a line end as one character and send two
        return super().to_python(value.replace("\r\n", "\n") if isinstance(value, str) else value)


class Postcode(Line):
    """A Dutch postcode, kept as 1234AB."""

    def __init__(self, **kwargs):
        super().__init__(max_length=10, **kwargs)

    def clean(self, value):
        value = super().clean(value)
        if not value:
            return ""
        try:
            bare = postcodes.compact(value)
            if not bare.isascii():
                raise ValueError
            return postcodes.validate(value).replace(" ", "")
        except (ValueError, postcodes.ValidationError) as error:
            raise ValidationError(_("Vul een postcode in, bijvoorbeeld 3117 BX.")) from error


class HouseNumber(Line):
    """A house number from 1 to 99999, without letters."""

    def __init__(self, **kwargs):
        super().__init__(max_length=10, widget=forms.TextInput(attrs={"inputmode": "numeric"}), **kwargs)

    def clean(self, value):
        value = super().clean(value)
        if not value:
            return ""
        if not (value.isascii() and value.isdigit() and 1 <= int(value) <= 99999):
            raise ValidationError(_("Vul een huisnummer in, alleen cijfers. Een letter hoort in het vak ernaast."))
        return str(int(value))


class Suffix(Line):
    """What stands behind a house number."""

    def __init__(self, **kwargs):
        plain = RegexValidator(r"^[0-9A-Za-z -]*$", _("Alleen letters en cijfers, hoogstens 6."))
        super().__init__(max_length=6, validators=[plain], **kwargs)


class FormKey(forms.UUIDField):
    """The form's own key: the same form sent twice is one deed."""

    def __init__(self):
        super().__init__(
            widget=forms.HiddenInput,
            initial=uuid.uuid4,
            error_messages={
                "required": _("Laad de pagina opnieuw."),
                "invalid": _("Laad de pagina opnieuw."),
            },
        )


class Version(forms.IntegerField):
    """Which version of the record the page showed."""

    def __init__(self):
        super().__init__(min_value=0, max_value=2**31 - 1, widget=forms.HiddenInput)


class About(forms.UUIDField):
    """Which record the page showed, where the address does not say so."""

    def __init__(self):
        super().__init__(widget=forms.HiddenInput, error_messages={"required": _("Laad de pagina opnieuw.")})


class Choice(forms.ChoiceField):
    """One of a closed list, shown as radio buttons."""

    def __init__(self, *, choices, message=_("Kies wat het beste past."), **kwargs):
        kwargs.setdefault("widget", forms.RadioSelect)
        super().__init__(choices=choices, **kwargs)
        self.error_messages |= {"required": message, "invalid_choice": message}


class Day(forms.DateField):
    """A day, picked or typed."""

    def __init__(self, **kwargs):
        super().__init__(
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            input_formats=["%Y-%m-%d", "%d-%m-%Y"],
            **kwargs,
        )
        message = _("Vul een datum in, bijvoorbeeld 24-11-2026.")
        self.error_messages |= {"required": message, "invalid": message}


class Moment(forms.DateTimeField):
    """A day and a time, picked or typed."""

    def __init__(self, **kwargs):
        super().__init__(
            widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
            input_formats=["%Y-%m-%dT%H:%M", "%d-%m-%Y %H:%M", "%d-%m-%Y %H.%M"],
            **kwargs,
        )
        message = _("Vul een dag en een tijd in, bijvoorbeeld 24-11-2026 14.30.")
        self.error_messages |= {"required": message, "invalid": message}


class Form(forms.Form):
    """A form of this project: errors in Dutch at the field, nothing required by the browser."""

    use_required_attribute = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.label_suffix = ""

    def add_error(self, field, error):
        """A form that was sent before with other words gets a new key: sent once more it is a deed of its own."""
        super().add_error(field, error)
        if getattr(error, "code", "") == "sent_before":
            self.data = self.data.copy()
            self.data[self.add_prefix("form_key")] = str(uuid.uuid4())

    def words_beside(self, *reasons, name="words"):
        """Own words stand beside "anders", and nowhere else: an error at their field says so, and they stay there.

        None among the reasons is one that has to be chosen first; an empty one was not asked for.
        """
        words = self.cleaned_data.get(name)
        if None in reasons or name in self.errors:
            return
        if OTHER in reasons and not words:
            self.add_error(name, _("Schrijf kort op wat de reden is."))
        if OTHER not in reasons and words:
            unasked = _("Hier is geen toelichting nodig. Maak dit vak leeg.")
            self.add_error(name, _("Kies Anders, of maak dit vak leeg.") if any(reasons) else unasked)


class ReasonForm(Form):
    """A reason from a closed list; own words only beside "anders"."""

    words = Words(label=_("Toelichting (alleen bij Anders)"), required=False)

    @property
    def reasons(self):
        """What was chosen beside which own words may stand."""
        return [self.cleaned_data.get("reason")]

    def clean(self):
        cleaned = super().clean()
        self.words_beside(*self.reasons)
        return cleaned
