"""What is asked without a name: find words that would give the resident away."""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from signalering.closed_lists import read

SAYS_NOTHING = set(read("cases", "says-nothing")["words"])


def plain_words(text):
    """The words of a text in small letters and without accents."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return re.findall(r"[^\W_]+", bare.casefold())


def name_words(name):
    """The words of a name that point at one person."""
    return {word for word in plain_words(name) if len(word) > 1 and word not in SAYS_NOTHING}


def identity_of(record):
    """What may not stand in such a text, from a resident or from the signal itself."""
    phone = "".join(letter for letter in record.phone if letter.isdigit())
    return {
        "names": [record.name, getattr(record, "surname", "")],
        "streets": [record.street],
        "numbers": [record.postcode, phone[-8:]],
    }


def refuse_identity(text, *, names=(), streets=(), numbers=()):
    """Refuse a text that names the resident, the street, the postcode or the phone number."""
    words = plain_words(text)
    telling = set().union(*(name_words(name) for name in names))
    telling |= {f"{word}s" for word in telling}
    if telling & set(words):
        raise ValidationError(_("Hier staat de naam van de inwoner in. Stel de vraag zonder naam."))
    line = f" {' '.join(words)} "
    joined = "".join(words)
    street_lines = [" ".join(plain_words(street)) for street in streets]
    compact = ["".join(plain_words(number)) for number in numbers]
    if any(street and f" {street} " in line for street in street_lines) or any(
        len(number) > 3 and number in joined for number in compact
    ):
        raise ValidationError(_("Hier staat een adres of telefoonnummer in. Stel de vraag zonder."))
