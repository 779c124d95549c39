"""On which days somebody must hear of a deadline: before, on and after its last day, as its rule says."""

from datetime import datetime, time

from django.utils import timezone

from signalering.cases.due_days import days_before
from signalering.cases.models import Deadline
from signalering.cases.working_days import add_working_days, is_working

Step = Deadline.Step
ORDER = {step: place for place, step in enumerate((Step.NONE, Step.BEFORE, Step.ON, Step.AFTER))}


def first_moment(deadline):
    """When the first step of a new clock is, or None when nobody needs to hear of it."""
    return next_moment(deadline)


def next_moment(deadline, *, after=None):
    """When the next step is that was not told yet; with `after` only behind that day, else perhaps long ago."""
    ahead = [day for step, day in days_of(deadline) if ORDER[step] > ORDER[deadline.step]]
    if deadline.step == Step.AFTER and deadline.rule.ladder.get(Step.AFTER, {}).get("again"):
        ahead = [add_working_days(max(deadline.told_on, after or deadline.told_on), 1)]
    ahead = [day for day in ahead if after is None or day > after]
    return begin_of(min(ahead)) if ahead else None


def days_of(deadline):
    """The steps of a deadline, each with its first day."""
    ladder, due = deadline.rule.ladder, deadline.due_on
    if before := ladder.get(Step.BEFORE):
        yield Step.BEFORE, days_before(due, before["lead"], before["unit"])
    if Step.ON in ladder:
        yield Step.ON, due
    if Step.AFTER in ladder:
        yield Step.AFTER, add_working_days(due, 1)


def step_to_tell(deadline, day):
    """The step that must be told on a day and was not told yet; None when there is none. Missed steps are not told."""
    reached = [step for step, first in days_of(deadline) if first <= day]
    if not reached:
        return None
    step = reached[-1]
    if step == Step.AFTER and deadline.step == Step.AFTER:
        again = deadline.rule.ladder[step].get("again") and deadline.told_on < day and is_working(day)
        return step if again else None
    if (step == Step.ON and day > deadline.due_on) or ORDER[step] <= ORDER[deadline.step]:
        return None
    return step


def begin_of(day):
    """The first moment of a day."""
    return timezone.make_aware(datetime.combine(day, time.min))
