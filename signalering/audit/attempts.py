"""What somebody tried and was refused: who, when and what, never what it would have shown."""

import uuid
from dataclasses import dataclass

from signalering.audit.models import Event

LINES = 25


@dataclass(frozen=True)
class Page:
    """Some refused attempts, newest first, with the cursors to go on from; None at an end."""

    lines: list
    older: uuid.UUID | None
    newer: uuid.UUID | None


def of_person(person):
    """What one person was refused."""
    return Event.objects.filter(actor=person, result=Event.Result.REFUSED)


def under(roots, *, since):
    """What anybody was refused under some roots from a moment on."""
    refused = Event.objects.filter(root_id__in=roots, result=Event.Result.REFUSED, at__gte=since)
    return refused.select_related("actor")


def page_of(attempts, *, before=None, after=None, size=LINES):
    """The newest `size` attempts, older than `before` or newer than `after` (ids of events)."""
    if after is not None:
        found = list(attempts.filter(pk__gt=after).order_by("pk")[: size + 1])
        if not found:
            return page_of(attempts, size=size)
    else:
        older = attempts if before is None else attempts.filter(pk__lt=before)
        found = list(older.order_by("-pk")[: size + 1])
    more, shown = len(found) > size, sorted(found[:size], key=lambda event: event.pk, reverse=True)
    older, newer = (True, more) if after is not None else (more, before is not None)
    return Page(
        lines=shown,
        older=shown[-1].pk if shown and older else None,
        newer=shown[0].pk if shown and newer else None,
    )
