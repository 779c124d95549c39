"""When the office is open: the configured hours of every working day."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from signalering.accounts.configuration import texts
from signalering.cases.working_days import OutsideTable, is_working

DAY = timedelta(days=1)


def in_office_hours(moment=None):
    """Whether the team is at its desk at this moment, which is now unless told."""
    local = timezone.localtime(moment)
    opens, closes = hours()
    return works(local.date()) and opens <= local.time() < closes


def next_opening(moment):
    """When the office opens next, after this moment."""
    return first_after(moment, hours()[0])


def next_closing(moment):
    """When the office closes next, after this moment."""
    return first_after(moment, hours()[1])


def hours():
    """From when until when the office is open on a working day."""
    said = texts("office_opens", "office_closes")
    return time.fromisoformat(said["office_opens"]), time.fromisoformat(said["office_closes"])


def first_after(moment, clock):
    """The first time after this moment that the clock of a working day shows this."""
    day = timezone.localdate(moment)
    while not works(day) or at(day, clock) <= moment:
        day += DAY
    return at(day, clock)


def at(day, clock):
    """A time on a day, here."""
    return timezone.make_aware(datetime.combine(day, clock))


def works(day):
    """Whether this is a working day; where the table ends, from Monday to Friday: nobody may wait for a table."""
    try:
        return is_working(day)
    except OutsideTable:
        return day.weekday() < 5
