"""Changes the embedded databases beside the real ones, and puts them in place when all went well."""

import hashlib
import os
import shutil
import sqlite3
from contextlib import closing

# In this order: keys that nothing uses yet do no harm, data without its keys cannot be read.
NAMES = {"KEYS_DATABASE_URL": "keys.sqlite3", "DATABASE_URL": "signalering.sqlite3"}


def embedded():
    """Whether both databases are files of ours, and not servers named in the environment."""
    return not any(os.environ.get(variable) for variable in NAMES)


def exist(home):
    """Whether there are data whose keys must not be lost."""
    return any((home / name).exists() for name in NAMES.values())


def complete(home):
    """Whether both databases stand in their place."""
    return all((home / name).exists() for name in NAMES.values())


def copy(home):
    """Copies what there is to a folder beside it; returns the variables that lead Django there."""
    forget(home)
    folder = _folder(home)
    folder.mkdir(parents=True, mode=0o700)
    for name in NAMES.values():
        if (home / name).exists():
            with closing(sqlite3.connect(home / name)) as old, closing(sqlite3.connect(folder / name)) as new:
                old.backup(new)
    return {variable: f"sqlite:///{folder / name}" for variable, name in NAMES.items()}


def adopt(home):
    """Puts the changed copies in place, each in one move."""
    folder = _folder(home)
    for name in NAMES.values():
        _settle(folder / name)
        if (home / name).exists():
            _settle(home / name)
        (folder / name).chmod(0o600)
        os.replace(folder / name, home / name)
    forget(home)


def forget(home):
    """Removes the copies, also those of a set-up that was killed."""
    shutil.rmtree(_folder(home), ignore_errors=True)


def applied(home):
    """A word that changes when other migrations have been applied, as after putting back a reserve copy."""
    rows = []
    for name in NAMES.values():
        with closing(sqlite3.connect(home / name)) as database:
            try:
                rows += database.execute("select app, name from django_migrations order by id").fetchall()
            except sqlite3.DatabaseError:
                return ""
    return hashlib.sha256(repr(rows).encode()).hexdigest()


def _folder(home):
    return home / "being-prepared"


def _settle(path):
    """Brings what stands beside the file into the file, and leaves nothing beside it."""
    with closing(sqlite3.connect(path, timeout=20)) as database:
        database.execute("pragma wal_checkpoint(truncate)")
    for suffix in ("-wal", "-shm"):
        beside = path.with_name(path.name + suffix)
        if beside.exists() and beside.stat().st_size and suffix == "-wal":
            raise RuntimeError(f"{beside} is still in use")
        beside.unlink(missing_ok=True)
