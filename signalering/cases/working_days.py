"""Working days as the Algemene termijnenwet counts them, from the shipped table and nothing else."""

from calendar import monthrange
from datetime import date, timedelta
from functools import cache

from django.utils import timezone

from signalering.closed_lists import read

DAY = timedelta(days=1)


class OutsideTable(Exception):
    """The table of non-working days does not reach this date."""


@cache
def table():
    """The non-working days beside weekends, and the last year they are known for."""
    days = {date.fromisoformat(day) for day in read("cases", "non-working-days")["days"]}
    return days, {day.year for day in days}


def is_working(day):
    """Whether a day counts; OutsideTable when its year is not in the table."""
    days, years = table()
    if day.year not in years:
        raise OutsideTable(f"geen vrije dagen bekend voor {day.year}")
    return day.weekday() < 5 and day not in days


def add_working_days(day, number):
    """The day that lies this many working days later; the first day itself does not count."""
    while number:
        day += DAY
        number -= is_working(day)
    return day


def sub_working_days(day, number):
    """The day that lies this many working days earlier."""
    while number:
        day -= DAY
        number -= is_working(day)
    return day


def atw_extend(day):
    """The day itself, or the first working day after it."""
    while not is_working(day):
        day += DAY
    return day


def add_months(day, months):
    """The same day some months later, or the last day of that month when it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return day.replace(year=year, month=month + 1, day=min(day.day, monthrange(year, month + 1)[1]))


def today():
    """The local date of now."""
    return timezone.localdate()


def working_days_between(start, end):
    """How many working days lie after `start` up to and including `end`."""
    number = 0
    while start < end:
        start += DAY
        number += is_working(start)
    return number
