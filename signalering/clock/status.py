"""How the work stands: what waits and for how long, what is held, what was given up, what was last done."""

from dataclasses import dataclass
from datetime import date, datetime, time

from django.db import transaction
from django.db.models import Count, Exists, Min, OuterRef, Q
from django.db.models.functions import Now
from django.utils import timezone

from signalering.audit.record import note
from signalering.clock.kinds import Kind
from signalering.clock.models import ROUND, Lease

SHOWN_AT_MOST = 100


@dataclass(frozen=True)
class Line:
    """One kind or round: numbers and moments, and nothing about anybody."""

    name: str
    label: str
    rows: bool
    waiting: int
    oldest: datetime | None
    held: int
    put_off: int
    stopped: int
    done_at: datetime | None
    error: str

    @property
    def waits(self):
        """How long the oldest row has been waiting (timedelta), or None."""
        return timezone.now() - self.oldest if self.oldest else None


def status(turns):
    """A line for each kind and round, in a number of statements that depends on the kinds alone."""
    numbers = Lease.objects.rows().order_by().values("kind")
    numbers = {
        row["kind"]: row
        for row in numbers.annotate(
            held=Count("pk", filter=Q(until__gt=Now())),
            put_off=Count("pk", filter=Q(not_before__gt=Now(), stopped_at=None)),
            stopped=Count("pk", filter=Q(stopped_at__isnull=False)),
        )
    }
    wholes = {lease.kind: lease for lease in Lease.objects.filter(row=ROUND)}
    return [line(turn, numbers.get(turn.name, {}), wholes.get(turn.name)) for turn in turns]


def line(turn, numbers, whole):
    """How one kind or round stands."""
    known = {
        "name": turn.name,
        "label": turn.label or turn.name,
        "put_off": numbers.get("put_off", 0),
        "stopped": numbers.get("stopped", 0),
        "done_at": whole and whole.done_at,
    }
    if not isinstance(turn, Kind):
        held = int(whole is not None and whole.until is not None and whole.until > timezone.now())
        return Line(rows=False, waiting=0, oldest=None, held=held, error=whole.error if whole else "", **known)
    stopped = Lease.objects.stopped().filter(kind=turn.name, row=OuterRef("pk"))
    due = turn.waiting().order_by().exclude(Exists(stopped)).aggregate(n=Count("pk"), oldest=Min(turn.since))
    known |= {"held": numbers.get("held", 0), "oldest": moment(due["oldest"])}
    return Line(rows=True, waiting=due["n"], error="", **known)


def moment(since):
    """A day as the moment at which it begins."""
    if isinstance(since, date) and not isinstance(since, datetime):
        return timezone.make_aware(datetime.combine(since, time.min))
    return since


def stopped():
    """The rows that were given up, the longest ago first."""
    return Lease.objects.rows().stopped().order_by("kind", "stopped_at", "pk")[:SHOWN_AT_MOST]


@transaction.atomic
def try_again(lease, *, by):
    """Somebody says that a row that was given up may be tried again; whether it still was."""
    there = Lease.objects.rows().stopped().filter(pk=lease)
    kind = there.values_list("kind", flat=True).first()
    if kind is None or not there.delete()[0]:
        return False
    note("try_again", by=by, reason=kind)
    return True
