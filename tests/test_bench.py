"""The benchmark completes on a small town and prints every row; how fast it is, is not judged here."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PEOPLE = ("heavy", "typical", "sparse")


def test_small_run_has_every_row(tmp_path):
    environment = {**os.environ, "N": "2000", "DB": "sqlite", "SMALL": "1", "BENCH_OUT": str(tmp_path)}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    (kept,) = tmp_path.glob("*.json")
    (result,) = json.loads(kept.read_text())["results"]
    rows = {(row["row"], row["who"]): row for row in result["rows"]}

    for who in PEOPLE:
        assert rows["visible signals", who]["project"] == rows["visible signals", who]["plain"]
        for name in ("first page, ORM", "first page, server"):
            assert set(rows[name, who]) >= {"project", "floor", "plain", "textbook"}
        assert rows["list over HTTP, 1 at once, p50", who].keys() >= {"project", "plain", "textbook"}
    for page in ("case", "history", "status"):
        assert rows[f"{page} over HTTP, 1 at once, p95", "typical"].keys() >= {"project", "plain"}
    assert ("report over HTTP, 1 at once, p50", "writer-0") in rows
    assert ("one record's check, ORM", "typical") in rows
    assert rows["memory of a worker", ""]["project"] > 0
    assert rows["statements, list", "ten"]["project"] == rows["statements, list", "many"]["project"]
    assert all(aim["reached"] in (True, False) for aim in result["aims"])
    assert "MISSED" in done.stdout or "reached" in done.stdout
