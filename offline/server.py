"""The web server of one run: started on a port of its own, killed, started again."""

import os
import sys
import tempfile
import time

import psutil

from offline.client import NoReply, ask
from scripts import children
from scripts.places import ROOT

PATIENCE = 40  # seconds
BETWEEN = 0.05


class Server:
    """Gunicorn, with the workers it forks."""

    def __init__(self, port, environment, workers=2):
        self.port, self.environment, self.workers = port, {**os.environ, **environment}, workers
        self.log = self.process = None

    def start(self):
        """Start it, and return when it answers."""
        self.log = self.log or tempfile.TemporaryFile()  # noqa: SIM115 (lives as long as the server)
        self.process = children.start(
            [
                *(sys.executable, "-m", "gunicorn", "config.wsgi:application", "--preload", "--workers", self.workers),
                *("--bind", f"127.0.0.1:{self.port}", "--log-level", "warning"),
            ],
            cwd=ROOT,
            env=self.environment,
            stdout=self.log,
            stderr=self.log,
        )
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and self.process.poll() is None:
            try:
                ask(self.port, "GET", "/telefoon/start/", {})
            except NoReply:
                time.sleep(BETWEEN)
            else:
                return
        raise RuntimeError(f"the web server did not come up:\n{self.said()}")

    def kill(self):
        """Kill -9, in the middle of whatever it does: itself and the workers that it forked, nobody else."""
        if self.process is None or self.process.poll() is not None:
            return
        master = psutil.Process(self.process.pid)
        master.suspend()  # else it forks a new worker while its workers die
        family = [*master.children(recursive=True), master]
        for one in family:
            one.kill()
        self.process.wait()
        psutil.wait_procs(family, timeout=10)

    def close(self):
        """End it, and forget what it said."""
        self.kill()
        if self.log:
            self.log.close()

    def said(self):
        """The last it wrote, for whoever must find out what went wrong."""
        if not self.log:
            return ""
        self.log.seek(0)
        return self.log.read().decode(errors="replace")[-3000:]
