"""The last day of every term, from the day on which it starts: nothing but counting."""

from datetime import UTC, timedelta

from signalering.cases.models import DeadlineRule
from signalering.cases.working_days import add_months, add_working_days, atw_extend, sub_working_days

Unit = DeadlineRule.Unit


def due_on(rule, start, *, term=None):
    """The last day of a term that starts on `start`; that day itself does not count."""
    length = rule.term if term is None else term
    if rule.unit == Unit.WORKING_DAYS:
        return add_working_days(start, length)
    day = add_months(start, length) if rule.unit == Unit.MONTHS else start + span(rule.unit, length)
    return atw_extend(day) if rule.extends else day


def due_at(rule, moment):
    """The moment at which a term in hours ends; hours run on through nights, weekends and a change of the clock."""
    return moment.astimezone(UTC) + span(rule.unit, rule.term)


def span(unit, length):
    """A length of days, weeks or hours."""
    return timedelta(**{str(unit): length})


def eviction_due(rule, *, threat_due, eviction, today):
    """The last day to speak with somebody who will be evicted: some working days before, and never in the past."""
    return max(min(threat_due, sub_working_days(eviction, rule.term)), today)


def days_before(day, lead, unit):
    """The day that lies a lead before another, for who must hear of it in time; begun days of hours are whole ones."""
    if unit == Unit.HOURS:
        lead, unit = -(-lead // 24), Unit.DAYS
    return sub_working_days(day, lead) if unit == Unit.WORKING_DAYS else day - span(unit, lead)
