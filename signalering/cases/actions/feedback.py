"""What the reporter hears back: a closed code with its fixed sentence, never content."""

from django.db import transaction
from django.utils import timezone

from signalering.accounts.configuration import days
from signalering.accounts.grants import end, reported
from signalering.cases import deadlines, notices
from signalering.cases.reporter_reads import hears_more


def hears_later(signal):
    """Whether this reporter may hear more than that the signal came in."""
    return hears_more(signal.reporter_kind, signal.consent_answer) and not has_left(signal)


def has_left(signal):
    """Whether its writer was not active any more when it came in."""
    return signal.came_by_phone is not None and signal.came_by_phone.kept_apart


@transaction.atomic
def give_feedback(signal, code, *, by):
    """The reporter may read one word more, and gets a mail with a link."""
    if code == "done":
        end(
            signal,
            to=signal.writer,
            origin=reported(signal),
            by=by,
            reason="done",
            at=timezone.now() + days("follow_days"),
        )
    deadlines.meet(signal, "DL13", by=by)
    if not hears_later(signal) or signal.feedback_code == code:
        return
    signal.change(by=by, reason=code, verb="give_feedback", feedback_code=code)
    notices.tell(code, signal.writer, signal, by=by)
