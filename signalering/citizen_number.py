"""Citizen numbers in a text: nine digits in any grouping that pass the test; phones get the same pattern."""

import re
import unicodedata

from stdnum.nl import bsn

GAP = r"[\s./_()\u00ad\u200b-\u200d\u2010-\u2015\u2060\u2212-]{0,3}"
TIME = r"[0-2]?\d[.:][0-5]\d"
# what is long and full of digits and no citizen number: a date, a span of hours, a telephone number
DATE = rf"[0-3]?\d([-./])[01]?\d\1(?:(?:19|20)\d\d(?:[\s,]{{1,3}}{TIME})?|\d\d[\s,]{{1,3}}{TIME})(?!\1?\d)"
DAY = rf"(?:19|20)\d\d-[01]\d-[0-3]\d(?:[\sT,]{{1,3}}{TIME})?(?!-?\d)"
HOURS = rf"{TIME}\s?[-–]\s?{TIME}(?!{GAP}\d)"
TELEPHONE = rf"(?:(?:\+|00)31{GAP}(?:0{GAP})?|0)(?=\d{{1,3}}[\s./()–-]|\d{{9}}(?!\d))\d(?:{GAP}\d){{8}}"
NINE = rf"\d(?:{GAP}\d){{8}}"
# groups: the sign in a date, a telephone number, nine digits
DIGITS = re.compile(rf"(?<!\d)(?:{DATE}|{DAY}|{HOURS}|({TELEPHONE})|({NINE}))(?!\d)")


def is_one(found):
    """Whether what the pattern found is a citizen number."""
    return bool(found[3]) and bsn.is_valid(re.sub(r"\D", "", found[3]))


def stands_in(text):
    """Whether a text holds a citizen number, also in groups or in wide digits."""
    return any(map(is_one, DIGITS.finditer(unicodedata.normalize("NFKC", text))))


def without(text, mark):
    """The text with a mark where a citizen number stood."""
    if not stands_in(text):
        return text
    return DIGITS.sub(lambda found: mark if is_one(found) else found[0], unicodedata.normalize("NFKC", text))
