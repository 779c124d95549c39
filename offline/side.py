"""One question to the project in a process of its own: `python -m offline.side`, asked and answered in JSON."""

import json
import os
import subprocess
import sys

from scripts.places import ROOT

PATIENCE = 300  # seconds


def ask(environment, do, *, of="offline.side", patience=PATIENCE, **details):
    """What the project answers with these databases; `of` names who is asked, `patience` is in seconds."""
    done = subprocess.run(
        [sys.executable, "-m", of],
        input=json.dumps({"do": do, **details}),
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, **environment},
        timeout=patience,
    )
    if done.returncode:
        raise RuntimeError(f"{do} failed:\n{done.stderr[-3000:]}")
    return json.loads(done.stdout.splitlines()[-1])


def answer(do, **details):
    """Prepare the databases with so many writers, or look at what was kept."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.base")
    django.setup()
    from django.core.management import call_command
    from django.test.utils import override_settings

    from offline import found, town

    if do == "look":
        return found.look(details["expected"])
    call_command("prepare", stdout=sys.stderr)
    with override_settings(PASSWORD_HASHERS=[town.HASHER]):
        return town.writers(details["writers"])


if __name__ == "__main__":
    print(json.dumps(answer(**json.load(sys.stdin))))
