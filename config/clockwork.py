"""Everything that the clock does: the one list that `manage.py work`, Celery and the page of the work share."""

import logging
from datetime import timedelta

from django.db import close_old_connections
from django.utils.translation import gettext_lazy as _

from signalering.accounts import phone_keys
from signalering.accounts.grants import clear_ended
from signalering.cases import digests, ladder, notices
from signalering.cases.actions import alerts, bursts, calls, concepts, reading
from signalering.clock.kinds import clear, place_of
from signalering.clock.rounds import Round
from signalering.referrals.actions import expiring, extracts

log = logging.getLogger("signalering.work")
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)

KINDS = [
    alerts.KIND,  # first: somebody must hear it now
    expiring.KIND,  # before the ladder, which would tell of a term that is over by then
    reading.KIND,
    extracts.KIND,
    concepts.KIND,
    ladder.KIND,
    digests.KIND,
    calls.KIND,
    notices.KIND,  # last: a silent mail server takes its time
]
ROUNDS = [
    Round("phone_keys", phone_keys.destroy_past, HOUR, label=_("Sleutels van telefoons vernietigen")),
    Round("ended_grants", clear_ended, HOUR, label=_("Verlopen rechten opruimen")),
    Round("bursts", bursts.watch, MINUTE, label=_("Veel signalen over één adres zoeken")),
    Round("leases", lambda: clear(KINDS), HOUR, label=_("Aantekeningen van de werker opruimen")),
]
TURNS = [*ROUNDS, *KINDS]
SWEEPERS = {turn.name: turn.sweep for turn in TURNS}


class Sweepers:
    """The sweepers, and which of them failed the last time."""

    def __init__(self, sweepers):
        self.sweepers, self.failing = sweepers, {}

    def sweep(self, asked):
        """Run each once; a failing one holds up none of the others, and `asked` fills when it is time to stop."""
        close_old_connections()
        for name, run in self.sweepers.items():
            if asked:
                break
            try:
                run(lambda: bool(asked))
            except Exception as error:
                self.failed(name, error)
                close_old_connections()
            else:
                if self.failing.pop(name, None):
                    log.info("sweeper %s works again", name)

    def failed(self, name, error):
        """Log what kind of error came from where, once; its text may hold what somebody typed."""
        where = place_of(error)
        if self.failing.get(name) != where:
            log.error("sweeper %s failed: %s", name, where)
        self.failing[name] = where
