"""Do what is due, once: a worker takes rows for some seconds, does each, and records it together with its lease."""

import logging
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db import InterfaceError, OperationalError, transaction
from django.db.models import Exists, F, OuterRef
from django.db.models.functions import Now

from signalering.clock.alone import lived_through
from signalering.clock.heart import Heart, lock
from signalering.clock.models import ROUND, Lease

log = logging.getLogger(__name__)
MOST_BATCHES = 20  # a long queue is not one long sweep: other kinds have their turn
FIRST_PAUSE = timedelta(seconds=10)
AWAY = (OperationalError, InterfaceError)
DIED = "ProcessDied"  # what stands where else the kind of an error does: a process ended while it was busy with a row


class TryLater(Exception):
    """It cannot be done now, and that is no fault of the row: the mail server is away."""

    def __init__(self, pause):
        super().__init__(pause)
        self.pause = pause


class LeaseLost(Exception):
    """Another worker has the row by now: what this one did is not recorded."""


def never():
    """Nobody asked this worker to stop."""
    return False


@dataclass(frozen=True)
class Kind:
    """One kind of rows that become due.

    `waiting()` gives the rows that are due now, oldest first, and does not slice them. `do(row)` records that the row
    was done, in one transaction with the end of its lease, and is safe to do again. `send(row)` comes before it,
    outside any transaction: what leaves the house. `since` names the column that says since when a row waits.
    """

    name: str
    waiting: Callable
    do: Callable
    label: str = ""
    send: Callable | None = None
    at_once: int = 50
    since: str = "created_at"

    def sweep(self, stop=never):
        """Do what is due; how many were done."""
        return sweep(self, stop)


def sweep(kind, stop=never):
    """Do the rows of a kind that are due and that nobody holds; how many were done."""
    done = 0
    for _ in range(MOST_BATCHES):
        now_done = batch(kind, stop)
        done += now_done
        if now_done < kind.at_once or stop():
            break
    if done:
        whole(kind.name).update(done_at=Now())
    return done


def batch(kind, stop):
    """Take some rows, do each, and let go of what was not begun."""
    holder = uuid.uuid4()
    rows, suspects = claim(kind, holder)
    if not rows and not suspects:
        return 0
    try:
        done = sum(alone(kind, row, holder) for row in suspects if not stop())
        with Heart(holder):
            return done + sum(one(kind, row, holder) for row in rows if not stop())
    finally:
        Lease.objects.filter(holder=holder).update(holder=None, until=None)


def claim(kind, holder):
    """Take rows that are due for some seconds, so that no other worker does them too; and those under suspicion."""
    taken = Lease.objects.taken().filter(kind=kind.name, row=OuterRef("pk"))
    keys = sorted(kind.waiting().exclude(Exists(taken)).values_list("pk", flat=True)[: kind.at_once])
    if not keys:
        return [], []  # nothing was written: an idle worker holds up nobody
    with transaction.atomic():
        fresh = [Lease(kind=kind.name, row=key) for key in keys]
        Lease.objects.bulk_create(fresh, ignore_conflicts=True)
        notes = {note.row: note for note in lock(Lease.objects.free().filter(kind=kind.name, row__in=keys))}
        rows = list(kind.waiting().filter(pk__in=list(notes)))  # read again: another worker may have done it meanwhile
        leases = Lease.objects.filter(kind=kind.name)
        leases.filter(row__in=notes.keys() - {row.pk for row in rows}).delete()
        for row in [row for row in rows if notes[row.pk].tries >= settings.CLOCK_DEATHS]:
            give_up(kind, row, leases.filter(row=row.pk), DIED, notes[row.pk].tries)
            rows.remove(row)
        orphans = [row.pk for row in rows if notes[row.pk].holder and notes[row.pk].tries]
        if orphans:  # who held them never let go
            leases.filter(row__in=orphans).update(error=DIED)
        leases.filter(row__in=[row.pk for row in rows]).update(holder=holder, until=Now() + settings.CLOCK_LEASE)
    suspects = [row for row in rows if under_suspicion(notes[row.pk])]
    return [row for row in rows if row not in suspects], suspects


