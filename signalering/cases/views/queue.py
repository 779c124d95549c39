"""The order of the work queue, and how one goes on in it from a signal."""

from django.db.models import Count, F, Min, Q

from signalering.accounts.access import all_of, in_parts
from signalering.cases.models import Signal

COUNTED = 1000
FIRST_DUE = (F("next_due").asc(nulls_last=True), "id")
LAST_DUE = (F("next_due").desc(nulls_first=True), "-id")


def queue_of(person):
    """What the desks of this person still have to decide."""
    mine = Signal.objects.open().unopened().visible_to(person, "triage").filter(team__in=person.teams)
    return mine.select_related("area", "team", "arrival").order_by(*FIRST_DUE)


def part(queue, teams, *, before, after, size):
    """The signals behind `before` or, in their own order, those in front of `after`; `teams` are all whose it is."""
    if after is not None:
        return firsts(queue.filter(in_front_of(after)), teams, LAST_DUE, size)[::-1]
    return firsts(queue if before is None else queue.filter(behind(before)), teams, FIRST_DUE, size)


def firsts(queue, teams, order, size):
    """The first signals of a queue; of several teams from what is first of each, so that nothing more is sorted."""
    if len(teams) > 1 and in_parts():
        each = [queue.filter(team=team).order_by(*order).values_list("pk", flat=True)[:size] for team in teams]
        queue = queue.filter(pk__in=list(all_of(each)))
    return list(queue.order_by(*order)[:size])


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


def measure(queue):
    """How many signals wait, at most one more than is counted, and since when the oldest does."""
    return queue.order_by()[: COUNTED + 1].aggregate(number=Count("pk"), oldest=Min("created_at"))
