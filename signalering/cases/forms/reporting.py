"""The pages of a new signal: what a reporter answers on each, and what fits together."""

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from signalering.accounts.models import Area, Team
from signalering.cases.models import Signal
from signalering.closed_lists import closed_list, read
from signalering.typed import (
    Choice,
    Form,
    FormKey,
    HouseNumber,
    Line,
    Moment,
    Postcode,
    Suffix,
    Words,
    without_bsn,
)

HINTS = {item["slug"]: item["hint"] for item in read("cases", "lists")["theme"]["items"]}
YOUNG = ("0-11", "12-15", "16-17", "18-23", "unknown")
ADDRESS = ("postcode", "house_number", "suffix")
LONG_AGO = timedelta(days=365)


def about_the_young(theme, function):
    """Whether the questions are those about a young person: the theme says so, or who reports works with them."""
    return theme == Signal.Theme.YOUTH_AT_RISK or function == "youth_worker"


def where_asked(young, shop):
    """Which fields say where it is: a place for a young person and in a shop, else an address or a street."""
    place, street = ["place"] if young or shop else [], [] if young or shop else ["street"]
    return [*place, *([] if young else ADDRESS), *street]


def translate(field):
    """Labels that come from lists of data speak the language of the page."""
    if hasattr(field, "choices"):
        field.choices = [(value, gettext(label) if label else label) for value, label in field.choices]
    if hasattr(field, "hints"):
        field.hints = {value: gettext(hint) if hint else hint for value, hint in field.hints.items()}


class Page(Form):
    """One page of a new signal; `draft` knows what the other pages say."""

    step = ""
    number = 0

    def __init__(self, *args, draft, **kwargs):
        super().__init__(*args, **kwargs)
        self.draft = draft
        for field in self.fields.values():
            if isinstance(field, forms.CharField):
                field.widget.attrs |= {"autocomplete": "off", "spellcheck": "false"}

    def keep(self, *names):
        """Ask only these questions, in this order."""
        self.fields = {name: self.fields[name] for name in names}


class Theme(Page):
    """Step 1: what the reporter worries about."""

    step, number = "theme", 1

    theme = Choice(
        label=_("Waar maak je je zorgen over?"),
        choices=Signal.Theme.choices,
        message=_("Kies waar je je zorgen over maakt."),
    )
    theme.hints, theme.heading = HINTS, True
    form_key = FormKey()
    form_key.error_messages |= dict.fromkeys(
        ("required", "invalid"), _("De pagina was niet meer geldig. Controleer je antwoorden en ga verder.")
    )


class Where(Page):
    """Step 2: who and where, and whether the resident knows."""

    step, number = "where", 2

    place = Line(label=_("Waar was dit?"), required=False, validators=[without_bsn])
    observed_at = Moment(label=_("Wanneer was dit?"))
    age_band = Choice(
        label=_("Hoe oud ongeveer?"),
        choices=[(slug, label) for slug, label in closed_list("cases", "age_band").choices if slug in YOUNG],
        message=_("Kies een leeftijd, of weet ik niet."),
    )
    postcode = Postcode(label=_("Postcode"), required=False)
    house_number = HouseNumber(label=_("Huisnummer"), required=False)
    suffix = Suffix(label=_("Letter of toevoeging"), required=False)
    street = Line(label=_("Straat of plek"), required=False, validators=[without_bsn])
    area = forms.ChoiceField(label=_("Wijk"), required=False)
    consent_answer = Choice(
        label=_("Weet de inwoner dat je dit doorgeeft?"),
        choices=closed_list("cases", "consent_answer").choices,
        message=_("Kies wat past: weet de inwoner het?"),
    )
    consent_answer.hints = {
        "not_discussed": _(
            'Bespreek het liefst eerst. Zo begin je: "Ik maak me zorgen. Mag ik het wijkteam vragen om te bellen?" '
            "Je gaat nu zonder naam door."
        ),
        "not_safe": _("We sturen geen brief en bellen niet."),
    }
    age_band.inline = True
    postcode.widget.attrs |= {"class": "short", "autocapitalize": "characters"}
    house_number.widget.attrs["class"] = suffix.widget.attrs["class"] = "tiny"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        young, shop = about_the_young(self.draft.theme, self.draft.function), self.draft.from_shop
        asked = where_asked(young, shop)
        if shop:
            asked.insert(1, "observed_at")
            self.initial.setdefault("place", _("In de winkel"))
            self.initial.setdefault("observed_at", timezone.localtime().strftime("%Y-%m-%dT%H:%M"))
        if young:
            asked.insert(1, "age_band")
            self.fields["place"].label = _("Waar zie je hem of haar?")
        self.keep(*asked, "area", "consent_answer")
        served = Area.objects.filter(served=True, teams__kind=Team.Kind.WOT).distinct()
        self.areas = {area.statcode: area for area in served}
        named = [(code, area.name) for code, area in self.areas.items()]
        self.fields["area"].choices = [("", _("weet ik niet")), *named]
        self.fields["area"].error_messages["invalid_choice"] = _("Kies een wijk uit de lijst.")
        for name in ("place", *ADDRESS, "street", "area"):
            if name in self.fields:
                self.fields[name].needed = True

    def clean_area(self):
        return self.areas.get(self.cleaned_data["area"])

    def clean_observed_at(self):
        moment, now = self.cleaned_data["observed_at"], timezone.now()
        if not now - LONG_AGO < moment < now + timedelta(minutes=5):
            raise forms.ValidationError(_("Kies een moment in het afgelopen jaar."))
        return min(moment, now)

    def clean(self):
        told = super().clean()
        wrong = {"place", "street", "area", *ADDRESS} & set(self.errors)
        if not wrong and not (told.get("place") or told.get("street") or told.get("area")):
            check_where(self, told)
        return told


