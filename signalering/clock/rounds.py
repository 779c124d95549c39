"""What is done in rounds, not row by row: one worker at a time walks a round, and not sooner than its pause."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.db.models.functions import Now

from signalering.clock.heart import Heart, lock
from signalering.clock.kinds import FIRST_PAUSE, error_name, never, whole
from signalering.clock.models import ROUND, Lease


@dataclass(frozen=True)
class Round:
    """A function without arguments that may be run again at any time, and how long it can wait for its next turn."""

    name: str
    run: Callable
    every: timedelta
    label: str = ""

    def sweep(self, stop=never):
        """Walk the round when it is its time; what it says it did."""
        return walk(self)


def walk(walked):
    """Walk a round when it is its time and nobody is walking it; a failed one is tried again after a pause."""
    if Lease.objects.taken().filter(kind=walked.name, row=ROUND).exists():
        return 0
    mine = take(walked)
    if mine is None:
        return 0
    with Heart(mine):
        held = Lease.objects.filter(holder=mine)
        try:
            done = walked.run() or 0
        except Exception as error:
            tries = held.values_list("tries", flat=True).first() or 1
            pause = min(FIRST_PAUSE * 3 ** min(tries - 1, 5), walked.every)  # never given up: it is nobody's row
            held.update(holder=None, until=None, not_before=Now() + pause, error=error_name(error))
            raise
        held.update(holder=None, until=None, tries=0, error="", done_at=Now(), not_before=Now() + walked.every)
    return done


def take(walked):
    """Hold a round for some seconds; the name under which, or None when another has it."""
    holder = uuid.uuid4()
    with transaction.atomic():
        free = whole(walked.name).free()
        if not list(lock(free).values_list("pk", flat=True)):
            return None
        free.update(holder=holder, tries=F("tries") + 1, until=Now() + settings.CLOCK_LEASE)
    return holder
