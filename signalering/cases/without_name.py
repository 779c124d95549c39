"""What is asked without a name: find words that would give somebody of the house away."""

import re
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from signalering.closed_lists import read
from signalering.crypto.letters import bare

SAYS_NOTHING = set(read("cases", "says-nothing")["words"])
ANYWHERE = SAYS_NOTHING | set(read("cases", "says-nothing")["places"])
NAMES = {"name", "surname"}
MONTHS = read("cases", "months")["names"]
ORDINAL = {"e", "de", "ste", "st", "nd", "rd", "th"}


def plain_words(text):
    """The words of a text in small letters and without accents."""
    return re.findall(r"[^\W_]+", bare(text))


def name_words(name):
    """The words of a name that point at one person."""
    return {word for word in plain_words(name) if len(word) > 1 and word not in SAYS_NOTHING}


def names(value, words):
    """Whether a word of this name stands among the words, also as a possessive."""
    telling = name_words(value)
    return not (telling | {f"{word}s" for word in telling}).isdisjoint(words)


def says_where(value, words):
    """Whether this street or place stands there as a whole; a place that is anywhere says nothing."""
    place = plain_words(value)
    return not ANYWHERE.issuperset(place) and f" {' '.join(place)} " in f" {' '.join(words)} "


def spells(value, words):
    """Whether this postcode or address stands there, whatever signs stand in between."""
    compact = "".join(plain_words(value))
    return len(compact) > 3 and compact in "".join(words)


def dials(value, words):
    """Whether this phone number stands there, with or without the code of the country."""
    return spells("".join(letter for letter in value if letter.isdigit())[-8:], words)


def says_when(value, words):
    """Whether this day of birth stands there, with a month in figures or in letters and the year in two or in four."""
    try:
        born = date.fromisoformat(value)
    except ValueError:
        return False
    parts = [part for part in re.findall(r"\d+|[^\W\d_]+", " ".join(words)) if part not in ORDINAL]
    day, year = {f"{born.day}", f"{born:%d}"}, {f"{born:%Y}", f"{born:%y}"}
    month = {f"{born.month}", f"{born:%m}", *MONTHS[born.month - 1]}
    orders = ((day, month, year), (year, month, day), (set(MONTHS[born.month - 1]), day, year))
    threes = list(zip(parts, parts[1:], parts[2:], strict=False))
    if any(all(part in told for part, told in zip(three, order, strict=True)) for three in threes for order in orders):
        return True
    return not {f"{born:{shape}}" for shape in ("%d%m%Y", "%d%m%y", "%Y%m%d", "%y%m%d")}.isdisjoint(parts)


# what may not stand in such a text of what is known of somebody, and how it is found
KEPT_OUT = {
    "name": names,
    "surname": names,
    "street": says_where,
    "place": says_where,
    "postcode": spells,
    "phone": dials,
    "email": spells,
    "birth_date": says_when,
}


def given_away(text, **known):
    """Which of these values, by field, stand in a text that may not hold them."""
    words = plain_words(text)
    return {field for field, stands in KEPT_OUT.items() if known.get(field) and stands(known[field], words)}


def household(case):
    """Everybody who has a part in a case, also who left."""
    return [part.resident for part in case.case_residents.select_related("resident").order_by("id")]


def refuse_identity(text, *people):
    """Refuse a text that names one of these residents, or says when they were born or how they are found or reached."""
    told = set()
    for person in people:
        told |= given_away(text, **{field: getattr(person, field, "") for field in KEPT_OUT})
    if told & NAMES:
        raise ValidationError(
            _("Hier staat de naam van de inwoner of van een huisgenoot in. Stel de vraag zonder naam.")
        )
    if "birth_date" in told:
        raise ValidationError(
            _("Hier staat de geboortedatum van de inwoner of van een huisgenoot in. Stel de vraag zonder.")
        )
    if told:
        raise ValidationError(_("Hier staat een adres, telefoonnummer of e-mailadres in. Stel de vraag zonder."))
