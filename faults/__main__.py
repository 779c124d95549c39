"""`python -m faults`: kills under load in each set-up, one table, kept as JSON; ends with 1 when a bound is missed.

N=60             how many kills per set-up
SETUP=all        embedded, redis, rabbitmq or all
RATE=8           requests a second
FAULTS_OUT=...   the folder for the JSON, else var/faults
"""

import json
import os
import platform
import signal
import sys
import tempfile
import time
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from faults.brokers import NO_RABBIT, missing
from faults.measure import missed
from faults.processes import DidNotStart
from faults.run import Effort, run
from faults.setups import NAMES, Setup
from faults.table import lines
from offline.databases import databases
from offline.home import home_in
from offline.side import ask
from scripts.places import ROOT

NOT_UP = "De opstelling {name} is overgeslagen: een programma startte niet. {why}"
UNKNOWN = "SETUP={name} ken ik niet: kies embedded, redis, rabbitmq of all."


def main():
    effort = Effort(kills=int(os.environ.get("N") or 60), rate=float(os.environ.get("RATE") or 8))
    began, at = time.monotonic(), datetime.now(UTC).replace(microsecond=0)

    def say(text):
        print(f"[{time.monotonic() - began:5.0f} s] {text}", file=sys.stderr, flush=True)

    chosen = os.environ.get("SETUP") or "all"
    if chosen not in (*NAMES, "all"):
        return UNKNOWN.format(name=chosen)
    names = NAMES if chosen == "all" else (chosen,)
    results, skipped = {}, []
    for name in names:
        lacking = missing() if name == "rabbitmq" else ""
        try:
            results |= {} if lacking else {name: measured(name, effort, say)}
        except DidNotStart as error:
            skipped.append(NOT_UP.format(name=name, why=error))
        skipped += [NO_RABBIT.format(name=lacking)] if lacking else []
    print("\n".join(lines(results)), flush=True)
    print(f"Also as JSON: {kept(results, at, effort)}")
    if skipped:
        return "\n".join(skipped)
    return 1 if any(map(missed, results.values())) else 0


def measured(name, effort, say):
    """One set-up on fresh databases, with secrets and a folder that end with it."""
    kind = "sqlite" if name == "embedded" else "postgres"
    say(f"{name}: tables and people")
    with (
        tempfile.TemporaryDirectory(prefix="faults-", ignore_cleanup_errors=True) as folder,
        databases(kind) as addresses,
    ):
        home = home_in(Path(folder))
        setup = Setup(name, {**home, **addresses}, Path(folder))
        question = partial(ask, setup.environment, of="faults.side")
        return run(setup, question("prepare", people=effort.people), question, effort, say)


def kept(results, at, effort):
    """Where the figures stand as JSON."""
    folder = Path(os.environ.get("FAULTS_OUT") or ROOT / "var" / "faults")
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{at:%Y%m%dT%H%M%SZ}-{effort.kills}.json"
    machine = {"cores": os.cpu_count(), "python": platform.python_version(), "system": platform.platform()}
    path.write_text(json.dumps({"at": at.isoformat(), "machine": machine, "results": results}, indent=1))
    return path


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # what was started ends on the way out
    sys.exit(main())
