"""A resident who asked for help with debts is spoken to within the term of the law, unless nobody can or may."""

from signalering.cases import deadlines
from signalering.cases.models import Signal

CLOCK = "DL1"
WITHOUT = ("no_help_wanted", "no_contact")  # what may be recorded instead of a first conversation
REFUSED = {"resident_declines": "no_help_wanted"}  # how triage says the same of a signal


def is_asked(theme, consent_answer):
    """Whether a signal hands on that the resident wants help with money or rent."""
    return theme == Signal.Theme.MONEY_OR_RENT and consent_answer == "yes_wants_help"


def end_without(record, reason, *, by):
    """A refusal or no contact is recorded: the term ends for that reason, and not only because its record does."""
    if reason in WITHOUT:
        deadlines.stop(record, CLOCK, by=by, reason=reason)


def ended_by_closing(case):
    """The term that ended because a closed case was closed with a refusal or no contact, or None."""
    clock = deadlines.of_slug(CLOCK, case)
    closed_at = case.last_move().history_date
    return clock if clock is not None and clock.ended_by in WITHOUT and clock.ended_at >= closed_at else None
