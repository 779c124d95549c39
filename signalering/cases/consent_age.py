"""Who must agree before something of a resident is shared: computed from the age on the day of sharing."""

from datetime import date

from django.utils.translation import gettext as _

from signalering.accounts.configuration import numbers
from signalering.cases.models import Consent
from signalering.cases.working_days import today

RESIDENT, GUARDIAN = Consent.GivenBy.RESIDENT, Consent.GivenBy.GUARDIAN
SETTINGS = ("consent_with_child_from", "consent_alone_from")


def age_on(born, day):
    """How many years old somebody is on a day; who was born on 29 February is a year older on 1 March."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def age_of(resident, day):
    """The age from the birth date, else the lowest of the age band; None when neither is known."""
    exact = exact_age(resident, day)
    lowest = resident.age_band.rstrip("+").partition("-")[0] if exact is None else ""
    return int(lowest) if lowest.isdecimal() else exact


def exact_age(resident, day):
    """The age from the birth date alone, or None."""
    try:
        return age_on(date.fromisoformat(resident.birth_date), day)
    except ValueError:
        return None


def needed_at(age, *, with_child_from, alone_from):
    """Who must agree at this age."""
    if age >= alone_from:
        return {RESIDENT}
    return {GUARDIAN, RESIDENT} if age >= with_child_from else {GUARDIAN}


def agreed(givers):
    """Who agreed, from what several consents say."""
    return {one for giver in givers for one in ((RESIDENT, GUARDIAN) if giver == Consent.GivenBy.BOTH else (giver,))}


def who_must_agree(resident):
    """Who must agree today; nobody can be named when the age is not known."""
    age = age_of(resident, today())
    if age is None:
        return set()
    known = numbers(*SETTINGS)
    with_child_from, alone_from = (known[key] for key in SETTINGS)
    return needed_at(age, with_child_from=with_child_from, alone_from=alone_from)


def missing(resident, givers):
    """What is missing today before something of a resident may be shared, in a sentence; empty when nothing is."""
    needed = who_must_agree(resident)
    if needed and needed <= agreed(givers):
        return ""
    if not givers and GUARDIAN not in needed:
        return _("Delen kan pas als de toestemming van de inwoner is vastgelegd.")
    return rule_in_words(resident, needed)


def rule_in_words(resident, needed):
    """Who must agree at the age of a resident, in a sentence."""
    age = exact_age(resident, today())
    at = _("Bij deze leeftijd") if age is None else _("Bij %(age)s jaar") % {"age": age}
    if not needed:
        return _("Vul eerst de leeftijd in. Dan weten we wie toestemming moet geven.")
    if needed == {GUARDIAN, RESIDENT}:
        return _("%(at)s moeten de ouder en het kind allebei toestemming geven.") % {"at": at}
    if needed == {GUARDIAN}:
        return _("%(at)s moet de ouder of voogd toestemming geven.") % {"at": at}
    return _("%(at)s moet de inwoner zelf toestemming geven.") % {"at": at}


def proposed(needed):
    """What a form proposes as giver of consent."""
    if needed == {GUARDIAN}:
        return GUARDIAN
    return Consent.GivenBy.BOTH if GUARDIAN in needed else RESIDENT
