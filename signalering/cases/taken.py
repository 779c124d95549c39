"""Who looks into a signal now: said by that person, seen by the team, and over by itself after some hours."""

from datetime import timedelta

from django.utils import timezone

from signalering.accounts.configuration import hours


def since(number=None):
    """Before which moment everything that was taken is over: so many hours ago, or as many as is configured."""
    return timezone.now() - (hours("taken_hours") if number is None else timedelta(hours=number))


def taker(signal, begin):
    """Who looks into an open signal, when they said so after `begin`; else None."""
    holds = signal.taken_at is not None and signal.taken_at > begin and signal.status in signal.OPEN
    return signal.taken_by if holds else None
