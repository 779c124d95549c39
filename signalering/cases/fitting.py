"""What a phone sealed, fitted to the fields of a signal; what does not fit is kept beside it, and nothing is lost."""

import json
import unicodedata
from dataclasses import dataclass, field
from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_variables

from signalering import citizen_number
from signalering.accounts.models import Area
from signalering.cases.models import Signal
from signalering.closed_lists import closed_list
from signalering.typed import (
    CONTROL_KEPT,
    LINE_MOST,
    TURNS_TEXT,
    WORDS_MOST,
    HouseNumber,
    Postcode,
    Suffix,
)

FRAME = {"v", "kind", "words", "corrects", "observed_at"}  # about the sending itself
LINES = ("place", "street", "name")
LONG = ("observation", "already_done", "opinion")
CHOICES = ("consent_answer", "unsafe_reason", "age_band")
ADDRESS = {"postcode": Postcode, "house_number": HouseNumber, "suffix": Suffix}
NO_NAME_WITH = {"yes_no_help", "not_discussed"}
LABELS = {
    "theme": _("Zorg"),
    "place": _("Plek"),
    "street": _("Straat of plek"),
    "postcode": _("Postcode"),
    "house_number": _("Huisnummer"),
    "suffix": _("Letter of toevoeging"),
    "area": _("Wijk"),
    "name": _("Naam"),
    "age_band": _("Leeftijd"),
    "consent_answer": _("Weet de inwoner het?"),
    "unsafe_reason": _("Waarom niet veilig"),
    "chips": _("Wat past"),
    "observation": _("Eigen woorden"),
    "already_done": _("Wat is al gedaan"),
    "opinion": _("Wat de melder denkt"),
    "urgency": _("Hoe snel"),
    "observed_at": _("Wanneer"),
    "text": _("Tekst"),
}
ASKED = {
    "theme": _("waar je je zorgen over maakt"),
    "where": _("waar het is"),
    "consent_answer": _("of de inwoner weet dat je dit doorgeeft"),
    "unsafe_reason": _("waarom bespreken niet veilig is"),
    "what": _("wat je zag of hoorde"),
}
YEARS = range(2000, 2101)


@dataclass
class Fitted:
    """The values that fit, the rest as (name, text), and what is missing."""

    values: dict = field(default_factory=dict)
    rest: list = field(default_factory=list)
    observed_at: datetime | None = None

    @property
    def missing(self):
        """What a whole signal would have, by slug."""
        told = self.values
        where = any(told.get(name) for name in ("place", "street", "area"))
        there = {
            "theme": told.get("theme"),
            "where": where or (told.get("postcode") and told.get("house_number")),
            "consent_answer": told.get("consent_answer"),
            "unsafe_reason": told.get("consent_answer") != "not_safe" or told.get("unsafe_reason"),
            "what": told.get("chips") or told.get("observation"),
        }
        return [slug for slug in ASKED if not there[slug]]


@sensitive_variables()
def content_of(text):
    """What was sealed, as told and in its one canonical form; text that is no such thing is told as it is."""
    try:
        content = json.loads(text)
        canonical = json.dumps(content, sort_keys=True, separators=(",", ":"))
    except (ValueError, RecursionError):
        content = canonical = None
    if not isinstance(content, dict):
        return {"text": text.rstrip()}, text.rstrip()
    return {name: told if flat(told) else json.dumps(told) for name, told in content.items()}, canonical


def flat(told):
    """Whether a value is one answer, or a list of them."""
    return not isinstance(told, dict | list) or all(not isinstance(one, dict | list) for one in told)


@sensitive_variables()
def fit(content, *, from_shop=False):
    """Fit what was told to the fields of a signal."""
    fitted = Fitted()
    for name, told in content.items():
        if name not in FRAME and told not in (None, "", [], {}):
            text = kept(told)
            value = value_of(name, told, text, content)
            if value:
                fitted.values[name] = value
            if value is None or (name in (*LINES, *LONG) and value != text):
                fitted.rest.append((name, text))
            elif name == "chips":
                fitted.rest += [(name, kept(chip)) for chip in told if chip not in value.split(",")]
    drop_name(fitted, from_shop)
    fitted.observed_at = moment(content.get("observed_at"))
    if fitted.observed_at is None and content.get("observed_at"):
        fitted.rest.append(("observed_at", kept(content["observed_at"])))
    return fitted


