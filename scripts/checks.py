"""Checks everything, part by part, and closes with a table: `python -m scripts.checks [part ...]`."""

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit, urlunsplit

from scripts import children, postgres
from scripts.chromium import MISSING, chromium, shell
from scripts.make_secrets import make_secrets
from scripts.places import ROOT
from scripts.terminal import say

PYTHON = sys.executable
LONGEST = 30 * 60  # seconds after which a part that hangs has failed
BROWSER = ["tests/browser", "tests/test_flow.py", "tests/test_night.py"]
SETUP = ["tests/test_setup.py"]
# Asks nothing of a database, makes its own, or judges only what replies show: the same in either part.
ONCE = ("access", "bench", "bundles", "canaries", "certificate", "chromium", "docs", "page", "production")
ONCE += ("publiccode", "replies", "rules", "states")
COUNTED_ONCE = ["-m", "not counts"]  # the product sends as many statements to either
OURS = ("DATABASE_URL", "KEYS_DATABASE_URL", "CELERY_BROKER_URL", "DEMO", "DEBUG", "ALLOWED_HOSTS", "PORT")
MAKES = ("MAKEFLAGS", "MFLAGS", "MAKEOVERRIDES", "PART")  # what make hands down would reach the `make run` of a test
PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "config.settings.production",
    "ALLOWED_HOSTS": "signalering.example",
    "SITE_ADDRESS": "https://signalering.example",
    "DATABASE_URL": "postgres://app@db.example/signalering",
    "KEYS_DATABASE_URL": "postgres://app@keys.example/keys",
    "EMAIL_URL": "smtp+tls://mail.example:587",
}


class Result(NamedTuple):
    """How a part ended, and what its tests counted."""

    passed: bool
    words: str = ""


def lint(env):
    """Ruff finds nothing."""
    return run(["-m", "ruff", "check", "--output-format", "concise", "."], env)


def formatted(env):
    """Every file is written in the one style."""
    return run(["-m", "ruff", "format", "--check", "--output-format", "concise", "."], env)


def imports(env):
    """Nobody imports who may not be known."""
    return run(["-c", "from importlinter.cli import lint_imports_command as lint; lint()"], env)


def migrations(env):
    """No change of a model lacks its migration."""
    return run(["manage.py", "makemigrations", "--check", "--dry-run"], env)


def deploy(env):
    """Django's own check has nothing to say about the production settings."""
    return run(["manage.py", "check", "--deploy", "--fail-level", "WARNING"], {**env, **PRODUCTION})


def sqlite(env):
    """All tests but those of the set-up and the browser, on the embedded databases."""
    return suite(env)


def on_postgres(env):
    """The same tests on PostgreSQL: the server of TEST_DATABASE_URL, else one of our own."""
    named = os.environ.get("TEST_DATABASE_URL")
    with contextlib.nullcontext(named) if named else postgres.server() as address:
        parts = urlsplit(address)
        name = parts.path.strip("/") or "signalering"
        names = {"DATABASE_URL": name, "KEYS_DATABASE_URL": f"{name}_keys"}
        urls = {variable: urlunsplit(parts._replace(path=f"/{each}")) for variable, each in names.items()}
        return suite({**env, **urls}, *COUNTED_ONCE, *(f"--ignore=tests/test_{name}.py" for name in ONCE))


def setup(env):
    """A fresh clone gets going, also when it was killed on the way."""
    return pytest([*workers(2), *SETUP], env)


def browser(env):
    """The pages and the whole road in a real Chromium, on the embedded databases."""
    path = chromium()
    if not path:
        return Result(False, MISSING)
    return pytest([*workers(3), *BROWSER], {**env, "CHROMIUM": path, "CHROMIUM_SHELL": shell() or path})


def suite(env, *options):
    """All tests but those that other parts run."""
    return pytest([*workers(2), "tests", *(f"--ignore={path}" for path in (*BROWSER, *SETUP)), *options], env)


def workers(count):
    """So many workers, for a machine with two processors: one more where they often wait for a browser."""
    return ["-n", str(count), "--no-loadscope-reorder"]  # in which order the tests come says tests/conftest.py


PARTS = {
    "lint": lint,
    "format": formatted,
    "imports": imports,
    "migrations": migrations,
    "deploy": deploy,
    "sqlite": sqlite,
    "postgres": on_postgres,
    "setup": setup,
    "browser": browser,
}


def run(arguments, env):
    """Runs one program of the project's Python to its end, or to the end of our patience."""
    process = children.start([PYTHON, *arguments], cwd=ROOT, env=env, start_new_session=True)
    try:
        code = process.wait(LONGEST)
    except subprocess.TimeoutExpired:
        return Result(False, f"stopped after {LONGEST // 60} minutes")
    finally:
        children.end(process)
    return Result(code == 0, "" if code == 0 else f"exit code {code}")


def pytest(arguments, env):
    """Runs tests and counts them; a skipped test has not been checked, and fails the part."""
    report = Path(env["SIGNALERING_HOME"]) / "report.xml"
    report.unlink(missing_ok=True)
    result = run(["-m", "pytest", "--durations=5", f"--junitxml={report}", *arguments], env)
    if not report.exists():
        return result
    suite = ElementTree.parse(report).getroot().find("testsuite")  # noqa: S314 (we wrote it)
    skipped = [skip for skip in suite.iter("skipped") if skip.get("type") != "pytest.xfail"]
    bad = int(suite.get("failures")) + int(suite.get("errors"))
    words = f"{suite.get('tests')} tests, {bad} failed, {len(skipped)} skipped"
    return Result(result.passed and not skipped, words)


def check(names):
    """Runs the parts, all of them whatever happens, and tells how each ended."""
    unknown = [name for name in names if name not in PARTS]
    if unknown:
        say(f"There is no part {unknown[0]}; choose from: {', '.join(PARTS)}")
        return 2
    results = {}
    base = {name: value for name, value in os.environ.items() if name not in (*OURS, *MAKES)}
    base |= {"PYTHONUNBUFFERED": "1"}
    for name in names or PARTS:
        say(f"\n=== {name}: {PARTS[name].__doc__}")
        began = time.monotonic()
        with tempfile.TemporaryDirectory(prefix="signalering-", ignore_cleanup_errors=True) as home:
            make_secrets(Path(home), data_exists=False)
            try:
                result = PARTS[name]({**base, "SIGNALERING_HOME": home})
            except Exception as error:
                result = Result(False, f"{type(error).__name__}: {error}")
        results[name] = (result, time.monotonic() - began)
        say(f"=== {name}: {_verdict(result)} in {results[name][1]:.1f} s")
    return _table(results)


def _table(results):
    say("\npart          result      seconds")
    for name, (result, seconds) in results.items():
        say(f"{name:<13} {_verdict(result):<10} {seconds:>8.1f}  {result.words}".rstrip())
    total = sum(seconds for _, seconds in results.values())
    passed = all(result.passed for result, _ in results.values())
    say(f"{'all':<13} {'ok' if passed else 'FAILED':<10} {total:>8.1f}")
    return 0 if passed else 1


def _verdict(result):
    return "ok" if result.passed else "FAILED"


def _end(signum, frame):
    sys.exit(128 + signum)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, _end)
    sys.exit(check(sys.argv[1:]))
