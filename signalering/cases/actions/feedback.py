"""What the reporter hears back: a closed code with its fixed sentence, never content."""

from django.db import transaction
from django.utils import timezone

from signalering.accounts.configuration import days
from signalering.accounts.grants import end, reported
from signalering.audit.actors import system
from signalering.cases import deadlines, notices
from signalering.cases.models import Deadline, Signal
from signalering.cases.reporter_reads import hears_more
from signalering.cases.working_days import today

CHASER = system("overdue_feedback")
AT_ONCE = 50


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


def chase_overdue():
    """Remind the team of signals whose reporter waits too long for word; the number of reminders."""
    late = Deadline.objects.running().filter(rule__slug="DL13", due_on__lt=today(), warned_at=None)
    done = 0
    for deadline in late.order_by("due_on")[:AT_ONCE]:
        with transaction.atomic():
            deadline.reread()
            if deadline.warned_at is not None or deadline.ended_at is not None:
                continue  # another worker was first
            signal = Signal.objects.select_related("team").get(pk=deadline.about_id)
            notices.tell_team("feedback_overdue", signal.team, signal, by=CHASER)
            deadline.change(by=CHASER, reason="overdue", warned_at=timezone.now())
            done += 1
    return done
