"""The orders of the work queue, and how one goes on in it from a signal."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Count, F, Min, Q

from signalering.accounts.access import all_of, in_parts
from signalering.cases import deadlines
from signalering.cases.midnight import begin_of
from signalering.cases.models import DeskView, Signal
from signalering.cases.working_days import DAY, sub_working_days, today

COUNTED = 1000


@dataclass(frozen=True)
class Order:
    """One order of the queue: there, back, and what lies on both sides of a signal in it."""

    there: tuple
    back: tuple
    behind: Callable
    in_front_of: Callable


def behind(signal):
    """What is due later than this signal; what has no day comes last."""
    if signal.next_due is None:
        return Q(next_due=None, id__gt=signal.pk)
    later = Q(next_due__gt=signal.next_due) | Q(next_due=None)
    return later | Q(next_due=signal.next_due, id__gt=signal.pk)


def in_front_of(signal):
    """What is due sooner than this signal."""
    if signal.next_due is None:
        return Q(next_due__isnull=False) | Q(next_due=None, id__lt=signal.pk)
    return Q(next_due__lt=signal.next_due) | Q(next_due=signal.next_due, id__lt=signal.pk)


def younger(signal):
    """What came in after this signal."""
    return Q(id__gt=signal.pk)


def older(signal):
    """What came in before this signal."""
    return Q(id__lt=signal.pk)


FIRST_DUE = Order(
    (F("next_due").asc(nulls_last=True), "id"), (F("next_due").desc(nulls_first=True), "-id"), behind, in_front_of
)
ORDERS = {
    DeskView.Order.FIRST_DUE: FIRST_DUE,
    DeskView.Order.OLDEST: Order(("id",), ("-id",), younger, older),
    DeskView.Order.NEWEST: Order(("-id",), ("id",), older, younger),
}


def queue_of(person):
    """What the desks of this person still have to decide."""
    mine = Signal.objects.open().unopened().visible_to(person, "triage").filter(team__in=person.teams)
    return mine.select_related("area", "team", "arrival", "taken_by").order_by(*FIRST_DUE.there)


def narrowed(queue, view):
    """The queue as somebody wants to see it."""
    wanted = {"theme": view.theme, "area": view.area, "team": view.team, "status": view.status}
    queue = queue.filter(**{name: value for name, value in wanted.items() if value})
    if view.older_than:
        queue = queue.filter(created_at__lt=begin_of(sub_working_days(today() + DAY, view.older_than + 1)))
    if view.late:
        queue = queue.filter(next_due__lt=today())
    if view.mine:
        queue = queue.filter(taken_by=view.person, taken_at__gt=view.taken_since)
    return queue


def part(queue, teams, order=FIRST_DUE, *, before, after, size):
    """The signals behind `before` or, in their own order, those in front of `after`; `teams` are all whose it is."""
    if after is not None:
        return firsts(queue.filter(order.in_front_of(after)), teams, order.back, size)[::-1]
    return firsts(queue if before is None else queue.filter(order.behind(before)), teams, order.there, size)


def firsts(queue, teams, order, size):
    """The first signals of a queue; of several teams from what is first of each, so that nothing more is sorted."""
    if len(teams) > 1 and in_parts():
        each = [queue.filter(team=team).order_by(*order).values_list("pk", flat=True)[:size] for team in teams]
        queue = queue.filter(pk__in=all_of(each))
    return list(deadlines.with_first_clock(queue).order_by(*order)[:size])


def measure(queue):
    """How many signals wait, at most one more than is counted, and since when the oldest does."""
    return queue.order_by()[: COUNTED + 1].aggregate(number=Count("pk"), oldest=Min("created_at"))
