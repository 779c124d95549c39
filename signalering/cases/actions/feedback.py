"""What the reporter hears back: a closed code with its fixed sentence, never content."""

from django.db import transaction
from django.utils import timezone

from signalering.accounts.configuration import days
from signalering.accounts.grants import give, reported
from signalering.cases import deadlines, notices
from signalering.cases.reporter_reads import hears_more


def hears_later(signal):
    """Whether this reporter may hear more than that the signal came in."""
    return hears_more(signal.reporter_kind, signal.consent_answer) and not has_left(signal)


def has_left(signal):
    """Whether its writer was not active any more when it came in."""
    return signal.came_by_phone is not None and signal.came_by_phone.kept_apart


def let_follow(signal, *, by, reason, until=None):
    """Its writer may follow a signal until a moment, or for as long as it is worked on; also when that had ended."""
    if not has_left(signal):
        given = {"by": by, "reason": reason, "purpose": signal.purpose, "ends_at": until}
        give(signal, "follow", to=signal.writer, origin=reported(signal), place=place_of_writer(signal), **given)


def place_of_writer(signal):
    """The place from which a signal was reported; what its writer may do with it belongs there."""
    origin = reported(signal)
    given = signal.person_grants.filter(user=signal.writer, origin_kind=origin.kind, origin_id=origin.id)
    grant = given.select_related("membership").first()
    then = signal.writer.memberships.filter(function=signal.reporter_kind, starts_at__lte=signal.created_at)
    return (grant and grant.membership) or then.order_by("-starts_at").first()  # what ended long ago was cleared away


@transaction.atomic
def give_feedback(signal, code, *, by):
    """The reporter may read one word more, and gets a mail with a link."""
    if code == "done":
        let_follow(signal, by=by, reason="done", until=timezone.now() + days("follow_days"))
    deadlines.meet(signal, "DL13", by=by)
    if not hears_later(signal) or signal.feedback_code == code:
        return
    signal.change(by=by, reason=code, verb="give_feedback", feedback_code=code)
    notices.tell(code, signal.writer, signal, by=by)
