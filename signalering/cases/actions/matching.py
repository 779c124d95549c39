"""Which signals came over one address: kept when a team decides, for the figures and for nobody's sight."""

from signalering.accounts.configuration import setting
from signalering.cases.models import AddressMatch
from signalering.cases.same_address import matched
from signalering.cases.working_days import today


def record_match(signal, *, by):
    """Keep whether a signal was one of several over its address, as it stands on the day of the decision."""
    if not signal.address_key:
        return None
    found = matched(signal, months=int(setting("match_months")))
    return AddressMatch(
        signal=signal,
        is_multiple=found.is_multiple,
        is_consecutive=found.is_consecutive,
        matching_period_start=found.matching_period_start,
        matching_period_end=found.matching_period_end,
        matched_on=today(),
    ).save_as(by, "triaged", verb="match_address")
