"""`python -m offline`: N sealed signals over a bad network, one table, kept as JSON; ends with 1 when one is wrong.

N=1000           how many signals
DB=both          postgres, sqlite or both
OFFLINE_OUT=...  the folder for the JSON, else var/offline
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

from offline import side
from offline.databases import databases
from offline.home import home_in
from offline.network import free_port
from offline.run import Effort, faults, run
from offline.server import Server
from offline.table import lines
from scripts.places import ROOT

KINDS = {"postgres": ("postgres",), "sqlite": ("sqlite",), "both": ("sqlite", "postgres")}


def main():
    effort = Effort(signals=int(os.environ.get("N", "1000")))
    began, at = time.monotonic(), datetime.now(UTC).replace(microsecond=0)

    def say(text):
        print(f"[{time.monotonic() - began:5.0f} s] {text}", file=sys.stderr, flush=True)

    rows = {kind: measured(kind, effort, say) for kind in KINDS[os.environ.get("DB", "both")]}
    print("\n".join(lines(rows)), flush=True)
    folder = Path(os.environ.get("OFFLINE_OUT", ROOT / "var" / "offline"))
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{at:%Y%m%dT%H%M%SZ}-{effort.signals}.json"
    machine = {"cores": os.cpu_count(), "python": platform.python_version(), "system": platform.platform()}
    path.write_text(json.dumps({"at": at.isoformat(), "machine": machine, "results": rows}, indent=1))
    print(f"Also as JSON: {path}")
    return 1 if any(map(faults, rows.values())) else 0


def measured(kind, effort, say):
    """One run on a fresh database of this kind, with secrets that end with it."""
    say(f"{kind}: tables and {effort.writers} writers")
    with tempfile.TemporaryDirectory(prefix="offline-home-") as home, databases(kind) as addresses:
        environment = {**home_in(Path(home)), **addresses, "DJANGO_SETTINGS_MODULE": "config.settings.base"}
        writers = side.ask(environment, "prepare", writers=effort.writers)
        look = partial(side.ask, environment, "look")
        server = Server(free_port(), environment, effort.workers)
        return run(server, writers, lambda expected: look(expected=expected), effort, say)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # what was started ends on the way out
    sys.exit(main())
