"""Sets everything up for checking and hands over to it: what `make test` and its neighbours do."""

import os
import sys

from scripts import environment
from scripts.chromium import MISSING, chromium, shell
from scripts.locks import Lock
from scripts.places import PYTHON, ROOT, VENV


def test(*parts):
    """Checks everything, or only the parts that are named."""
    _go_on_as("-m", "scripts.checks", *parts)


def lint():
    """Checks the rules that need no running project."""
    _go_on_as("-m", "scripts.checks", "lint", "format", "imports")


def pictures():
    """Draws every page in the folder `pictures`: narrow and wide, light and dark."""
    os.environ["CHROMIUM"] = chromium() or sys.exit(MISSING)
    os.environ["CHROMIUM_SHELL"] = shell() or os.environ["CHROMIUM"]
    os.environ["PICTURES"] = "pictures"
    _go_on_as("-m", "pytest", "-q", "tests/browser/test_pictures.py")


def bench(*options):
    """Measures, against the floor and against the app a competent team writes in a day."""
    _go_on_as("-m", "benchmarks", *options)


def offline(*options):
    """Sends sealed signals over a bad network, and counts what the server kept."""
    _go_on_as("-m", "offline", *options)


def faults(*options):
    """Kills worker, web server and broker under a working town, and counts what got done."""
    _go_on_as("-m", "faults", *options)


def pairs(*options):
    """Lets two people decide on the same signal at the same instant, again and again."""
    _go_on_as("-m", "faults.pairs", *options)


def _go_on_as(*arguments):
    """Becomes the project's own Python, keeping its share of the environment until it ends."""
    lock = Lock(VENV.with_name(".venv.lock"))
    environment.ensure(tests=True, lock=lock)
    os.set_inheritable(lock.fileno(), True)
    os.chdir(ROOT)
    os.execv(PYTHON, [str(PYTHON), *arguments])  # noqa: S606 (no shell is needed)
