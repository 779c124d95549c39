"""Configured terms in words, for screens that promise something."""

from django.utils.translation import ngettext

from signalering.cases.deadlines import rules
from signalering.cases.models import DeadlineRule


def within(*slugs):
    """How long each of these terms is: {"DL23": "2 werkdagen"}."""
    return {slug: in_words(rule) for slug, rule in rules(*slugs).items()}


def in_words(rule):
    """The length of one term."""
    if rule.unit == DeadlineRule.Unit.WEEKS:
        return ngettext("%(n)d week", "%(n)d weken", rule.term) % {"n": rule.term}
    return ngettext("%(n)d werkdag", "%(n)d werkdagen", rule.term) % {"n": rule.term}
