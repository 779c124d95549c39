"""What a director records about the terms of a case: that what had to happen happened, or why it was late."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from signalering.accounts.access import allow
from signalering.cases import deadlines
from signalering.cases.actions.casework import once
from signalering.cases.actions.lateness import answered_for, explain
from signalering.cases.actions.triage import refresh_next_due
from signalering.cases.models import Note

MET_BY_HAND = ("DL6", "DL8", "DL16")  # asked afterwards, help of the team itself started, the resident was informed
UNSAFE = "safety"


@transaction.atomic
def record_met(case, *, by, term, unsafe=False):
    """The director says that something happened which no other page records; or that informing is not safe."""
    case.reread()
    allow(by, "change", case)
    deadline = deadlines.of_slug(term, case) if term in MET_BY_HAND else None
    if deadline is None:
        raise ValidationError(_("Deze termijn loopt hier niet."))
    if deadline.runs:
        deadlines.end(deadline, by=by, reason=UNSAFE if unsafe else deadlines.MET)
        refresh_next_due(case, by=by)
    return deadline


def help_started(case, *, by):
    """Help really began for the resident of a case; what was promised after the call back is kept."""
    deadlines.meet(case, "DL8", by=by)
    refresh_next_due(case, by=by)


@transaction.atomic
def say_why_late(case, *, by, form_key, term, reason, words=""):
    """The director says why the clock `term` came too late; own words become a note of the case."""
    case.reread()
    allow(by, "change", case)
    clock = explain(answered_for(case, by=by), term, by=by, reason=reason)
    if words and once(case.notes, by=by, form_key=form_key, words=words) is None:
        Note(case=case, author=by, form_key=form_key, words=words).save_as(by, "case_work", verb="write_note")
    return clock
