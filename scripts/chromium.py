"""Finds the Chromium for the browser tests, and installs Debian's when it is missing and the user may."""

import os
import shutil
import subprocess
from pathlib import Path

from scripts.terminal import say

# Debian's /usr/bin/chromium is a script that adds things of its own; the program behind it starts clean.
PLACES = ("/usr/lib/chromium/chromium", "/usr/lib/chromium-browser/chromium-browser")
SHELL = "/usr/lib/chromium/chromium-headless-shell"
NAMES = ("chromium", "chromium-browser", "google-chrome")
MISSING = (
    "Chromium ontbreekt en kon niet geïnstalleerd worden: installeer het pakket 'chromium' "
    "(of laat CHROMIUM naar een Chromium wijzen)."
)


def chromium():
    """The path of a Chromium, or nothing when there is none and none could be installed."""
    if os.environ.get("CHROMIUM"):
        return find()
    return find() or (_install() and find()) or None


def find():
    """The path of a Chromium that is here already, or nothing."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named if Path(named).exists() else None
    there = [place for place in PLACES if Path(place).exists()]
    return next(iter(there), None) or next(filter(None, map(shutil.which, NAMES)), None)


def shell():
    """The same engine without a window, or nothing: a gain of time, which nobody needs."""
    return SHELL if Path(SHELL).exists() and not os.environ.get("CHROMIUM") else None


def _install():
    if not shutil.which("apt-get"):
        return False
    become = []
    if os.geteuid() != 0:
        become = ["sudo", "-n"]
        if not shutil.which("sudo") or subprocess.run([*become, "true"], capture_output=True).returncode:
            return False
    say("Chromium ontbreekt en wordt geïnstalleerd (apt-get install chromium) ...")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}

    def apt(*words):
        return subprocess.run([*become, "apt-get", *words], env=quiet, capture_output=True, text=True)

    apt("update", "-q")
    done = apt("install", "-y", "-q", "chromium")
    if done.returncode:
        say(done.stderr.strip()[-2000:])
        return False
    apt("install", "-y", "-q", "chromium-headless-shell")  # a gain of time: without it everything works too
    return True