@sensitive_variables()
def value_of(name, told, text, content):
    """The value of a field, or None when it is not one; a text that is too long is cut, and kept whole beside it."""
    if name == "chips":
        known = closed_list("cases", f"chips_{theme_of(content) or Signal.Theme.OTHER}")
        listed = isinstance(told, list) and [chip for chip in told if isinstance(chip, str) and chip in known]
        return ",".join(dict.fromkeys(listed)) if listed else None
    if not isinstance(told, str):
        return None
    if name == "theme":
        return theme_of(content)
    if name == "urgency":
        return told if told in Signal.Urgency else None
    if name == "area":
        return Area.objects.filter(statcode=text, served=True).order_by("-year").first()
    if name in CHOICES:
        return told if told in closed_list("cases", name) else None
    if name in ADDRESS:
        return cleaned(ADDRESS[name], text)
    if name in LINES:
        return text.replace("\n", " ")[:LINE_MOST]
    return text[:WORDS_MOST] if name in LONG else None


def theme_of(content):
    """The theme that was told, when there is one of that name."""
    theme = content.get("theme")
    return theme if isinstance(theme, str) and theme in Signal.Theme else None


def cleaned(field_class, text):
    """What a form would make of this text, or None when it would refuse it."""
    try:
        return field_class(required=False).clean(text) or None
    except ValidationError:
        return None


def may_name(consent, from_shop):
    """Whether a name may be given with this answer, as on the form."""
    return consent not in NO_NAME_WITH and not (from_shop and consent != "yes_wants_help")


@sensitive_variables()
def keepable(content, *, from_shop=False):
    """Everything that was told, as it may be kept: each text cleaned, and no name that may not be given."""
    consent = content.get("consent_answer")
    named = may_name(consent if isinstance(consent, str) else "", from_shop)
    return {
        kept(name): [kept(one) for one in told] if isinstance(told, list) else kept(told)
        for name, told in content.items()
        if told is not None and (named or name != "name")
    }


def drop_name(fitted, from_shop):
    """A name that may not be given with this answer is not kept anywhere."""
    if not may_name(fitted.values.get("consent_answer", ""), from_shop):
        fitted.values.pop("name", None)
        fitted.rest = [pair for pair in fitted.rest if pair[0] != "name"]


@sensitive_variables()
def kept(told):
    """A told value as text that can be kept: no half characters, nothing invisible, no citizen number."""
    text = told if isinstance(told, str) else json.dumps(told, ensure_ascii=False)
    text = "".join("\ufffd" if unkept(letter) else letter for letter in text.replace("\r\n", "\n")).strip()
    return citizen_number.without(text, str(_("[nummer weggelaten]")))


def unkept(letter):
    """Whether a character is one that forms refuse."""
    kind = unicodedata.category(letter)
    return (kind == "Cc" and letter not in CONTROL_KEPT) or kind == "Cs" or letter in TURNS_TEXT


def moment(told):
    """A moment with its offset, or None when it is none."""
    try:
        found = datetime.fromisoformat(told)
        return found if found.tzinfo is not None and found.year in YEARS else None
    except (TypeError, ValueError):
        return None


@sensitive_variables()
def lines(pairs):
    """What was told as text, a line for each question."""
    return "\n".join(f"{LABELS.get(name, kept(name))}: {in_words(name, text)}" for name, text in pairs)


def in_words(name, text):
    """An answer from a closed list by its label, other text as it is."""
    return closed_list("cases", name).label(text) if name in (*CHOICES, "theme") else text


@sensitive_variables()
def all_lines(content, *, from_shop=False):
    """Everything that was told, for who must choose between two sendings."""
    fitted = fit(content, from_shop=from_shop)
    values = [(name, kept(getattr(value, "name", value))) for name, value in fitted.values.items()]
    rest = fitted.rest
    whole = {name for name, _text in rest if name in (*LINES, *LONG)}
    return lines([pair for pair in values if pair[0] not in whole] + rest)
