"""Sets everything up for checking and hands over to it: what `make test`, `make lint` and `make bench` do."""

import os

from scripts import environment
from scripts.locks import Lock
from scripts.places import PYTHON, ROOT, VENV


def test(*parts):
    """Checks everything, or only the parts that are named."""
    _go_on_as("-m", "scripts.checks", *parts)


def lint():
    """Checks the rules that need no running project."""
    _go_on_as("-m", "scripts.checks", "lint", "format", "imports")


def bench(*options):
    """Measures, against the floor and against the app a competent team writes in a day."""
    _go_on_as("-m", "benchmarks", *options)


def _go_on_as(*arguments):
    """Becomes the project's own Python, keeping its share of the environment until it ends."""
    lock = Lock(VENV.with_name(".venv.lock"))
    environment.ensure(tests=True, lock=lock)
    os.set_inheritable(lock.fileno(), True)
    os.chdir(ROOT)
    os.execv(PYTHON, [str(PYTHON), *arguments])  # noqa: S606 (no shell is needed)
