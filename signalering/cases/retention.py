"""How long a case is kept after it closed."""

from calendar import monthrange

from signalering.cases.actions.casework import POLICY_OF
from signalering.cases.models import RetentionPolicy


def months_later(day, months):
    """The same day some months later, or the last day of that month when it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return day.replace(year=year, month=month + 1, day=min(day.day, monthrange(year, month + 1)[1]))


def kept_until(case):
    """The day until which a closed case is kept, or None while it is open."""
    if case.retention_from is None:
        return None
    return months_later(case.retention_from, case.retention_policy.months)


def kept_by_outcome(closed_on):
    """Until when a case that closes on a day is kept, by the outcome it closes with."""
    months = dict(RetentionPolicy.objects.values_list("slug", "months"))
    return {outcome: months_later(closed_on, months[policy]) for outcome, policy in POLICY_OF.items()}
