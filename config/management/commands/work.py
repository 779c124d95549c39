"""The background worker of an installation without a broker."""

import logging
import signal
import time

from django.core.management.base import BaseCommand
from django.db import close_old_connections

from signalering.accounts import phone_keys
from signalering.accounts.grants import clear_ended
from signalering.cases.actions import bursts, concepts
from signalering.cases.actions.feedback import chase_overdue
from signalering.cases.notices import send_waiting
from signalering.referrals.actions.extracts import destroy_ended

log = logging.getLogger("signalering.work")


def seldom(run, pause=3600.0):
    """A sweeper that looks through so much that once an hour is enough; a failed try is repeated at once."""
    last = []

    def now_and_then():
        if not last or time.monotonic() - last[-1] >= pause:
            run()
            last[:] = [time.monotonic()]

    return now_and_then


SWEEPERS = {
    "notices": send_waiting,
    "overdue_feedback": chase_overdue,
    "extract_keys": destroy_ended,
    "concepts": concepts.destroy_ended,
    "phone_keys": phone_keys.destroy_past,
    "ended_grants": seldom(clear_ended),
    "bursts": seldom(bursts.watch, 60.0),
}
PAUSE, NAP = 2.0, 0.1


class Command(BaseCommand):
    """Does what is due, every two seconds, until it is asked to stop."""

    help = "Doe elke twee seconden wat er te doen is: berichten, herinneringen, vernietigen."

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="doe alles één keer en stop")

    def handle(self, *args, once, **options):
        """Sweeps until a signal to stop comes; what was begun is finished first."""
        asked = []
        sweepers = Sweepers(SWEEPERS)
        if once:
            sweepers.sweep(asked)
            return
        # a list and short naps: setting a threading.Event from a handler can wait for itself for ever
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda number, frame: asked.append(number))
        log.info("worker started")
        while not asked:
            sweepers.sweep(asked)
            until = time.monotonic() + PAUSE
            while not asked and time.monotonic() < until:
                time.sleep(NAP)
        log.info("worker stopped")


class Sweepers:
    """The sweepers, and which of them failed the last time."""

    def __init__(self, sweepers):
        self.sweepers, self.failing = sweepers, {}

    def sweep(self, asked):
        """Run each once; a failing one holds up none of the others."""
        close_old_connections()
        for name, run in self.sweepers.items():
            if asked:
                break
            try:
                run()
            except Exception as error:
                self.failed(name, error)
                close_old_connections()
            else:
                if self.failing.pop(name, None):
                    log.info("sweeper %s works again", name)

    def failed(self, name, error):
        """Log what kind of error came from where, once; its text may hold what somebody typed."""
        trace = error.__traceback__
        while trace.tb_next:
            trace = trace.tb_next
        where = f"{type(error).__name__} in {trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}"
        if self.failing.get(name) != where:
            log.error("sweeper %s failed: %s", name, where)
        self.failing[name] = where
