"""Why something was late: whoever answers for a record says so, in a word from a list."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from signalering.accounts.access import allow
from signalering.cases import deadlines
from signalering.cases.meldcode import bound


def answered_for(case, *, by):
    """The records of whose clocks somebody who works on a case says why they were late."""
    return [case, *(case.meldcodes.all() if bound(by, case.team) else ())]


def explain(records, clock, *, by, reason):
    """Say why one clock of these records was late; saying the same once more changes nothing."""
    clock = next((late for late in deadlines.late(*records) if late == clock), None)
    if clock is None:
        raise ValidationError(_("Deze termijn is niet te laat."))
    if clock.late_reason not in ("", reason):
        raise ValidationError(_("Van deze termijn is al gezegd waarom hij te laat was."))
    if not clock.late_reason:
        clock.change(by=by, reason=reason, verb="say_why_late", late_reason=reason)
    return clock


def explain_all(records, *, by, reason):
    """Say of everything that was late, and of which nobody said so yet, why that was."""
    for clock in deadlines.unexplained(*records):
        clock.change(by=by, reason=reason, verb="say_why_late", late_reason=reason)


@transaction.atomic
def say_why_late(record, *, by, word, term, reason, words=""):
    """Whoever holds this word on a signal or a referral says why its clock `term` was late; own words stay sealed."""
    record.reread()
    allow(by, word, record)
    clock = explain([record], term, by=by, reason=reason)
    before = record.late_words  # of another term that was late as well: those words stay
    if words and words not in before:
        told = f"{before}\n\n{words}" if before else words
        record.change(by=by, reason=reason, verb="say_why_late", late_words=told)
    return clock
