"""Codes and names that say nothing about a person: `K7PX-3QMD` on screens, "blauwe fiets" for a reporter."""

import secrets

from signalering.closed_lists import read
from signalering.codes import ALPHABET, new_code, shown

__all__ = ["ALPHABET", "new_code", "shown", "two_words"]


def two_words(taken, proposal=""):
    """Two Dutch words that this writer has not used of late: those proposed, when they are such words."""
    words = read("cases", "words")
    if proposal not in taken and known(proposal, words):
        return proposal
    while True:
        name = f"{secrets.choice(words['adjectives'])} {secrets.choice(words['nouns'])}"
        if name not in taken:
            return name


def known(proposal, words):
    """Whether these are two of our words."""
    first, space, second = proposal.partition(" ")
    return bool(space) and first in words["adjectives"] and second in words["nouns"]
