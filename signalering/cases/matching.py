"""Signals over one address: *meervoudig* and *opeenvolgend*, as Divosa counts them.

One address is one front door: postcode, house number and suffix together. `is_multiple`: another signal came in the
same calendar month. `is_consecutive`: another came before it, on the same day six months earlier or later. Both can be
true. Months and days are those of Amsterdam.
"""

import calendar
from dataclasses import dataclass
from datetime import date

from django.utils import timezone


@dataclass(frozen=True)
class Match:
    """What one signal is among those over its address, and the days that were looked at."""

    is_multiple: bool
    is_consecutive: bool
    matching_period_start: date
    matching_period_end: date


def match(arrived, others, *, months):
    """What a signal is that came in at a moment, when `others` are the moments of the others over its address."""
    day = timezone.localdate(arrived)
    start = months_before(day, months)
    return Match(
        is_multiple=any(month_of(other) == (day.year, day.month) for other in others),
        is_consecutive=any(other < arrived and start <= timezone.localdate(other) for other in others),
        matching_period_start=start,
        matching_period_end=day.replace(day=last_of(day.year, day.month)),
    )


def month_of(moment):
    """The calendar month of a moment, here."""
    day = timezone.localdate(moment)
    return day.year, day.month


def months_before(day, months):
    """The same day some months earlier; the last of that month when it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, last_of(year, month + 1)))


def last_of(year, month):
    """The number of the last day of a month."""
    return calendar.monthrange(year, month)[1]
