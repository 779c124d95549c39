"""The ways in which one surname is written down, so that a search for one of them finds the others."""

import re
from itertools import combinations

from signalering.cases.without_name import plain_words
from signalering.closed_lists import read

KNOWN = read("cases", "surnames")
PREFIXES = {"".join(plain_words(prefix)) for prefix in KNOWN["prefixes"]}
PREFIX_WORDS = {word for prefix in KNOWN["prefixes"] for word in plain_words(prefix)}
MOST = 2  # of one letter in a name; of more all are of their own, or all but the first (a capital I)


def spellings(surname):
    """How somebody may have written this surname: with a prefix or without, in front or behind, with other letters."""
    family, _comma, before = surname.partition(",")
    words = plain_words(f"{before} {family}")
    stem = "".join(stem_of(words))
    stems = set(with_letters_left_out(stem)) - {""}
    with_prefix = {name for prefix in PREFIXES for one in stems for name in (prefix + one, one + prefix)}
    return {surname, *with_letters_left_out("".join(words)), *stems, *with_prefix}


def stem_of(words):
    """The words of a surname without what stands before it; never nothing."""
    for place, word in enumerate(words):
        if word not in PREFIX_WORDS:
            return words[place:]
    return words


def with_letters_left_out(name):
    """A name, and the name as an index knows it when some of its letters are of their own, such as the i of Yıldız."""
    yield name
    for letter in KNOWN["letters"]:
        places = [found.start() for found in re.finditer(letter, name)]
        for chosen in which(places):
            yield left_out(name, chosen, len(letter))


def which(places):
    """Every choice of a few places; of many all of them, or all but the first."""
    if len(places) > MOST:
        return [places, places[1:]]
    return [chosen for number in range(1, len(places) + 1) for chosen in combinations(places, number)]


def left_out(name, places, length):
    """A name without what stands at these places."""
    gone = {place + step for place in places for step in range(length)}
    return "".join(letter for place, letter in enumerate(name) if place not in gone)
