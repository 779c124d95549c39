"""Who looks into a signal now: said by that person, seen by the team, and over by itself after some hours."""

from functools import cache

from django.utils import timezone

from signalering.accounts.configuration import hours


def since():
    """A function that says before which moment everything that was taken is over; asked only where something was."""
    return cache(lambda: timezone.now() - hours("taken_hours"))


def taker(signal, begin):
    """Who looks into an open signal, when they said so after `begin`; else None."""
    holds = signal.taken_at is not None and signal.taken_at > begin() and signal.status in signal.OPEN
    return signal.taken_by if holds else None
