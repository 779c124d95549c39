"""What the case page says of its clocks: what is due, what was late, and what threatens."""

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from signalering.cases import deadlines, threats
from signalering.cases.actions.terms import MET_BY_HAND
from signalering.cases.models import Case, MeldcodeAssessment, Signal
from signalering.cases.terms import days_left, named
from signalering.cases.working_days import today


def to_do_on_time(case, clocks, *, may_change):
    """The running clocks with the days that are left, and the question why something was late."""
    todo = []
    for clock in clocks:
        if clock.runs:
            url = page_of(case, clock) if may_change else ""
            todo.append({"title": clock.rule.label, "due": clock.due_on, "left": days_left(clock.due_on), "url": url})
    late = named([clock for clock in clocks if clock.is_late and not clock.late_reason])
    if late:
        url = reverse("case_late", args=[case.shown_code]) if may_change else ""
        todo.append({"title": _("Waarom te laat?"), "words": ", ".join(late), "url": url})
    return todo


def page_of(case, clock):
    """Where something that is due is done, when that has a page of its own."""
    if clock.about == MeldcodeAssessment.LABEL:
        return reverse("meldcode", args=[case.shown_code])
    return reverse("case_term", args=[case.shown_code]) if clock.rule.slug in MET_BY_HAND else ""


def threat_notice(case, clocks):
    """The sentence about what threatens on top of the page, with its colour; None when nothing does."""
    if case.status != Case.Status.OPEN:
        return None
    kind = case.threat_kind
    if kind == threats.END_OF_SUPPLY:
        return {"colour": "warn", "words": _("Het energiecontract van de inwoner stopt.")}
    days = threats.days_until(kind, case.threat_date)
    if days is None:
        return None
    waits = [clock for clock in clocks if clock.runs and clock.rule.slug == "DL3"]
    if days < 0 and not waits:
        return None
    words = with_call(countdown(days, case.threat_date), waits[0] if waits else None)
    return {"colour": "danger" if waits else "warn", "words": words}


def threat_told(signal, kind):
    """The sentences about what threatens on a signal, named by `kind`: how long still, and what is due when."""
    clock = deadlines.pressing(signal) if signal.status in Signal.OPEN else None
    days = threats.days_until(signal.threat_kind, signal.threat_date)
    if days is None:
        told = f"{kind}, {said(signal.threat_date)}." if signal.threat_date else f"{kind}."
    else:
        told = f"{kind}. {countdown(days, signal.threat_date)}"
    if clock is None:
        return told
    due = _("Eerste gesprek uiterlijk %(day)s.") % {"day": date_format(clock.due_on, "D j F")}
    return with_call(f"{told} {due}", clock)


def with_call(words, clock):
    """What is said, and whom to call when it is high time."""
    if clock is None or clock.due_on > today():
        return words
    return _("%(countdown)s Bel je teamleider.") % {"countdown": words}


def countdown(days, told):
    """How many days are left until an eviction, and on which day it is."""
    if days < 0:
        return _("De ontruiming was op %(day)s.") % {"day": said(told)}
    if days == 0:
        return _("De ontruiming is vandaag.")
    words = ngettext("Ontruiming over %(n)d dag, op %(day)s.", "Ontruiming over %(n)d dagen, op %(day)s.", days)
    return words % {"n": days, "day": said(told)}


def said(told):
    """A stored day as people say it; what is no day as it stands."""
    day = threats.day_of(told)
    return told if day is None else date_format(day, "j F Y" if day.year != today().year else "j F")
