"""One run on one kind of database: phones, network, server, three restarts, and what was kept at the end."""

import time
from dataclasses import dataclass

from offline import plan
from offline.client import sign_up
from offline.network import Network
from offline.storm import Storm


@dataclass(frozen=True)
class Effort:
    """How much is sent, and how long that may take."""

    signals: int = 1000
    restarts: int = 3
    workers: int = 2
    seed: int = 9180
    lost: float = 0.5  # share of the replies that is dropped
    portal: float = 0.05  # share of the sends that a portal answers

    @property
    def writers(self):
        """So many that nobody meets the limit on what one phone may send in an hour."""
        return max(4, self.signals // 20)

    @property
    def seconds(self):
        """Four minutes per thousand signals, and never less than two."""
        return max(120, self.signals * 0.24)


def run(server, writers, look, effort, say):
    """Send everything to this server and count; `look` answers what it kept, `writers` have a session there."""
    began, rng = time.monotonic(), plan.random_of(effort.seed)
    items = plan.signals(effort.signals, len(writers), rng)
    try:
        server.start()
        phones = [sign_up(server.port, writer["cookies"]) for writer in writers]
        seal(items, phones)
        say(f"{effort.signals} signals sealed by {len(phones)} writers")
        with Network(server.port, lost=effort.lost, portal=effort.portal, seed=effort.seed) as network:
            storm = Storm(phones, network.port, effort.seconds - (time.monotonic() - began))
            storm.blow(plan.order_of(items, rng), effort.restarts, lambda: again(server, say))
            unanswered = storm.settle(items)
        say("everything sent")
        kept = look(expected(items, writers))
        if storm.other.keys() - {"portal"}:
            say(f"the server last said:\n{server.said()}")
    except Exception as error:
        error.add_note(server.said())
        raise
    finally:
        server.close()
    return {
        "signals sent": effort.signals,
        "sends": storm.sends,
        "replies delivered": network.seen["delivered"],
        "replies dropped": network.seen["dropped"],
        "replies of a portal": network.seen["portal"],
        "server away": network.seen["server away"],
        "restarts": effort.restarts,
        "signals found": kept["signals"],
        "lost": kept["lost"],
        "twice": kept["twice"],
        "never sent": kept["never sent"],
        "other words": kept["other words"],
        "unequal replies": unequal(items),
        "without an answer": len(unanswered),
        "other replies": sum(count for name, count in storm.other.items() if name != "portal"),
        "keys with two contents": sum(item.rival is not None for item in items) // 2,
        "conflicts kept": kept["conflicts"],
        "seconds": round(time.monotonic() - began, 1),
        "kinds of replies that are no answer": dict(storm.other),
    }


def seal(items, phones):
    """Every phone seals what its writer tells, before anything is sent."""
    for item in items:
        phone = phones[item.writer]
        for _ in range(item.boxes):
            box = phone.box(item.key, item.content)
            item.letters.append(phone.letter(item.key, "signal", item.sealed_at, box))


def again(server, say):
    """Kill the server in the middle of its work and start it anew."""
    server.kill()
    server.start()
    say("server killed and started again")


def expected(items, writers):
    """Per signal what must be there: of two contents under one key, the one that was received with 201."""
    first = {}
    for item in items:
        if item.rival is None or {status for status, _ in item.replies} == {201}:
            first[item.writer, item.key] = item
    for item in items:
        first.setdefault((item.writer, item.key), item)
    return [
        {
            "writer": writers[item.writer]["pk"],
            "key": item.key,
            "words": item.content["observation"],
            "rival": item.rival.content["observation"] if item.rival else "",
        }
        for item in first.values()
    ]


def unequal(items):
    """How many contents got two different answers, or an answer that does not fit their key."""
    wrong = 0
    for item in items:
        statuses = {status for status, _ in item.replies}
        wrong += len(item.replies) > 1 or (item.rival is None and statuses != {201})
        if item.rival is not None and {*statuses, *(status for status, _ in item.rival.replies)} != {201, 409}:
            wrong += 1
    return wrong


WRONG = ("lost", "twice", "never sent", "other words", "unequal replies", "without an answer")


def faults(row):
    """What is not as it must be, in words; nothing when all is well."""
    found = [f"{name}: {row[name]}" for name in WRONG if row[name]]
    for name, same in (("signals found", "signals sent"), ("conflicts kept", "keys with two contents")):
        if row[name] != row[same]:
            found.append(f"{name}: {row[name]}, not {row[same]}")
    return found
