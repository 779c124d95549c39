"""Many signals from shops over one address in a day: somebody may be pestered, so the desk that reads them is told.

This runs apart from any sending: no reply, and not even how long it takes, shows whether an address is known here.
"""

from datetime import timedelta

from django.db import transaction
from django.db.models import Count, Q
from django.utils import timezone

from signalering.accounts.configuration import setting
from signalering.audit.actors import system
from signalering.audit.searches import first_key
from signalering.cases import notices
from signalering.cases.models import Notice, Signal
from signalering.cases.reporter_reads import SHOPS

WATCHER = system("bursts")
SETTING = "burst_signals_a_day"
DAY = timedelta(days=1)


def most():
    """From how many signals on it is a burst."""
    return int(setting(SETTING))


def of_shops(*, since, **where):
    """Whether a signal comes from a shop or courier, from a moment on; one team's are never counted with another's."""
    recent = Q(pk__gte=first_key(since), created_at__gte=since, reporter_kind__in=SHOPS, **where)
    return recent & ~Q(address_index="")


def from_shops(*, since, **where):
    """The signals of shops and couriers from a moment on."""
    return Signal.objects.filter(of_shops(since=since, **where))


def watch():
    """Tell the desks of every burst that they were not told of; how many bursts."""
    since = timezone.now() - DAY
    groups = from_shops(since=since).order_by().values_list("team", "address_index")
    return sum(
        tell(*found, since=since)
        for found in groups.annotate(n=Count("pk")).filter(n__gte=most()).values_list("team", "address_index")
    )


@transaction.atomic
def tell(team, address, *, since):
    """The desk hears of one burst, once while it lasts: code and link of the signal that made it one."""
    signals = list(from_shops(since=since, team=team, address_index=address).order_by("pk"))
    if len(signals) < most():
        return False
    signals[0].reread()  # another worker waits here
    told = Notice.objects.filter(pk__gte=first_key(since - DAY), kind="burst", about_id__in=[one.pk for one in signals])
    if told.exists():
        return False
    notices.tell_team("burst", signals[0].team, signals[most() - 1], by=WATCHER)
    return True


def near(signal):
    """Whether another signal may make a burst with this one; None when this one cannot be part of any."""
    if signal.reporter_kind not in SHOPS or not signal.address_index:
        return None
    where = {"team": signal.team_id, "address_index": signal.address_index}
    return of_shops(since=signal.created_at - DAY, created_at__lte=signal.created_at + DAY, **where)


def most_in_a_day(signal, moments, *, most):
    """How many of the signals that came at these moments lie in one day around this one, when that is a burst."""
    times = sorted(moments)
    days = (sum(first <= moment <= first + DAY for moment in times) for first in times if first <= signal.created_at)
    number = max(days, default=0)
    return number if number >= most else 0


def around(signal):
    """How many signals of shops over this address came to this team in the day around this one, when it is a burst."""
    about = near(signal)
    if about is None:
        return 0
    return most_in_a_day(signal, Signal.objects.filter(about).values_list("created_at", flat=True), most=most())
