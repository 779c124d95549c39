"""The order of the work queue, and how one goes on in it from a signal."""

from django.db.models import Count, F, Min, Q

from signalering.cases.models import Signal

COUNTED = 1000
FIRST_DUE = (F("next_due").asc(nulls_last=True), "id")
LAST_DUE = (F("next_due").desc(nulls_first=True), "-id")


def queue_of(person):
    """What the desks of this person still have to decide."""
    mine = Signal.objects.open().visible_to(person, "triage").filter(team__in=person.teams)
    return mine.select_related("area", "team").order_by(*FIRST_DUE)


def part(queue, *, before, after, size):
    """The signals behind `before` or, in their own order, those in front of `after`."""
    if after is not None:
        return list(queue.filter(in_front_of(after)).order_by(*LAST_DUE)[:size])[::-1]
    return list((queue if before is None else queue.filter(behind(before)))[:size])


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
    return queue[: COUNTED + 1].aggregate(number=Count("pk"), oldest=Min("created_at"))