def check_where(form, told):
    """Without place, street or area there must be a whole address."""
    if "postcode" not in form.fields:
        form.add_error("place", _("Schrijf op waar het is, of kies een wijk."))
    elif told["postcode"] and not told["house_number"]:
        form.add_error("house_number", _("Vul ook het huisnummer in."))
    elif not told["postcode"]:
        form.add_error("postcode", _("Vul een postcode en huisnummer in, of een straat, plek of wijk."))


class Who(Page):
    """Step 2, second page: the name where that may be given, and why talking is not safe."""

    step, number = "who", 2

    unsafe_reason = Choice(
        label=_("Waarom is bespreken niet veilig?"),
        choices=closed_list("cases", "unsafe_reason").choices,
        message=_("Kies waarom bespreken niet veilig is."),
    )
    unsafe_reason.heading = True
    name = Line(label=_("Naam"), required=False, validators=[without_bsn])

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        asked = ["unsafe_reason"] if self.draft.consent == "not_safe" else []
        if self.draft.may_name or self.draft.name_too_much:
            asked.append("name")
        if about_the_young(self.draft.theme, self.draft.function):
            self.fields["name"].label = _("Voornaam")
        self.keep(*asked)

    def clean_name(self):
        name = self.cleaned_data["name"]
        if name and not self.draft.may_name:
            raise forms.ValidationError(_("Bij dit antwoord geef je geen naam door. Maak dit vak leeg."))
        return name


class What(Page):
    """Step 3: what was seen or heard, what was done already, and how soon."""

    step, number = "what", 3

    chips = forms.MultipleChoiceField(label=_("Kies wat past:"), required=False, widget=forms.CheckboxSelectMultiple)
    chips.needed = True
    observation = Words(
        label=_("Eigen woorden"),
        required=False,
        help_text=_("Schrijf op wat je ziet of hoort. Geen BSN, geen diagnose."),
    )
    already_done = Words(label=_("Wat heb je al gedaan?"), required=False)
    opinion = Words(label=_("Wat denk je zelf?"), required=False)
    urgency = Choice(
        label=_("Hoe snel?"),
        choices=[(slug, Signal.Urgency(slug).label) for slug in ("this_week", "today", "can_wait")],
        initial=Signal.Urgency.THIS_WEEK,
        message=_("Kies hoe snel het team dit moet lezen."),
    )
    urgency.inline = True

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        theme = self.draft.theme if self.draft.theme in Signal.Theme else Signal.Theme.OTHER
        self.fields["chips"].choices = closed_list("cases", f"chips_{theme}").choices
        self.fields["chips"].error_messages["invalid_choice"] = _("Kies uit wat hier staat.")

    def clean(self):
        told = super().clean()
        if not self.errors and not told["chips"] and not told["observation"]:
            self.add_error("chips", _("Kies wat past, of schrijf het op in eigen woorden."))
        return told
