"""The clock on the wall, moved by a test."""

from datetime import datetime, time

from django.utils import timezone


def move_to(monkeypatch, day, hour=9):
    """From now on it is this day, at this hour."""
    moment = timezone.make_aware(datetime.combine(day, time(hour)))
    monkeypatch.setattr(timezone, "now", lambda: moment)
    return moment
