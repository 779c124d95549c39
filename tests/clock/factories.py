"""Rows that are due, workers that are killed, and time that is moved."""

import multiprocessing
import os
import signal
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import psutil
from django.db import connections
from django.db.models import F
from django.utils import timezone
from uuid_utils.compat import uuid7

from signalering.audit.actors import system
from signalering.cases.models import Notice
from signalering.clock.kinds import Kind
from signalering.clock.models import ROUND, Lease
from tests.accounts import factories as people

BY = system("notices")
LONG_AGO = timedelta(hours=1)


def notice(to=None, kind="burst", **details):
    """Somebody must hear of a signal; which one is all the same."""
    key = uuid7()
    plain = {"about": "signal", "about_id": key, "code": "K7PX3QMD", "due_at": timezone.now() - LONG_AGO}
    row = Notice(kind=kind, to=to or people.wot_worker(), effect_key=f"{kind}-{key.hex}", **{**plain, **details})
    return row.save_as(BY, kind)


def notices(number, **details):
    """Some of them for one person, the oldest first."""
    to, now = people.wot_worker(), timezone.now() - LONG_AGO
    return [notice(to, due_at=now + timedelta(seconds=place), **details) for place in range(number)]


def time_passes():
    """The leases of who died run out, and what was put off may be tried again."""
    Lease.objects.exclude(until=None).update(until=F("until") - LONG_AGO)
    Lease.objects.exclude(not_before=None).update(not_before=F("not_before") - timedelta(days=1))


def at(monkeypatch, text):
    """It is this moment on the clock on the wall in Schiedam."""
    moment = datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Europe/Amsterdam"))
    monkeypatch.setattr("django.utils.timezone.now", lambda: moment)


def killed(deed):
    """Run `deed(ready)` in a process, and kill -9 all of that when it says that it is ready, or does so itself."""
    context = multiprocessing.get_context("fork")
    ready = context.Event()
    connections.close_all()
    child = context.Process(target=deed, args=(ready.set,))
    child.start()
    while child.is_alive() and not ready.wait(0.05):
        pass
    if child.is_alive():
        head = psutil.Process(child.pid)
        head.suspend()  # else it goes on when what it forked is gone
        for one in [*head.children(recursive=True), head]:
            one.kill()
    child.join(30)
    assert child.exitcode == -signal.SIGKILL, child.exitcode


def die():
    """This process ends without a word."""
    os.kill(os.getpid(), signal.SIGKILL)


def due():
    """Every notice that waits, as a worker reads them."""
    return Notice.objects.waiting().order_by("due_at", "id")


def record(row):
    """Record that it was sent."""
    row.change(by=BY, reason="sent", sent_at=timezone.now())


def kind(do=record, **details):
    """Notices as rows that are due, with something else to do."""
    return Kind("try_out", due, do, since="due_at", **details)


def writing(path, then=None):
    """What leaves the house: a line in a file that a killed process cannot take back."""

    def send(row):
        with path.open("a") as lines:
            lines.write(f"{row.pk}\n")
        if then is not None:
            then(row)

    return send


def lines_of(path):
    """What left the house so far."""
    return path.read_text().split() if path.exists() else []


def leases():
    """The notes on rows, not on kinds."""
    return Lease.objects.exclude(row=ROUND)
