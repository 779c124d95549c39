"""How long a case is kept after it closed."""

from signalering.cases.actions.casework import POLICY_OF
from signalering.cases.models import RetentionPolicy
from signalering.cases.working_days import add_months


def kept_until(case):
    """The day until which a closed case is kept, or None while it is open."""
    if case.retention_from is None:
        return None
    return add_months(case.retention_from, case.retention_policy.months)


def kept_by_outcome(closed_on):
    """Until when a case that closes on a day is kept, by the outcome it closes with."""
    months = dict(RetentionPolicy.objects.values_list("slug", "months"))
    return {outcome: add_months(closed_on, months[policy]) for outcome, policy in POLICY_OF.items()}
