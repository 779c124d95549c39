"""`python -m scripts run|test|lint|pictures|bench|offline|faults|pairs|lock`: what the Makefile calls."""

import os
import shutil
import sys

if sys.version_info < (3, 11):  # noqa: UP036 (an older Python may well start this)
    for name in ("python3.13", "python3.12", "python3.11"):
        if shutil.which(name):
            os.execvp(name, [name, "-m", "scripts", *sys.argv[1:]])  # noqa: S606 (no shell is needed)
    sys.exit("Python 3.11 of nieuwer is nodig. Staat die elders? Dan: PYTHON=/pad/naar/python3.11 make run")

from scripts import children, locking, running, testing

COMMANDS = {
    "run": running.run,
    "test": testing.test,
    "lint": testing.lint,
    "pictures": testing.pictures,
    "bench": testing.bench,
    "offline": testing.offline,
    "faults": testing.faults,
    "pairs": testing.pairs,
    "lock": locking.lock,
}

if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in COMMANDS:
        sys.exit(f"Gebruik: python -m scripts {'|'.join(COMMANDS)}")
    children.end_with_make()
    try:
        sys.exit(COMMANDS[sys.argv[1]](*sys.argv[2:]))
    except KeyboardInterrupt:
        sys.exit("\nAfgebroken; de volgende keer gaat het verder waar het kan.")
