"""Time an act, list its statements, and ask the database how long each took inside."""

import gc
import json
import statistics
import time
from contextlib import ExitStack, contextmanager

from django.db import connections

ASIDE = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")


def timed(act, inputs):
    """Milliseconds of `act` on each input, made ready beforehand."""
    inputs = list(inputs)
    gc.collect()
    taken = []
    for one in inputs:
        start = time.perf_counter()
        act(one)
        taken.append((time.perf_counter() - start) * 1000)
    return taken


@contextmanager
def statements():
    """Every statement sent to any database inside the block, transaction control aside."""
    seen = []

    def note(execute, sql, params, many, context):
        if not sql.lstrip().upper().startswith(ASIDE):
            seen.append((context["connection"].alias, sql, params))
        return execute(sql, params, many, context)

    with ExitStack() as stack:
        for connection in connections.all():
            stack.enter_context(connection.execute_wrapper(note))
        yield seen


def server_time(seen, times):
    """Median milliseconds these reads take inside the database: planning, execution and both."""
    planning, execution = [], []
    for _ in range(times):
        plan = run = 0.0
        for alias, sql, params in seen:
            connection = connections[alias]
            with connection.cursor() as cursor:
                if connection.vendor == "postgresql":
                    cursor.execute(f"EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) {sql}", params)
                    answer = cursor.fetchone()[0]
                    top = (json.loads(answer) if isinstance(answer, str) else answer)[0]
                    plan += top["Planning Time"]
                    run += top["Execution Time"]
                else:
                    start = time.perf_counter()
                    cursor.execute(sql, params)
                    cursor.fetchall()
                    run += (time.perf_counter() - start) * 1000
        planning.append(plan)
        execution.append(run)
    both = [one + other for one, other in zip(planning, execution, strict=True)]
    return {
        "planning": statistics.median(planning),
        "execution": statistics.median(execution),
        "total": statistics.median(both),
    }


def plans(seen):
    """The query plans as text, to explain a missed aim."""
    texts = []
    for alias, sql, params in seen:
        connection = connections[alias]
        how = "EXPLAIN (ANALYZE, BUFFERS)" if connection.vendor == "postgresql" else "EXPLAIN QUERY PLAN"
        with connection.cursor() as cursor:
            cursor.execute(f"{how} {sql}", params)
            texts.append("\n".join(str(row[-1]) for row in cursor.fetchall()))
    return texts


def percentile(values, share):
    """The value below which this share of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else None
