"""A row under suspicion is done in a process of its own, so that it can end no other, and no other is blamed for it."""

import os
import signal

from django.conf import settings
from django.db import connections

LIVED = (os.EX_OK, os.EX_TEMPFAIL)  # it was done or not, but its process came to its own end


def lived_through(deed, away=()):
    """Run `deed()` in a forked process and wait for it; whether that process came to its own end.

    `away` are the errors that are no fault of the deed. It closes the connections of this process, because two
    processes cannot share one. A deed that hangs is ended after some minutes.
    """
    connections.close_all()
    child = os.fork()
    if not child:
        _run(deed, away)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) in LIVED


def _run(deed, away):
    code = os.EX_SOFTWARE
    try:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.alarm(int(settings.CLOCK_ALONE.total_seconds()))
        deed()
        code = os.EX_OK
    except away:
        code = os.EX_TEMPFAIL
    finally:
        os._exit(code)  # what the parent would do at its end is not done twice
