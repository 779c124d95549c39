"""What else came over the address of a signal: how many and since when, never whose.

The safety compartment (what lies with the CO-team or is kept for safety, and every signal where talking is not safe) is
never counted elsewhere. A signal where talking is not safe has an address key of its own kind, so that a question from
outside cannot find it.
"""

from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import BooleanField, ExpressionWrapper, Q, Subquery
from django.utils import timezone

from signalering.accounts.access import NOTHING
from signalering.accounts.models import Setting
from signalering.audit.searches import beside_others
from signalering.cases.actions import bursts
from signalering.cases.compartment import KEPT_APART, OUTSIDE_SIGNALS, outside
from signalering.cases.matching import Match, match, month_of, months_before
from signalering.cases.models import Case, CaseResident, Signal
from signalering.crypto import reader
from signalering.crypto.keys import KeyDestroyed

MOST = 200
WHAT = "same_address"
KEY = Signal._meta.get_field("address_key")
SETTINGS = ("strips_an_hour", "same_address_months", "match_months", "duplicate_days", bursts.SETTING)


@dataclass
class SameAddress:
    """What a worker may know of an address beside one signal: numbers, and which of the records they may see anyway."""

    number: int
    since: date
    match: Match
    signals: list
    cases: list
    burst: int

    @property
    def teams(self):
        """How many open cases each team has here."""
        return sorted(Counter(case.team.name for case in self.cases).items())


def inside(signal):
    """Whether who decides on this signal looks from inside the safety compartment."""
    return signal.team.kind == KEPT_APART


def keys_of(signal):
    """The address keys under which others may be counted beside this signal; none without an address."""
    if not signal.address_key:
        return []
    kinds = (False, True) if inside(signal) else (False,)
    try:
        return [KEY.value_of(signal, apart=apart) for apart in kinds]
    except KeyDestroyed:
        return []


def begin_of(day):
    """The first moment of a day, here."""
    return timezone.make_aware(datetime.combine(day, time.min))


def beside(signal, *, since):
    """Whether another signal came over its address from a day on; withdrawn ones are left out."""
    found = Q(address_key__in=keys_of(signal), created_at__gte=begin_of(since)) & ~Q(pk=signal.pk)
    found &= ~Q(status=Signal.Status.WITHDRAWN)
    return found if inside(signal) else found & OUTSIDE_SIGNALS


def matched(signal, *, months):
    """What the signal is among those over its address; one question."""
    first = months_before(timezone.localdate(signal.created_at), months).replace(day=1)
    times = Signal.objects.filter(beside(signal, since=first)).order_by().values_list("created_at", flat=True)
    return match(signal.created_at, list(times), months=months)


def allowance(signal, *, by):
    """The settings of what stands beside a signal, and whether this person may see another address this hour."""
    lately = Subquery(beside_others(by, WHAT, signal))
    rows = Setting.objects.filter(key__in=SETTINGS).annotate(lately=lately).values_list("key", "value", "lately")
    numbers, seen = {}, 0
    for key, value, lately in rows:
        numbers[key], seen = int(value), lately or 0
    return numbers, seen < numbers["strips_an_hour"]


def around(signal, numbers):
    """What there is over the address of a signal; the records in it are to be counted, or shown through the door."""
    since = months_before(timezone.localdate(), numbers["same_address_months"])
    found, together = over_address(signal, since)
    times = [other.created_at for other in found]
    return SameAddress(
        number=len(found) + 1,
        since=date(*month_of(min([signal.created_at, *times])), 1),
        match=match(signal.created_at, times, months=numbers["match_months"]),
        signals=found,
        cases=cases_at(signal),
        burst=bursts.most_in_a_day(signal, together, most=numbers[bursts.SETTING]),
    )


def over_address(signal, since):
    """The other signals over its address, newest first, and when those came that may make a burst; one question."""
    same, shops = beside(signal, since=since), bursts.near(signal)
    found = Signal.objects.only("code", "status", "theme", "words_name", "created_at", "team_id")
    if shops is None:
        return list(found.filter(same).order_by("-id")[:MOST]), []
    told = {"same": ExpressionWrapper(same, BooleanField()), "shops": ExpressionWrapper(shops, BooleanField())}
    found = list(found.filter(same | shops).annotate(**told).order_by("-shops", "-id")[:MOST])
    others = sorted((one for one in found if one.same), key=lambda one: one.pk, reverse=True)
    return others, [one.created_at for one in found if one.shops]


def cases_at(signal):
    """The open cases of residents at this address that may be counted beside the signal."""
    at = CaseResident.objects.filter(resident__address_key__in=keys_of(signal)).values("case")
    cases = Case.objects.open().filter(pk__in=at)
    return told_inside(cases) if inside(signal) else told_outside(cases)


def told_inside(cases):
    """Some cases, for who works in the safety compartment."""
    return list(cases.select_related("team").only("code", "status", "team__name")[:MOST])


def told_outside(cases):
    """Those of some cases that may be known of outside the safety compartment.

    They are read through their signals, since one of those may be about somebody who is not safe. What is kept apart
    costs the same questions as what is not there.
    """
    theirs = Signal.objects.filter(case__in=outside(cases))
    theirs = theirs.select_related("case__team").only(
        "consent_answer", "case__code", "case__status", "case__team__name"
    )
    theirs = list(theirs.order_by("id"))
    with suppress(KeyDestroyed):
        reader.keyring().cipher(NOTHING.bytes)  # the keys of all of them come along
    apart = {signal.case_id for signal in theirs if not_safe(signal)}
    found = {signal.case_id: signal.case for signal in theirs if signal.case_id not in apart}
    return list(found.values())


def not_safe(signal):
    """Whether talking is not safe; of a signal whose words are destroyed nobody knows, so it counts as that."""
    try:
        return KEY.is_apart(signal)
    except KeyDestroyed:
        return True
