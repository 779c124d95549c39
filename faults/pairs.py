"""`python -m faults.pairs`: pairs of people who decide on the same signal at once; ends with 1 when one is wrong.

N=1000           how many pairs; a fifth of them again without the lock
DB=both          postgres, sqlite or both
FAULTS_OUT=...   the folder for the JSON, else var/faults

Without the lock means: an act decides on what its page has read, and neither locks nor reads again. On SQLite the lock
is the IMMEDIATE transaction in which is read again; there too the reading again is what is taken out.
"""

import json
import os
import signal
import sys
import tempfile
import time
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from offline.databases import databases
from offline.home import home_in
from offline.side import ask
from scripts.places import ROOT

KINDS = {"postgres": ("postgres",), "sqlite": ("sqlite",), "both": ("sqlite", "postgres")}
HALF_AN_HOUR = 1800
EQUAL = ("one won", "losers with the conflict page", "losers whose every word is on it")


def main():
    pairs, chosen = int(os.environ.get("N") or 1000), os.environ.get("DB") or "both"
    if chosen not in KINDS:
        return f"DB={chosen} ken ik niet: kies sqlite, postgres of both."
    at, results = datetime.now(UTC).replace(microsecond=0), {}
    for kind in KINDS[chosen]:
        results |= measured(kind, pairs)
    print("\n".join(lines(results)))
    folder = Path(os.environ.get("FAULTS_OUT") or ROOT / "var" / "faults")
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"pairs-{at:%Y%m%dT%H%M%SZ}-{pairs}.json"
    path.write_text(json.dumps({"at": at.isoformat(), "results": results}, indent=1))
    print(f"Also as JSON: {path}")
    return 1 if any(row["wrong"] for row in results.values()) else 0


def measured(kind, pairs):
    """The pairs with the lock, and some without, on fresh databases of this kind."""
    with tempfile.TemporaryDirectory(prefix="pairs-") as folder, databases(kind) as addresses:
        environment = {**home_in(Path(folder)), **addresses, "DJANGO_SETTINGS_MODULE": "faults.settings"}
        question = partial(ask, environment, of="faults.side", patience=HALF_AN_HOUR)
        question("prepare", people=1)
        rows = {}
        for name, number, locked in ((kind, pairs, True), (f"{kind}, no lock", max(16, pairs // 5), False)):
            print(f"{name}: {number} pairs", file=sys.stderr, flush=True)
            began = time.monotonic()
            row = question("duels", pairs=number, locked=locked)
            rows[name] = {**row, "wrong": judged(row, locked), "seconds": round(time.monotonic() - began, 1)}
        return rows


def judged(row, locked):
    """What is not as it must be: a pair that did not end well, or a control that shows nothing."""
    if not locked:
        return [] if row["both won"] else ["without the lock nobody won twice: this proves nothing"]
    said = [f"{name}: {row[name]}, not {row['pairs']}" for name in EQUAL if row[name] != row["pairs"]]
    return said + [f"{name}: {row[name]}" for name in row if name not in ("pairs", *EQUAL) and row[name]]


def lines(results):
    """The one table, for people."""
    yield f"\n{'':38}" + "".join(f"{name:>20}" for name in results)
    for name in next(iter(results.values())):
        if name != "wrong":
            yield f"{name:<38}" + "".join(f"{row[name]:>20,}" for row in results.values())
    yield ""
    for name, row in results.items():
        yield f"{'WRONG' if row['wrong'] else 'right':<6}{name}" + "".join(f"; {word}" for word in row["wrong"])


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # what was started ends on the way out
    sys.exit(main())
