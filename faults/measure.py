"""From moments, rows and receipts to figures: what was lost, what came twice, and how long it took."""

from collections import Counter, defaultdict
from itertools import pairwise
from operator import itemgetter

RECOVERY, SLOWER = 30.0, 1.2
NOTHING = ("lost", "twice", "again", "errors")
SENDERS = ("child", "worker")  # whose kill can fall between the receiver's answer and our own record of it
JUST = 3.0  # seconds at most from that answer to the kill
OVER = 20.0  # and from the last kill to what comes anew: the ten seconds of the lease, a worker that starts, its sweep


def percentile(values, share):
    """The value below which this share of the values lies; None of nothing."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else None


def result(phases, samples, kept, received, wrong, fallen):
    """The figures of one set-up: a line per fault, and what must hold at the end."""
    times = defaultdict(list)
    for message in sorted(received, key=itemgetter("at")):
        times[message["key"]].append(message["at"])
    first = {key: at[0] for key, at in times.items()}
    again = [(at[0], *pair) for at in times.values() for pair in pairwise(at)]
    kills = [moment for phase in phases if phase.name in SENDERS for moment in phase.moments]
    excused = unavoidable(again, kills)
    calm = web_p95(samples, [phase for phase in phases if phase.name == "undisturbed"])
    faults = {}
    for name in dict.fromkeys(phase.name for phase in phases):
        there = [phase for phase in phases if phase.name == name]
        faults[name] = figures(there, samples, kept, first, again, excused, calm)
    keys = {row["key"] for row in kept["rows"]}
    return {
        "faults": faults,
        "end": {
            "acts acknowledged": kept["acts"],
            "acts not there exactly once": sum(kept["wrong"].values()),
            "due rows": len(kept["rows"]),
            "due rows lost": sum(is_lost(row, first) for row in kept["rows"]),
            "due rows waiting": kept["waiting"],
            "leases left": kept["leases"],
            "arrivals without a row": len(first.keys() - keys),
            "rows that share a key": len(kept["rows"]) - len(keys),
            "mails and texts": len(received),
            "came again under their key": len(again),
            "of which no sender can avoid": len(excused),
            "requests": len(samples),
            "requests not answered well": len(wrong),
        },
        "came again": [told_of(one, kills) for one in again if one not in excused],
        "wrong": kept["wrong"],
        "refusals": dict(Counter(wrong).most_common(5)),
        "fell by themselves": fallen,
    }


def unavoidable(again, kills):
    """What came again because of a kill right behind its coming: one for each kill, and only soon after the last kill.

    `again` and what is returned are moments: when it first came, when it came before this time, and this time. A worker
    that took the row over can be killed too, before it sends: then the next one sends it.
    """
    left, excused = sorted(kills), []
    for first, came, later in sorted(again, key=itemgetter(1)):
        kill = next((kill for kill in left if came <= kill <= came + JUST and kill < later), None)
        if kill is not None and later <= max(one for one in kills if one < later) + OVER:
            left.remove(kill)
            excused.append((first, came, later))
    return excused


def told_of(repeat, kills):
    """When something came again, and how long before that the last kill of a sender was."""
    _first, came, later = repeat
    kill = max((kill for kill in kills if kill < later), default=None)
    return f"{later - came:.1f} s later" + (f", kill {kill - came:+.1f} s after it came" if kill else "")


def figures(phases, samples, kept, first, again, excused, calm):
    """One line of the table: what was made, lost and doubled in these stretches, and how long it took."""
    made = [row for row in kept["rows"] if within(phases, row["made"])]
    took = [seconds for phase in phases for seconds in recoveries(phase, kept["rows"], first)]
    told = sum(within(phases, at) for at, _came, _later in excused)
    now, keys = web_p95(samples, phases), {row["key"] for row in kept["rows"]}
    return {
        "times": sum(len(phase.moments) for phase in phases),
        "rows": len(made),
        "lost": sum(is_lost(row, first) for row in made),
        "twice": sum(key not in keys and within(phases, at) for key, at in first.items()),
        "again": sum(within(phases, at) for at, _came, _later in again) - told,
        "unavoidable": told,
        "with work": len(took),
        "recovery p50": percentile(took, 0.5),
        "recovery p99": percentile(took, 0.99),
        "web p95": now,
        "slower": now / calm if now and calm else None,
        "errors": sum(not one.good for one in samples if within(phases, one.at)),
        "sent again": sum(one.tries > 1 for one in samples if within(phases, one.at)),
    }


def is_lost(row, first):
    """Whether nobody received it, or the product does not know that it is done."""
    return not row["done"] or row["key"] not in first


def within(phases, moment):
    """Whether a moment falls in one of these stretches."""
    return any(phase.began <= moment < phase.ended for phase in phases)


def recoveries(phase, rows, first):
    """Seconds until what was due got done.

    After a kill: until the last row that was due at that moment was received. Where a fault lasts as long as its
    stretch: for each row that was made in it. Undisturbed: for each row that was made and received in it, because
    one that was not belongs to the kill that came in between. A row that never arrived took for ever.
    """
    never = float("inf")
    made = [row for row in rows if within([phase], row["made"])]
    if phase.name == "undisturbed":
        made = [row for row in made if within([phase], first.get(row["key"], never))]
    if phase.name == "undisturbed" or phase.throughout:
        return [first.get(row["key"], never) - row["made"] for row in made]
    took = []
    for moment in phase.moments:
        due = [first.get(row["key"], never) for row in rows if row["made"] <= moment]
        still = [at for at in due if at > moment]
        took += [max(still) - moment] if still else []
    return took


def web_p95(samples, phases):
    """Milliseconds within which 95 of 100 requests in these stretches were answered, sent again or not."""
    taken = [one.seconds * 1000 for one in samples if within(phases, one.at)]
    return percentile(taken, 0.95)


def missed(found):
    """What is not as it must be, in words; nothing when all is well."""
    return [*broken(found), *slow(found)]


def broken(found):
    """What must never happen, and did."""
    end = found["end"]
    must_be_none = (
        *("acts not there exactly once", "due rows lost", "due rows waiting", "leases left"),
        *("arrivals without a row", "rows that share a key", "requests not answered well"),
    )
    said = [f"{name}: {end[name]}" for name in must_be_none if end[name]]
    for fault, row in found["faults"].items():
        said += [f"{fault}: {row[name]} {name}" for name in NOTHING if row[name]]
        if not row["times"] and fault != "undisturbed":
            said.append(f"{fault}: it was never done")
    between = len(found["came again"]) - sum(row["again"] for row in found["faults"].values())
    return [*said, *([f"between and after the stretches: {between} again"] if between else [])]


def slow(found):
    """What took longer than it may."""
    said = []
    for fault, row in found["faults"].items():
        if row["recovery p99"] is not None and row["recovery p99"] > RECOVERY:
            said.append(f"{fault}: recovery p99 {row['recovery p99']:.1f} s, not {RECOVERY:.0f}")
        if row["slower"] is not None and row["slower"] > SLOWER:
            said.append(f"{fault}: web p95 {row['slower']:.2f} times undisturbed, not {SLOWER}")
    return said
