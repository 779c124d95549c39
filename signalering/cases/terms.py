"""Terms in words: how long one is, for screens that promise something, and how much of it is left."""

from collections import Counter

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from signalering.cases.deadlines import rules
from signalering.cases.models import DeadlineRule
from signalering.cases.working_days import today, working_days_between


def within(*slugs):
    """How long each of these terms is: {"DL23": "2 werkdagen"}."""
    return {slug: in_words(rule) for slug, rule in rules(*slugs).items()}


def in_words(rule):
    """The length of one term."""
    n, unit = rule.term, DeadlineRule.Unit(rule.unit)
    words = {
        unit.WORKING_DAYS: ngettext("%(n)d werkdag", "%(n)d werkdagen", n),
        unit.DAYS: ngettext("%(n)d dag", "%(n)d dagen", n),
        unit.WEEKS: ngettext("%(n)d week", "%(n)d weken", n),
        unit.MONTHS: ngettext("%(n)d maand", "%(n)d maanden", n),
        unit.HOURS: ngettext("%(n)d uur", "%(n)d uur", n),
    }
    return words[unit] % {"n": n}


def named(clocks):
    """The words for each of these clocks; of several with the same words also the last day of each."""
    times = Counter(clock.rule.label for clock in clocks)
    return [clock.rule.label if times[clock.rule.label] == 1 else with_day(clock) for clock in clocks]


def with_day(clock):
    """The words for a clock and its last day."""
    return _("%(term)s (uiterlijk %(day)s)") % {"term": clock.rule.label, "day": date_format(clock.due_on, "j F Y")}


def days_left(due):
    """How long is left until a last day, in working days: "nog 2 werkdagen", "vandaag", "2 werkdagen te laat"."""
    now = today()
    if due == now:
        return _("vandaag")
    n = working_days_between(min(due, now), max(due, now))
    if due < now:
        return ngettext("%(n)d werkdag te laat", "%(n)d werkdagen te laat", n) % {"n": n} if n else _("te laat")
    return ngettext("nog %(n)d werkdag", "nog %(n)d werkdagen", n) % {"n": n} if n else _("geen werkdag meer")
