"""The background worker of an installation without a broker; beside a broker it does what is left when that is away."""

import logging
import signal
import time

from django.core.management.base import BaseCommand
from django.utils import timezone

from config.clockwork import SWEEPERS, TURNS, Sweepers
from signalering.clock.status import status

log = logging.getLogger("signalering.work")
PAUSE, NAP = 2.0, 0.1
HEADS = ("werk", "wacht", "oudste", "bezig", "uitgesteld", "gestopt", "laatst gedaan")


class Command(BaseCommand):
    """Does what is due, every two seconds, until it is asked to stop."""

    help = "Doe elke twee seconden wat er te doen is: berichten, herinneringen, vernietigen."

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="doe alles één keer en stop")
        parser.add_argument("--status", action="store_true", help="laat zien wat er wacht en wat gestopt is, en stop")

    def handle(self, *args, once, **options):
        """Sweeps until a signal to stop comes; what was begun is finished first."""
        if options["status"]:
            self.tell()
            return
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

    def tell(self):
        """Print how the work stands: the table of the page."""
        rows = [HEADS, *(cells(line) for line in status(TURNS))]
        widths = [max(len(row[place]) for row in rows) for place in range(len(HEADS))]
        for row in rows:
            self.stdout.write("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def cells(line):
    """One line of the table, as text."""
    oldest = f"{int(line.waits.total_seconds())} s" if line.waits else "-"
    done = f"{timezone.localtime(line.done_at):%Y-%m-%d %H:%M:%S}" if line.done_at else "-"
    numbers = (line.waiting, line.held, line.put_off, line.stopped) if line.rows else ("-", line.held, "-", "-")
    waiting, *others = (str(number) for number in numbers)
    return (line.name, waiting, oldest, *others, done)
