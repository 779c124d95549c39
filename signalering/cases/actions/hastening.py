"""What others were asked about a case is answered no later than what threatens on it."""

from signalering.cases import deadlines, notices
from signalering.cases.actions.standing_in import tell_director
from signalering.cases.models import Deadline
from signalering.cases.working_days import add_working_days, today

SOONER = "answer_sooner"


def threat_day(case):
    """The last day that what threatens on a case leaves for an answer; None when nothing threatens."""
    clock = deadlines.pressing(case)
    return None if clock is None else clock.due_on


def not_before_tomorrow(day):
    """The day itself, or the next working day when it lies before that: the day on which a term starts never counts."""
    return max(day, add_working_days(today(), 1))


def hasten_answers(case, *, by):
    """A threat began or came nearer: referrals that lie with a receiver want an answer by then, and never later."""
    day = threat_day(case)
    if day is None:
        return
    day = not_before_tomorrow(day)
    asked = Deadline.objects.running().filter(about_id__in=case.referrals.values("pk"), rule__slug="DL10")
    late = {clock.about_id: clock for clock in asked.filter(due_on__gt=day).select_related("rule")}
    for referral in case.referrals.filter(pk__in=late).order_by("pk") if late else ():
        hasten(referral, late[referral.pk], day, by=by)


def hasten(referral, clock, day, *, by):
    """One referral wants its answer sooner; its desk and who sent it hear so."""
    referral.reread()  # first the referral, then its clock: the order in which an answer holds them
    clock.reread()
    if clock.runs and clock.due_on > day:
        answer_by(referral, clock, day, by=by, reason="threat_set")
        notices.tell_team(SOONER, referral.receiving_team, referral, by=by, cause=clock)
        tell_director(SOONER, referral.case, referral, by=by, cause=clock)


def answer_by(referral, clock, day, *, by, reason):
    """The answer is due on another day: the referral says so, and its clock tells it anew."""
    referral.change(by=by, reason=reason, verb="set_answer_due", answer_due=day)
    deadlines.move(clock, day, by=by, reason=reason)
