"""The due rows of the product, as this command looks at them: the one place that knows how the clock keeps them."""

from django.utils import timezone

from signalering.cases import notices
from signalering.cases.models import Notice
from signalering.clock.models import Lease


def due():
    """The rows that should have been done by now and were not."""
    return notices.due()


def leases():
    """How many leases stand on rows: nobody holds one when nothing is being done."""
    return Lease.objects.rows().filter(holder__isnull=False).count()


def rows():
    """Every row that was ever due: the key of its effect, when it was made and due, and whether it is done."""
    now = timezone.now()
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