def under_suspicion(note):
    """Whether a row's next try would be its last, and a process ended that was busy with it."""
    died = note.error == DIED or note.holder is not None
    return died and note.tries >= settings.CLOCK_TRIES - 1


def alone(kind, row, holder):
    """Do one row in a process of its own, and give it up when it ends that; whether it is done now."""

    def deed():
        with Heart(holder):
            one(kind, row, holder)

    lived = lived_through(deed, AWAY)
    left = Lease.objects.filter(kind=kind.name, row=row.pk)
    tries = left.filter(holder=holder).values_list("tries", flat=True).first() or 0
    if not lived and tries >= settings.CLOCK_TRIES:  # else it ended before the row was begun
        give_up(kind, row, left.filter(holder=holder), DIED, tries)
    return not left.exists()


def one(kind, row, holder):
    """Do one row that was taken; whether it is done now."""
    mine = Lease.objects.filter(kind=kind.name, row=row.pk, holder=holder)
    # a try counts when it begins: a row that ends its process is not tried for ever, and its neighbours are not blamed
    if not mine.held().update(tries=F("tries") + 1, until=Now() + settings.CLOCK_LEASE):
        return False
    try:
        if kind.send is not None:
            kind.send(row)
        with transaction.atomic():
            if not mine.delete()[0]:
                raise LeaseLost
            kind.do(row)
        return True
    except LeaseLost:
        log.warning("%s %s: another worker took it over, nothing was recorded", kind.name, row.pk)
    except TryLater as later:
        put_off(mine, later.pause, error_name(later.__cause__ or later))
    except AWAY as error:
        put_off(mine, FIRST_PAUSE, error_name(error))
        raise
    except Exception as error:
        failed(kind, row, mine, error)
    return False


def put_off(mine, pause, error):
    """The row is tried again after a pause, and this try does not count."""
    mine.update(holder=None, until=None, tries=0, not_before=Now() + pause, error=error)


def failed(kind, row, mine, error):
    """The try counts: after a pause comes the next, and after the last nobody tries any more."""
    tries = mine.values_list("tries", flat=True).first()
    if tries is None:
        return  # another worker has it
    where = place_of(error)
    log.error("%s %s: try %s of %s failed: %s", kind.name, row.pk, tries, settings.CLOCK_TRIES, where)
    if tries >= settings.CLOCK_TRIES:
        give_up(kind, row, mine, error_name(error), tries)
    else:
        pause = FIRST_PAUSE * 3 ** (tries - 1)
        mine.update(holder=None, until=None, not_before=Now() + pause, error=error_name(error))


def give_up(kind, row, leases, error, tries):
    """Nobody tries this row any more until somebody says so on the page of the work."""
    log.error("%s %s: stopped after %s tries", kind.name, row.pk, tries)
    leases.update(holder=None, until=None, stopped_at=Now(), error=error)


def error_name(error):
    """What kind of error it was; its words may hold what somebody typed."""
    return type(error).__name__[:80]


def place_of(error):
    """What kind of error came from where in the code."""
    trace = error.__traceback__
    while trace.tb_next:
        trace = trace.tb_next
    return f"{type(error).__name__} in {trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}"


def whole(name):
    """The note on a kind as a whole, made when it is not there."""
    Lease.objects.bulk_create([Lease(kind=name, row=ROUND)], ignore_conflicts=True)
    return Lease.objects.filter(kind=name, row=ROUND)


def clear(kinds):
    """Forget the notes on rows that are due no more; how many."""
    forgotten = 0
    for kind in kinds:
        notes = Lease.objects.rows().free().filter(kind=kind.name)
        forgotten += notes.exclude(row__in=kind.waiting().order_by().values("pk")).delete()[0]
    return forgotten
