"""Codes and names that say nothing about a person: `K7PX-3QMD` on screens, "blauwe fiets" for a reporter."""

import secrets

from signalering.closed_lists import read

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


def new_code():
    """Eight random characters without 0, O, 1 and I."""
    return "".join(secrets.choice(ALPHABET) for _ in range(8))


def shown(code):
    """A code as people read it, in two groups."""
    return f"{code[:4]}-{code[4:]}"


def two_words(taken):
    """Two Dutch words that this writer has not used of late."""
    words = read("cases", "words")
    while True:
        name = f"{secrets.choice(words['adjectives'])} {secrets.choice(words['nouns'])}"
        if name not in taken:
            return name
