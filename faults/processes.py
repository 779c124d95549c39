"""The processes of one run: each is started here, killed here, and ends with the run."""

import contextlib
import os
import signal
import socket
import sys
import time

import psutil

from offline.client import NoReply, ask
from scripts import children
from scripts.places import ROOT

PATIENCE, NAP = 60, 0.05
PYTHON = sys.executable


class DidNotStart(Exception):
    """A process of the run did not come up; its own last words are in the message."""


class Process:
    """One command, which is killed and started again as often as asked."""

    READY = b""
    ENDS_BY = signal.SIGKILL  # what it gets when this command itself is killed

    def __init__(self, name, command, environment, folder):
        self.name, self.command = name, [str(part) for part in command]
        self.environment, self.log = environment, folder / f"{name}.log"
        self.process, self.began = None, 0

    def start(self):
        """Start it; it is up when `ready` says so."""
        self.began = self.log.stat().st_size if self.log.exists() else 0
        with open(self.log, "ab") as lines:
            self.process = children.start(
                self.command,
                signum=self.ENDS_BY,
                cwd=ROOT,
                env=self.environment,
                stdout=lines,
                stderr=lines,
                start_new_session=True,
            )
        return self

    @property
    def runs(self):
        """Whether it is there."""
        return self.process is not None and self.process.poll() is None

    def ready(self):
        """Whether it is at work."""
        return self.runs and self.READY in self.said(self.began)

    def fell(self):
        """Whether it was started and ended by itself."""
        return self.process is not None and self.process.poll() is not None

    def up(self):
        """Return when it is at work, started again if it fell."""
        until = time.monotonic() + PATIENCE
        if not self.runs:
            self.start()
        while not self.ready():
            if time.monotonic() > until or not self.runs:
                raise DidNotStart(f"{self.name}: {self.said()[-3000:].decode(errors='replace')}")
            time.sleep(NAP)

    def family(self, *, and_theirs=True):
        """Its children, and theirs."""
        with contextlib.suppress(psutil.NoSuchProcess):
            return psutil.Process(self.process.pid).children(recursive=and_theirs)
        return []

    def kill(self):
        """Kill -9: itself and what it forked, and nobody else."""
        if not self.runs:
            return
        with contextlib.suppress(psutil.NoSuchProcess):
            head = psutil.Process(self.process.pid)
            head.suspend()  # else it starts a new child while its children die
            family = self.family()
            for one in [*family, head]:
                with contextlib.suppress(psutil.NoSuchProcess):
                    one.kill()
            self.process.wait()
            psutil.wait_procs(family, timeout=10)

    def close(self):
        """It is not needed any more."""
        self.kill()

    def end(self):
        """Ask it to stop, so that what it began is finished first."""
        if self.runs:
            children.end(self.process)

    def signal(self, number):
        """Send a signal to it and to what it forked."""
        for one in [*self.family(), self.process]:
            with contextlib.suppress(psutil.NoSuchProcess):
                one.send_signal(number)

    def freeze(self):
        """It is there and says nothing any more."""
        self.signal(signal.SIGSTOP)

    def thaw(self):
        """It goes on where it was."""
        self.signal(signal.SIGCONT)

    def last_words(self):
        """How it ended, and the last it wrote."""
        return f"{self.name} ended with {self.process.returncode}: {self.said()[-400:].decode(errors='replace')}"

    def said(self, since=0):
        """What it wrote."""
        if not self.log.exists():
            return b""
        with open(self.log, "rb") as lines:
            lines.seek(since)
            return lines.read()


class Forking(Process):
    """A process that does its work in children, and replaces one that is killed."""

    def kill_child(self, rng, busy=None):
        """Kill -9 one child: of those that are connected to this port, else any; whether one was killed."""
        family = self.family(and_theirs=False)
        chosen = [one for one in family if busy and connected(one, busy)] or family
        if not chosen:
            return False
        with contextlib.suppress(psutil.NoSuchProcess):
            rng.choice(chosen).kill()
            return True
        return False


def connected(process, port):
    """Whether a process talks to this port now."""
    with contextlib.suppress(psutil.Error):
        return any(link.raddr and link.raddr.port == port for link in process.net_connections("tcp"))
    return False


class Web(Forking):
    """Gunicorn, as the handbook starts it."""

    def __init__(self, port, environment, folder):
        command = [PYTHON, "-m", "gunicorn", "faults.wsgi", "--bind", f"127.0.0.1:{port}", "--workers", "4"]
        command += ["--preload"]
        super().__init__("web", [*command, "--log-level", "warning", "--no-control-socket"], environment, folder)
        self.port = port

    def ready(self):
        """Whether it answers."""
        if not self.runs:
            return False
        try:
            ask(self.port, "GET", "/gezond/", {})
        except NoReply:
            return False
        return True


class Worker(Process):
    """The worker of an installation without a broker."""

    READY = b"worker started"

    def __init__(self, environment, folder, name="worker"):
        super().__init__(name, [PYTHON, "manage.py", "work"], environment, folder)

    def kill_child(self, rng, busy=None):
        """It has none: it is its own child."""
        self.kill()
        return True


class CeleryWorker(Forking):
    """Celery, as the handbook starts it."""

    READY = b" ready."

    def __init__(self, environment, folder):
        command = [PYTHON, "-m", "celery", "-A", "config", "worker", "--concurrency", "1", "--loglevel", "INFO"]
        super().__init__("worker", [*command, "--hostname", "faults@%h"], environment, folder)


class Beat(Process):
    """Celery's clock."""

    READY = b"beat: Starting"

    def __init__(self, environment, folder):
        command = [PYTHON, "-m", "celery", "-A", "config", "beat", "--loglevel", "INFO"]
        schedule = ["--schedule", folder / "schedule", "--pidfile", folder / "beat.pid"]
        super().__init__("beat", [*command, *schedule], environment, folder)


class Receiver(Process):
    """The mail server and the gateway for text messages, and what they wrote down."""

    def __init__(self, port, texts, folder):
        self.port, self.texts, self.kept = port, texts, folder / "received.jsonl"
        command = [PYTHON, "-m", "faults.receiver", port, texts, self.kept]
        super().__init__("receiver", command, dict(os.environ), folder)

    def ready(self):
        """Whether it can be reached."""
        return self.runs and reachable(self.port) and reachable(self.texts)

    def size(self):
        """How much it wrote down."""
        return self.kept.stat().st_size if self.kept.exists() else 0

    def next(self, patience):
        """Return at the moment that something arrives, or when that takes too long; whether it did."""
        size, until = self.size(), time.monotonic() + patience
        while time.monotonic() < until:
            if self.size() > size:
                return True
            time.sleep(0.001)
        return False


def reachable(port):
    """Whether something listens at this port."""
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
        return True
    return False
