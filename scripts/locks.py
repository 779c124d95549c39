"""One set-up at a time, and one server per folder of data."""

import fcntl
import os
import time

from scripts.terminal import say, stop

PATIENCE = 60  # seconds that the remains of a killed set-up get to end by themselves
COURTESY = 2  # seconds that a program that was just told to stop gets to do so


def alive(pid):
    """Whether a process with this number exists."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


class Lock:
    """A file that one program holds; processes it starts hold it with it, as their standard input."""

    def __init__(self, path):
        path.parent.mkdir(parents=True, exist_ok=True)
        self.file = open(path, "a+", encoding="utf-8")  # noqa: SIM115 (it stays open for as long as it is held)

    def holder(self):
        """The number of the process that wrote itself down last, and what it wrote behind it."""
        self.file.seek(0)
        pid, _, note = self.file.read().partition(" ")
        return (int(pid) if pid.isdigit() else 0), note.strip()

    def take(self, busy, note=""):
        """Holds the file alone; says `busy` and stops when a living program has it."""
        began = time.monotonic()
        waiting = False
        while not self._try(fcntl.LOCK_EX):
            pid, theirs = self.holder()
            living = pid and alive(pid)
            if time.monotonic() > began + (COURTESY if living else PATIENCE):
                stop(busy.format(pid=pid or "?", note=theirs))
            if not living and not waiting:
                say("Een afgebroken start loopt nog af; even wachten ...")
                waiting = True
            time.sleep(0.2)
        self.sign(note)

    def sign(self, note=""):
        """Writes down who has it."""
        self.file.truncate(0)
        self.file.write(f"{os.getpid()} {note}")
        self.file.flush()

    def share(self):
        """Lets others use what is locked too, while nobody may change it."""
        fcntl.flock(self.file, fcntl.LOCK_SH)

    def try_share(self):
        """Takes a share when nobody is changing what is locked."""
        return self._try(fcntl.LOCK_SH)

    def release(self):
        """Gives the file free."""
        fcntl.flock(self.file, fcntl.LOCK_UN)

    def fileno(self):
        return self.file.fileno()

    def _try(self, kind):
        try:
            fcntl.flock(self.file, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
