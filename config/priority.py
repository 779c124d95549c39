"""Who waits for a page comes before what is done in the background."""

import contextlib
import os
from pathlib import Path

STEPS_BACK = 5  # a third of what the web server gets when both have work to do: it must still catch up
OF_THE_SESSION = Path("/proc/self/autogroup")  # Linux shares out the processor by session first, where it has this


def give_way():
    """From now on this process, and what it starts, takes what the web server leaves of the processor."""
    os.nice(STEPS_BACK)
    if os.getsid(0) == os.getpid():  # a session of its own: nobody's shell becomes slow
        with contextlib.suppress(OSError):
            OF_THE_SESSION.write_text(str(STEPS_BACK))
