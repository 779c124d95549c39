"""Codes that say nothing about what they name: eight characters, `K7PX-3QMD` on screens."""

import secrets

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


def new_code():
    """Eight random characters without 0, O, 1 and I."""
    return "".join(secrets.choice(ALPHABET) for _ in range(8))


def shown(code):
    """A code as people read it, in two groups."""
    return f"{code[:4]}-{code[4:]}"
