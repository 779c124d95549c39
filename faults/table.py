"""The one table, for people."""

from faults.measure import JUST, OVER, RECOVERY, SLOWER, missed

COLUMNS = (
    ("times", "times", "{:d}"),
    ("rows", "due rows", "{:d}"),
    ("lost", "lost", "{:d}"),
    ("twice", "twice", "{:d}"),
    ("again", "same key again", "{:d}"),
    ("unavoidable", "unavoidable", "{:d}"),
    ("recovery p50", "recov. p50 s", "{:.1f}"),
    ("recovery p99", "recov. p99 s", "{:.1f}"),
    ("web p95", "web p95 ms", "{:.0f}"),
    ("slower", "x calm", "{:.2f}"),
    ("sent again", "sent again", "{:d}"),
    ("errors", "errors", "{:d}"),
)
FAULTS = {
    "undisturbed": "undisturbed",
    "child": "kill -9 worker child",
    "worker": "kill -9 whole worker",
    "web": "kill -9 web, half after commit",
    "refuses": "broker refuses throughout",
    "hangs": "broker hangs throughout",
    "flushed": "broker flushed",
}
NOTES = (
    "lost: never at the receiver, or not known to be done. twice: an effect that no row has, or one too many.",
    "same key again: a mail or text message that came once more under its own key, and had no reason to.",
    f"unavoidable: the same, but its sender was killed within {JUST:.0f} s after the receiver's answer, and it came",
    f"  within {OVER:.0f} s after the last kill; one a kill. Between that answer and the own commit nobody can tell.",
    "  A mailbox or a gateway that knows the key keeps one.",
    "recovery: from a kill until all that was due then was received; undisturbed and throughout: from row to receiver.",
    "sent again: requests that a killed web process left without an answer; people send the same form once more.",
    "With a broker, Celery's worker and manage.py work stand side by side in every stretch, as the handbook says.",
    f"Bounds: 0 lost, twice, again and refused; recovery p99 {RECOVERY:.0f} s; web p95 {SLOWER} times undisturbed.",
)


def lines(results):
    """A row per set-up and fault, what holds at the end, and what is not as it must be."""
    yield ""
    yield f"{'':10}{'':32}" + "".join(f"{title:>15}" for _, title, _ in COLUMNS)
    for setup, found in results.items():
        for fault, row in found["faults"].items():
            cells = (how.format(row[name]) if row[name] is not None else "-" for name, _, how in COLUMNS)
            yield f"{setup:<10}{FAULTS[fault]:<32}" + "".join(f"{cell:>15}" for cell in cells)
        yield ""
    names = list(next(iter(results.values()))["end"]) if results else []
    yield f"{'at the end':<42}" + "".join(f"{setup:>12}" for setup in results)
    for name in names:
        yield f"{name:<42}" + "".join(f"{found['end'][name]:>12,}" for found in results.values())
    yield ""
    yield from NOTES
    yield ""
    for setup, found in results.items():
        said = missed(found)
        yield f"{'MISSED' if said else 'kept':<7}{setup}" + "".join(f"\n       {word}" for word in said)
        for name in ("came again", "wrong", "refusals", "fell by themselves"):
            if found[name]:
                yield f"       {name}: {found[name]}"
