"""Who looked at what: questions to the look table, answered in one line per request.

Times are aware datetimes; cursors are request ids (UUIDv7, so the newest request has the greatest id).
"""

import uuid
from dataclasses import dataclass

from django.db.models import Case, Count, Max, Q, Value, When

from signalering.audit.actors import ActorKind
from signalering.audit.models import Look

LINES = 25
OPENED, LISTED, SEARCHED = (Q(kind=kind) for kind in (Look.Kind.OPENED, Look.Kind.LISTED, Look.Kind.SEARCHED))
UNEXPLAINED = Q(origin_kind="", grant_id=None) & ~Q(actor_kind=ActorKind.SYSTEM)
REPORTING = ("report", "question")


@dataclass(frozen=True)
class Line:
    """Everything one person saw in one request, of one kind."""

    looks: tuple

    @property
    def first(self):
        """One look that speaks for all: they share the person, the moment and the page."""
        return self.looks[0]

    @property
    def unexplained(self):
        """Whether something was seen for which no reason was found."""
        return any(
            look.actor_kind != ActorKind.SYSTEM and not look.origin_kind and look.grant_id is None
            for look in self.looks
        )


@dataclass(frozen=True)
class Page:
    """Some lines, newest first, with the cursors to go on from; None at an end."""

    lines: list
    older: uuid.UUID | None
    newer: uuid.UUID | None

    @property
    def looks(self):
        """Every look on this page."""
        return [look for line in self.lines for look in line.looks]


def page_of(looks, *, before=None, after=None, size=LINES):
    """The newest `size` requests among some looks, older than `before` or newer than `after`, each whole."""
    requests = looks.filter(request_id__isnull=False).order_by().values_list("request_id", flat=True).distinct()
    if after is not None:
        requests = requests.filter(request_id__gt=after).order_by("request_id")
    elif before is not None:
        requests = requests.filter(request_id__lt=before).order_by("-request_id")
    else:
        requests = requests.order_by("-request_id")
    # one request more than is shown says whether there is more; it is the last in the order in which they were asked
    seen = list(looks.filter(request_id__in=requests[: size + 1]).order_by("-request_id", "id"))
    found = sorted({look.request_id for look in seen}, reverse=after is None)
    if after is not None and not found:
        return page_of(looks, size=size)
    more, shown = len(found) > size, sorted(found[:size], reverse=True)
    older, newer = (True, more) if after is not None else (more, before is not None)
    return Page(
        lines=lines_of(look for look in seen if look.request_id in shown),
        older=shown[-1] if shown and older else None,
        newer=shown[0] if shown and newer else None,
    )


def lines_of(looks):
    """One line for each request; what was listed and what was opened in it stand apart."""
    lines = {}
    for look in looks:
        lines.setdefault((look.request_id, look.kind, look.reporting), []).append(look)
    return [Line(tuple(seen)) for seen in lines.values()]


def of_person(person):
    """What one person saw."""
    return told_apart(Look.objects.filter(actor=person))


def under(roots, *, since, writers=()):
    """What anybody saw under some roots from a moment on; `writers` are people who reported there."""
    return told_apart(Look.objects.filter(root_id__in=roots, at__gte=since).select_related("actor"), writers)


def told_apart(looks, writers=()):
    """Looks that say whether somebody looked as a reporter, at a signal of their own."""
    as_reporter = Q(origin_kind__in=REPORTING) | (UNEXPLAINED & Q(actor__in=writers))
    return looks.annotate(reporting=Case(When(as_reporter, then=Value(True)), default=Value(False)))


def counted(looks):
    """How often each person opened, listed and found by searching, how often without a reason, and when last."""
    return (
        looks.order_by()
        .values("actor", "actor__name", "actor_kind", "system", "reporting")
        .annotate(
            opened=Count("request_id", filter=OPENED, distinct=True),
            listed=Count("request_id", filter=LISTED, distinct=True),
            searched=Count("request_id", filter=SEARCHED, distinct=True),
            unexplained=Count("request_id", filter=UNEXPLAINED, distinct=True),
            last=Max("at"),
        )
    )


def cursor(typed):
    """The request id that somebody's address names, or None when it names none."""
    try:
        return uuid.UUID(typed)
    except ValueError:
        return None
