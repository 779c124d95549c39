"""The project's own Python environment, exactly as the lock describes it."""

import hashlib
import json
import re
import shutil
import subprocess
import sys

from scripts import children, files
from scripts.places import PYTHON, ROOT, VENV
from scripts.terminal import say, step, stop

RUN = "requirements.txt"
TEST = "requirements-test.txt"
READY = VENV / "ready.json"  # there only while nothing is being installed: no file means half made
BASE = getattr(sys, "_base_executable", None) or sys.executable  # not the one inside the .venv we may remove
BUSY = (
    "De Python-omgeving (.venv) is in gebruik door een andere make in deze map (proces {pid}): "
    "stop die eerst, of wacht tot die klaar is."
)


def ensure(*, tests, lock):
    """Makes the environment when it is missing, half made or of another lock; leaves a share of the lock."""
    names = [RUN, TEST] if tests else [RUN]
    if lock.try_share() and ready(names):
        lock.sign()
        return
    lock.take(BUSY)
    if not ready(names):
        _make(names, lock)
    lock.share()


def ready(names):
    """Whether the environment holds what these locks say, installed to the end."""
    state = _state()
    return state.get("python") == _version() and all(state["locks"].get(name) == _digest(name) for name in names)


def _make(names, lock):
    state = _state()
    current = state.get("python") == _version() and all(
        _digest(name) == digest for name, digest in state["locks"].items()
    )
    if not current:
        _anew(lock)
        state = {"locks": {}}
    READY.unlink(missing_ok=True)
    name = names[-1]  # the lock of the tests holds that of the runtime too
    count = sum(1 for line in (ROOT / name).read_text().splitlines() if re.match(r"[a-z0-9]", line))
    with step(f"Python-pakketten installeren ({name}, ongeveer {count})"):
        _install(name, lock)
    locks = {**state["locks"], **{each: _digest(each) for each in names}}
    files.write(READY, json.dumps({"python": _version(), "locks": locks}) + "\n")


def _anew(lock):
    READY.unlink(missing_ok=True)
    if VENV.is_symlink() or VENV.is_file():
        VENV.unlink()
    if VENV.exists():
        say("De oude of half gemaakte omgeving (.venv) wordt vervangen.")
        shutil.rmtree(VENV)
    with step(f"Python-omgeving maken met Python {_version()} (.venv)"):
        made = children.start(
            [BASE, "-m", "venv", VENV],
            lock=lock,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        output, _ = made.communicate()
    if made.returncode:
        say(output.strip())
        stop(
            "De omgeving kon niet gemaakt worden: deze Python mist waarschijnlijk het deel 'venv' "
            "(bij Debian en Ubuntu het pakket python3-venv)."
        )


def _install(name, lock):
    command = [PYTHON, "-m", "pip", "--no-input", "--disable-pip-version-check", "install"]
    command += ["--require-hashes", "--progress-bar", "off", "--no-user"]
    if name == RUN:  # a fresh clone needs no compiler; of the tests' tools one has no wheel for Python 3.13
        command += ["--only-binary", ":all:"]
    pip = children.start(
        [*command, "-r", ROOT / name],
        lock=lock,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    lines = []
    for line in pip.stdout:
        lines.append(line.rstrip())
        found = re.match(r"Collecting ([^ ;]+)==([^ ;]+)|Processing .*/([^/-]+)-([^-]+)-[^/]+\.whl", line)
        if found:
            say(f"  {found[1] or found[3]} {found[2] or found[4]}")
        elif line.startswith("Installing collected"):
            say("  alles is opgehaald, nu neerzetten")
    if pip.wait():
        say("\n".join(lines[-15:]))
        stop("De pakketten konden niet geïnstalleerd worden: hierboven staat waarom. Probeer het daarna weer.")


def _state():
    try:
        state = json.loads(READY.read_text())
    except (OSError, ValueError):
        return {"locks": {}}
    return state if PYTHON.exists() else {"locks": {}}


def _version():
    return f"{sys.version_info[0]}.{sys.version_info[1]}"


def _digest(name):
    return hashlib.sha256((ROOT / name).read_bytes()).hexdigest()
