"""`python -m benchmarks`: measure, print one table, keep it as JSON.

N=100000        how many signals (grants: three and a half times as many)
DB=both         postgres, sqlite or both
SMALL=1         only a few of everything: to see that it works, not how fast
BENCH_OUT=...   the folder for the JSON, else var/bench
"""

import base64
import json
import os
import platform
import secrets
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.aims import VERDICT_AT, aims
from benchmarks.run import SMALL, Effort, Run
from benchmarks.servers import ROOT
from benchmarks.table import lines

BUSY = 0.5
KINDS = {"postgres": ("postgres",), "sqlite": ("sqlite",), "both": ("postgres", "sqlite")}


def main():
    n = int(os.environ.get("N", "100000"))
    kinds = KINDS[os.environ.get("DB", "both")]
    effort = SMALL if os.environ.get("SMALL") == "1" else Effort()
    now = datetime.now(UTC).replace(microsecond=0)
    started, busy = time.monotonic(), os.getloadavg()[0]

    def say(text):
        print(f"[{time.monotonic() - started:5.0f} s] {text}", file=sys.stderr, flush=True)

    results = []
    with tempfile.TemporaryDirectory(prefix="bench-home-") as home:
        os.environ.update(_home(Path(home)))
        for kind in kinds:
            result = Run(kind, n, now.isoformat(), effort, say).go()
            result["aims"] = aims(result["rows"])
            results.append(result)
            print("\n".join(lines(result)), flush=True)
    if busy > BUSY:
        print(f"\nSomething else was busy here (load {busy:.1f} before the start): compare columns, not runs.")
    print(f"\nThe verdict counts at {VERDICT_AT:,} signals on PostgreSQL; this run had {n:,}.")
    folder = Path(os.environ.get("BENCH_OUT", ROOT / "var" / "bench"))
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{now:%Y%m%dT%H%M%SZ}-{n}.json"
    machine = {
        "cores": os.cpu_count(),
        "busy_before": busy,
        "python": platform.python_version(),
        "system": platform.platform(),
    }
    path.write_text(json.dumps({"at": now.isoformat(), "machine": machine, "results": results}, indent=1))
    print(f"Also as JSON: {path}")


def _home(folder):
    """Settings of the project that belong to this run alone, with secrets that end with it."""
    kept = folder / "secrets"
    kept.mkdir(mode=0o700)
    for name in ("django_secret_key", "key_encryption_key", "index_key", "pseudonym_key"):
        (kept / name).touch(mode=0o600)
        (kept / name).write_text(base64.b64encode(secrets.token_bytes(32)).decode())
    return {
        "SIGNALERING_HOME": str(folder),
        "BENCH_SECRET_KEY": secrets.token_hex(32),
        "ALLOWED_HOSTS": "127.0.0.1,testserver",
    }


if __name__ == "__main__":
    main()
