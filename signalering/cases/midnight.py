"""Where one day ends and the next begins, by the clock on the wall."""

from datetime import datetime, time, timedelta

from django.utils import timezone


def begin_of(day):
    """The moment at which a day begins."""
    return timezone.make_aware(datetime.combine(day, time.min))


def end_of(day):
    """The moment at which a day is over."""
    return begin_of(day + timedelta(days=1))
