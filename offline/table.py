"""The one table, for people."""

from offline.run import faults

HIDDEN = "kinds of replies that are no answer"


def lines(rows):
    """The rows with a column per database, and under it what is wrong."""
    yield ""
    yield f"{'':26}" + "".join(f"{kind:>12}" for kind in rows)
    names = [name for name in next(iter(rows.values())) if name != HIDDEN]
    for name in names:
        yield f"{name:<26}" + "".join(f"{row[name]:>12,}" for row in rows.values())
    yield ""
    for kind, row in rows.items():
        wrong = faults(row)
        yield f"{'WRONG' if wrong else 'right':<6}{kind}" + "".join(f"; {fault}" for fault in wrong)
        if row["other replies"]:
            yield f"      replies by kind: {row[HIDDEN]}"
