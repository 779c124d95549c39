"""Processes that end with the one that started them."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys

PR_SET_PDEATHSIG = 1
LIBC = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def _end_with(parent, signum):
    """Asks Linux to send this process a signal when its parent dies, however it dies."""

    def before_it_starts():
        LIBC.prctl(PR_SET_PDEATHSIG, signum, 0, 0, 0)
        if os.getppid() != parent:
            os._exit(1)

    return before_it_starts


def end_with_make():
    """Ends this process too when the make that started it is killed."""
    make = os.environ.pop("MAKE_PID", "")
    if LIBC and make:
        LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)
        if os.getppid() != int(make):
            sys.exit(1)


def start(command, *, lock=subprocess.DEVNULL, signum=signal.SIGKILL, **options):
    """Starts a process that holds the lock with us, so that nobody takes over before it has ended too."""
    bound = {"preexec_fn": _end_with(os.getpid(), signum)} if LIBC else {}
    return subprocess.Popen([str(part) for part in command], stdin=lock, **bound, **options)


def end(process, patience=10):
    """Ends a process and everything in its group: asks first, and insists when it takes too long."""
    _signal_group(process, signal.SIGTERM)
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(patience)
    _signal_group(process, signal.SIGKILL)
    process.wait()


def _signal_group(process, signum):
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signum)
