"""How often somebody searched lately: what is counted are the traces themselves, so nobody evades the count."""

import uuid
from datetime import timedelta

from django.db.models import Count, Max, Q
from django.utils import timezone

from signalering.audit.models import Event, Look

HOUR = timedelta(hours=1)
RESIDENT, INVOLVEMENT, ADDRESS = "search_resident", "ask_involvement", "search_address"
TOO_OFTEN, NOT_TOLD = "too_often", "not_told"  # no searches of their own: a wait, and one more hit that was not told


def first_key(moment):
    """The lowest primary key of a moment: keys begin with the time at which they are minted."""
    return uuid.UUID(int=(int(moment.timestamp() * 1000) << 80) | (7 << 76) | (2 << 62))


def this_hour(person, *verbs):
    """The searches of some kinds that one person did in the past hour."""
    since = timezone.now() - HOUR
    return Event.objects.filter(actor=person, verb__in=verbs, pk__gte=first_key(since), at__gte=since).order_by()


def beside_others(person, what, record):
    """Beside how many other records one person was told the same in the past hour: a query of one row, or none."""
    looks = Look.objects.filter(actor=person, label=what, request_id__gte=first_key(timezone.now() - HOUR))
    looks = looks.exclude(record_id=record.pk).order_by().values("actor")
    return looks.annotate(number=Count("record_id", distinct=True)).values("number")


def counted(since):
    """How often each person searched since a moment, in vain, and how often they had to wait; most in vain first."""
    searched = Event.objects.filter(verb__in=(RESIDENT, INVOLVEMENT, ADDRESS), pk__gte=first_key(since)).order_by()
    searched, waited = searched.exclude(reason=NOT_TOLD), Q(reason=TOO_OFTEN)
    return (
        searched.values("actor", "actor__name")
        .annotate(
            searched=Count("pk", filter=~waited),
            missed=Count("pk", filter=~waited & ~Q(result=Event.Result.DONE)),
            waited=Count("pk", filter=waited),
            last=Max("at"),
        )
        .order_by("-missed", "-waited", "-searched", "actor__name")
    )
