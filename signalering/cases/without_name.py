"""What is asked without a name: find words that would give somebody of the house away."""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from signalering.closed_lists import read

SAYS_NOTHING = set(read("cases", "says-nothing")["words"])
ANYWHERE = SAYS_NOTHING | set(read("cases", "says-nothing")["places"])
NAMES = {"name", "surname"}


def plain_words(text):
    """The words of a text in small letters and without accents."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return re.findall(r"[^\W_]+", bare.casefold())


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


# what may not stand in such a text of what is known of somebody, and how it is found
KEPT_OUT = {
    "name": names,
    "surname": names,
    "street": says_where,
    "place": says_where,
    "postcode": spells,
    "phone": dials,
    "email": spells,
}


def given_away(text, **known):
    """Which of these values, by field, stand in a text that may not hold them."""
    words = plain_words(text)
    return {field for field, stands in KEPT_OUT.items() if known.get(field) and stands(known[field], words)}


def household(case):
    """Everybody who has a part in a case, also who left."""
    return [part.resident for part in case.case_residents.select_related("resident").order_by("id")]


def refuse_identity(text, *people):
    """Refuse a text that names one of these residents, or says where they live or how they are reached."""
    told = set()
    for person in people:
        told |= given_away(text, **{field: getattr(person, field, "") for field in KEPT_OUT})
    if told & NAMES:
        raise ValidationError(
            _("Hier staat de naam van de inwoner of van een huisgenoot in. Stel de vraag zonder naam.")
        )
    if told:
        raise ValidationError(_("Hier staat een adres, telefoonnummer of e-mailadres in. Stel de vraag zonder."))
