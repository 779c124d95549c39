"""The promise that a team reads a signal: who opens it leaves a trace with the page, and with that trace it is kept.

The trace is written before the first byte of the page leaves, like every trace. What follows from it, that the term is
met, the clock works out a moment later, or sooner whoever decides on the signal.
"""

from django.db import transaction
from django.db.models import OuterRef, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from signalering.audit.models import Event
from signalering.audit.record import note_later
from signalering.cases import deadlines
from signalering.cases.models import Signal
from signalering.clock.kinds import Kind

TERM, VERB = "DL23", "open_first"


def traces(signal):
    """What was left when somebody of the desk opened a signal, the first in front."""
    return Event.objects.filter(root_id=signal, verb=VERB).order_by("id")


def opens(signal, *, by):
    """Somebody of the desk opens a signal that nobody read yet."""
    note_later(VERB, signal, by=by, reason="first_reading", purpose=signal.purpose)


@transaction.atomic
def first_reading(signal, *, by, at=None):
    """Somebody of the desk read a signal for the first time, now or at a moment: the promise to read it is kept."""
    signal.reread()
    if signal.first_opened_at is not None or signal.is_triaged:
        return
    at = at or timezone.now()
    deadlines.meet(signal, TERM, by=by, at=at)
    signal.change(
        by=by,
        reason="first_reading",
        verb="read_first",
        first_opened_at=at,
        next_due=deadlines.next_due(signal),
    )


def settle(signal):
    """Keep the promise for a signal that somebody opened."""
    if signal.first_opened_at is not None:
        return
    opened = traces(signal.pk).select_related("actor").first()
    if opened is not None:
        first_reading(signal, by=opened.actor, at=opened.at)


def waiting():
    """The signals that were opened and are not known as read."""
    unread = Signal.objects.open().unopened().filter(first_opened_at=None)
    opened = Subquery(traces(OuterRef("pk")).values("at")[:1])
    return unread.annotate(opened_at=opened).filter(opened_at__isnull=False).order_by("opened_at", "pk")


KIND = Kind("readings", waiting, settle, label=_("Gelezen signalen"), since="opened_at")
