"""Brings databases, reference data, demo accounts and static files up to date, when something changed."""

import hashlib

from scripts import children, databases, files
from scripts.environment import RUN
from scripts.places import PYTHON, ROOT
from scripts.terminal import stop

SOURCES = ("config", "signalering", "static", "locale")


def prepare(home, env, lock):
    """Runs `manage.py prepare` unless everything stands as the last one left it."""
    if current(home, env):
        return
    own = databases.embedded()
    there = databases.copy(home) if own else {}
    failed = children.start([PYTHON, "manage.py", "prepare"], lock=lock, cwd=ROOT, env={**env, **there}).wait()
    if failed:
        databases.forget(home)
        stop("Het klaarzetten is niet gelukt: hierboven staat waarom. Bestaande gegevens zijn niet veranderd.")
    if own:
        databases.adopt(home)
    files.write(home / "prepared", _stamp(home, env) + "\n")


def current(home, env):
    """Whether the last preparation was of this code, and what it made still stands."""
    if not databases.embedded() or not databases.complete(home):
        return False
    if (home / "static.busy").exists() or not (home / "static" / "staticfiles.json").exists():
        return False
    try:
        return (home / "prepared").read_text().strip() == _stamp(home, env)
    except OSError:
        return False


def _stamp(home, env):
    """A word that changes with the code, the lock, the switches and what is in the databases."""
    digest = hashlib.sha256(f"{env.get('DEMO')} {env.get('DJANGO_SETTINGS_MODULE')}".encode())
    paths = [ROOT / RUN, *(path for folder in SOURCES for path in sorted((ROOT / folder).rglob("*")))]
    for path in paths:
        if path.is_file() and path.suffix != ".pyc":
            digest.update(f"{path.relative_to(ROOT)} {path.stat().st_size}\n".encode())
            digest.update(path.read_bytes())
    if databases.embedded():
        digest.update(databases.applied(home).encode())
    return digest.hexdigest()
