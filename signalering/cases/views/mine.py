"""The order of one's own cases: open ones first, then the closed, newest first in both."""

from django.db.models import Q

OPEN_FIRST = ("-status", "-id")  # "open" stands behind "closed" in the alphabet
CLOSED_LAST = ("status", "id")


def part(cases, *, before, after, size):
    """The cases behind `before` or, in their own order, those in front of `after`."""
    if after is not None:
        sooner = Q(status__gt=after.status) | Q(status=after.status, id__gt=after.pk)
        return list(cases.filter(sooner).order_by(*CLOSED_LAST)[:size])[::-1]
    if before is not None:
        cases = cases.filter(Q(status__lt=before.status) | Q(status=before.status, id__lt=before.pk))
    return list(cases.order_by(*OPEN_FIRST)[:size])
