"""Passwords that nobody thought of, and that a person can still type over."""

import secrets

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"


def new_password():
    """Sixteen random characters in four groups (79 bits)."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(4))
