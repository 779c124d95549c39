"""What the set-up says: one line per step, and one clear sentence when it cannot go on."""

import sys
import time
from contextlib import contextmanager

for stream in (sys.stdout, sys.stderr):
    stream.reconfigure(errors="replace")  # a terminal without accents still gets the sentence


def say(text=""):
    """Prints one line at once, also when the output is a file or a pipe."""
    print(text, flush=True)


def stop(sentence):
    """Ends the program with one sentence that says what is wrong and what to do."""
    print(sentence, file=sys.stderr, flush=True)
    raise SystemExit(1)


@contextmanager
def step(text):
    """Names a step when it begins and tells the seconds when it is done."""
    say(f"{text} ...")
    started = time.monotonic()
    yield
    say(f"  klaar ({time.monotonic() - started:.1f} s)")
