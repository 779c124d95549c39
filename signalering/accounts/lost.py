"""Who took a record away from somebody who had it open: told only of what that person held, and saw, a moment ago."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from signalering.accounts.access import NOTHING, guarded, tables
from signalering.audit.models import Look
from signalering.audit.searches import first_key

LATELY = timedelta(days=1)  # no session, and so no form, is older


def taken_in(person, model, record):
    """The change that ended what this person, or a desk of theirs, held on a record since they opened it, or None.

    A record that does not exist costs the same questions as one that is hidden.
    """
    if not guarded(model):
        return None
    key = record.pk if record is not None else NOTHING
    opened, (people, teams) = opened_in(person, key), tables(model)
    ended = [*endings(people, key, opened, user=person), *endings(teams, key, opened, group__in=person.desks)]
    return max(ended, key=lambda row: row.history_id, default=None)


def opened_in(person, key):
    """The request in which somebody opened a record last, or one that begins now."""
    now = timezone.now()
    looks = Look.objects.filter(actor=person, record_id=key, kind=Look.Kind.OPENED)
    lately = looks.filter(request_id__gte=first_key(now - LATELY)).order_by("-request_id")
    return lately.values_list("request_id", flat=True).first() or first_key(now)


def endings(table, key, opened, **holder):
    """How grants on a record ended that were there in the request that opened it: keys follow the clock."""
    rows = table.history.filter(history_id__gt=opened, id__lt=opened, content_object_id=key, **holder)
    over = Q(history_type="-") | Q(ends_at__lte=timezone.now())
    return rows.filter(over, history_user__isnull=False).select_related("history_user")
