"""The due rows of the product, as this command looks at them: the one place that knows how the clock keeps them."""

from django.utils import timezone

from config.clockwork import KINDS
from faults import TEXT
from signalering.cases import notices
from signalering.cases.actions import calls
from signalering.cases.models import AlertCall, Notice
from signalering.clock.models import Lease


def due():
    """How many rows of any kind should have been done by now and were not."""
    return sum(kind.waiting().count() for kind in KINDS)


def leases():
    """How many rows are held: none when nothing is being done. What a dead worker held holds nothing after its time."""
    return Lease.objects.rows().held().count()


def rows():
    """Every row that was ever due: the key of its effect, when it was made and due, and whether it is done."""
    return [*mails(timezone.now()), *texts()]


def texts():
    """The text messages: one for each call of somebody whose number is on the rota."""
    return [
        {
            "key": TEXT + calls.key_of(call),
            "to": str(call.to_id),
            "kind": "text",
            "made": call.due_at.timestamp(),
            "done": call.sent_at is not None,
        }
        for call in AlertCall.objects.exclude(shift=None)
    ]


def mails(now):
    """The mails that are not gathered for a morning."""
    return [
        {
            "key": notices.mail(notice).extra_headers["X-Effect-Key"],
            "to": notice.to.email,
            "kind": notice.kind,
            "made": max(notice.created_at, notice.due_at).timestamp(),
            "done": notice.sent_at is not None,
        }
        for notice in Notice.objects.urgent().filter(due_at__lte=now).select_related("to")
    ]


def told_about(*kinds):
    """How many rows there are of these kinds, done or not."""
    return Notice.objects.filter(kind__in=kinds).count()
