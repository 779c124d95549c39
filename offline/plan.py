"""What is sent in one run: who writes which signal, how often its box is sent, and in which order."""

import random
import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

MOST_SENDS = 20
SHORT = 0.03  # of the run: how long one signal keeps coming, of every other signal
BURST = 4  # sends of one key that go out together at most
RIVALS = 0.05  # share of the signals whose key also comes with other content
BORROWED = 0.02  # share of the signals whose key another writer uses too
INCOMPLETE = 0.1  # share of the signals that miss what the form would have asked
SEALED_AGAIN = 0.1  # share of the signals that are sent in two boxes with one content
DAYS = 90  # how long the oldest box waited
CHIPS = ["post_unopened", "rent_unpaid"]
ADJECTIVES, NOUNS = ("blauwe", "stille", "ronde", "oude"), ("fiets", "lamp", "tas", "sleutel")


@dataclass(eq=False)
class Item:
    """One content under one key on one phone, from the tap on Versturen until the server names it back."""

    writer: int
    key: str
    content: dict
    sealed_at: str
    sends: int
    boxes: int = 1
    rival: "Item | None" = None
    letters: list = field(default_factory=list)
    replies: set = field(default_factory=set)
    gone: bool = False


def signals(count, writers, rng):
    """The items of a run: as many signals as asked, and the rivals that come on top."""
    items = []
    for number in range(count):
        borrow = items and rng.random() < BORROWED
        key, writer = str(uuid.UUID(int=rng.getrandbits(128), version=4)), rng.randrange(writers)
        if borrow:
            lender = rng.choice(items)
            taken = {item.writer for item in items if item.key == lender.key}
            free = [other for other in range(writers) if other not in taken]
            key, writer = (lender.key, rng.choice(free)) if free else (key, writer)
        first = item_of(number, "eerste", writer, key, rng)
        items.append(first)
        if rng.random() < RIVALS:
            second = item_of(number, "andere", writer, key, rng)
            first.rival, second.rival = second, first
            items.append(second)
    return items


def item_of(number, which, writer, key, rng):
    """A signal that can be told from every other by its words."""
    sealed_at = datetime.now(UTC) - timedelta(seconds=rng.randrange(DAYS * 24 * 3600))
    content = {
        "v": 1,
        "kind": "signal",
        "theme": "money_or_rent",
        "postcode": "3119AB",
        "house_number": str(rng.randrange(1, 400)),
        "consent_answer": "yes_wants_help",
        "name": f"Mw. Voorbeeld {number}",
        "chips": CHIPS,
        "observation": f"Proef {number}, {which}: drie brieven van de Ż-bank. " + "Meer. " * rng.randrange(60),
        "urgency": "this_week",
        "observed_at": sealed_at.isoformat(),
        "words": f"{rng.choice(ADJECTIVES)} {rng.choice(NOUNS)}",
    }
    if rng.random() < INCOMPLETE:
        for name in ("postcode", "house_number", "consent_answer", "name", "urgency"):
            del content[name]
    return Item(
        writer=writer,
        key=key,
        content=content,
        sealed_at=sealed_at.isoformat(),
        sends=rng.randint(1, MOST_SENDS),
        boxes=2 if rng.random() < SEALED_AGAIN else 1,
    )


def order_of(items, rng):
    """All sends in the order in which they leave: bursts of one key, and the bursts out of order.

    Half of the signals keep coming through the whole run; of the others all sends fall in one short while,
    so that nothing sent later can make good what was answered and then lost.
    """
    bursts = []
    for item in items:
        begin, while_ = (0, 1) if rng.random() < 0.5 else (rng.random() * (1 - SHORT), SHORT)
        left = item.sends
        while left:
            size = min(left, rng.randint(1, BURST))
            bursts.append((begin + while_ * rng.random(), [item] * size))
            left -= size
    bursts.sort(key=lambda burst: burst[0])
    return [item for _, burst in bursts for item in burst]


def random_of(seed):
    """The chance of a run, the same for the same seed."""
    return random.Random(seed)
