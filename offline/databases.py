"""Databases that exist only for one run."""

import contextlib
import os
import tempfile
from urllib.parse import urlsplit, urlunsplit

import psycopg

from scripts import postgres

VARIABLES = {"DATABASE_URL": "signalering", "KEYS_DATABASE_URL": "keys"}


@contextlib.contextmanager
def databases(kind):
    """The addresses of two empty databases, by the variable that the project reads them from."""
    if kind == "sqlite":
        with tempfile.TemporaryDirectory(prefix="offline-") as folder:
            yield {variable: f"sqlite:///{folder}/{name}.sqlite3" for variable, name in VARIABLES.items()}
        return
    named = os.environ.get("TEST_DATABASE_URL")
    with contextlib.nullcontext(named) if named else postgres.server() as server:
        owned = {variable: f"offline_{os.getpid()}_{name}" for variable, name in VARIABLES.items()}
        with psycopg.connect(server, autocommit=True) as admin:
            try:
                for name in owned.values():
                    admin.execute(f'CREATE DATABASE "{name}"')
                yield {
                    variable: urlunsplit(urlsplit(server)._replace(path=f"/{name}")) for variable, name in owned.items()
                }
            finally:
                for name in owned.values():
                    admin.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
