"""Let several processes do something at the same instant."""

import multiprocessing
import time

from django.db import connection, connections


def race(*deeds):
    """Run each deed in a process of its own, started together; what each returned, or the name of its error."""
    context = multiprocessing.get_context("fork")
    barrier, results = context.Barrier(len(deeds)), context.Queue()
    connections.close_all()
    children = [
        context.Process(target=_child, args=(deed, place, barrier, results)) for place, deed in enumerate(deeds)
    ]
    for child in children:
        child.start()
    found = dict(results.get(timeout=60) for _ in deeds)
    for child in children:
        child.join()
    return [found[place] for place in range(len(deeds))]


def _child(deed, place, barrier, results):
    try:
        results.put((place, deed(barrier)))
    except Exception as error:
        results.put((place, type(error).__name__))
    finally:
        connections.close_all()


def until_somebody_waits():
    """Go on when another process waits for what this one holds; at once on SQLite, where it waits before it begins."""
    if connection.vendor != "postgresql":
        return
    last = time.monotonic() + 30
    with connection.cursor() as cursor:
        while time.monotonic() < last:
            cursor.execute("SELECT 1 FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid))")
            if cursor.fetchone():
                return
    raise AssertionError("nobody waits")
