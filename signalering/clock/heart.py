"""The heartbeat of a worker: while it is busy, what it holds stays its own."""

import logging
import threading

from django.conf import settings
from django.db import Error, connection, connections, transaction
from django.db.models.functions import Now

from signalering.clock.models import Lease

log = logging.getLogger(__name__)


def lock(leases):
    """The leases, locked; those that another transaction has are left out. SQLite's IMMEDIATE transaction locks all."""
    if connection.features.has_select_for_update_skip_locked:
        leases = leases.select_for_update(skip_locked=True)
    return leases


def renew(holder):
    """What a worker holds is its own for another while; how many."""
    with transaction.atomic():
        # a row whose effect is being recorded at this moment is locked: nobody can take it anyway
        mine = list(lock(Lease.objects.filter(holder=holder)).values_list("pk", flat=True))
        return Lease.objects.filter(pk__in=mine).update(until=Now() + settings.CLOCK_LEASE)


class Heart:
    """Beats in a thread, with a connection of its own, for as long as a block lasts."""

    def __init__(self, holder):
        self.holder, self.still = holder, threading.Event()
        self.thread = threading.Thread(target=self.beat, name="clock-heart", daemon=True)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *error):
        self.still.set()
        self.thread.join()

    def beat(self):
        """Renew every few seconds; a database that does not answer is asked again."""
        try:
            while not self.still.wait(settings.CLOCK_HEARTBEAT.total_seconds()):
                try:
                    renew(self.holder)
                except Error as error:
                    log.warning("heartbeat missed: %s", type(error).__name__)
                    connection.close()
        finally:
            connections.close_all()  # those of this thread
