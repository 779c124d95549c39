"""The made-up town both sides are filled with: the same signals, desks and people on every run."""

import random
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property

SEED = 20261121
YEARS_BACK = timedelta(days=730)
OTHER_DESKS = 20
WRITERS, DIRECTORS = 50, 20
NOTES, CONTACTS = 6, 3
SHORT_CASE, LONG_CASE = 0, 1
LONG_CASE_NOTES = 60

# desk -> share of the signals that come to it; the other desks divide the rest
SHARES = {"heavy": 0.30, "typical-0": 0.023, "typical-1": 0.023, "typical-2": 0.023}
SMALL = ("small", "ten-0", "ten-1", "ten-2")
OTHERS = tuple(f"other-{number}" for number in range(OTHER_DESKS))
DESKS = (*SHARES, *SMALL, *OTHERS, "finished")

# who is measured -> the desks they work at
PEOPLE = {
    "heavy": ("heavy",),
    "typical": ("typical-0", "typical-1", "typical-2"),
    "sparse": ("small",),
    "finished": ("finished",),
    "ten": ("ten-0", "ten-1", "ten-2"),
    "many": ("heavy", "typical-0", "typical-1"),
    "queue": ("typical-0",),  # a million signals leave some 2,000 of them to decide on
}
REPORTER = "writer-0"
EVERYBODY = (
    *PEOPLE,
    *(f"writer-{number}" for number in range(WRITERS)),
    *(f"director-{number}" for number in range(DIRECTORS)),
)
MEASURED = ("heavy", "typical", "sparse")

THEMES = ("loneliness", "money_or_rent", "youth_at_risk", "care_or_home", "other")
URGENCIES = ("today", "this_week", "can_wait")
AREAS = ("Centrum", "Oost", "West", "Zuid", "Kethel", "Nieuwland", "Groenoord", "Woudhoek", "Spaland")
CLOSED = ("advised", "passed_on", "not_taken_up")
COLOURS = ("rode", "blauwe", "groene", "gele", "witte", "grijze", "oranje", "paarse")
THINGS = ("trui", "fiets", "stoel", "brug", "lamp", "boot", "sleutel", "appel", "klok", "tuin")
SEEN = (
    "Stapel ongeopende post op de mat.",
    "De gordijnen zijn al een week dicht.",
    "Zegt dat de huur deze maand niet lukt.",
    "Komt niet meer naar de koffieochtend.",
    "Geen eten in huis gezien.",
)


@dataclass(frozen=True, slots=True)
class Grant:
    """One permission on one signal; ended grants exist only where grants can end."""

    holder: str
    action: str
    origin: str = "routing"
    ended: bool = False
    ends: bool = False


@dataclass(frozen=True, slots=True)
class SignalRow:
    """One signal, with everything a side needs to store it."""

    number: int
    id: uuid.UUID
    created_at: datetime
    status: str
    desk: str
    writer: int
    case: int | None
    facts: dict
    words: dict
    team_grants: tuple
    person_grants: tuple


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One case, made from one signal and directed by one person."""

    number: int
    signal: int
    director: str
    created_at: datetime
    notes: int


class World:
    """`n` signals in order of arrival, and the grants that make each measured person see their share."""

    def __init__(self, n, now=None):
        self.n = n
        self.now = now or datetime.now(UTC).replace(microsecond=0)
        self.step = YEARS_BACK / n
        self.case_count = max(4, min(n // 20, 20_000))
        self.cases = [self._case(number) for number in range(self.case_count)]
        self.case_of = {case.signal: case for case in self.cases}

    @cached_property
    def sparse(self):
        """The five signals of the sparse person, from old to new."""
        return [self.n * part // 6 for part in range(1, 6)]

    @cached_property
    def ten(self):
        """The ten signals of the person with three nearly empty desks."""
        return [self.n * part // 11 for part in range(1, 11)]

    def arrival(self, number):
        return self.now - YEARS_BACK + self.step * (number + 1) - timedelta(minutes=5)

    def _case(self, number):
        # spread over the older nine tenths: the newest signals still wait for triage
        signal = number * (self.n * 9 // 10) // self.case_count
        director = "typical" if number in (SHORT_CASE, LONG_CASE) else f"director-{number % DIRECTORS}"
        director = "typical" if number % 40 == 0 else director
        notes = LONG_CASE_NOTES if number == LONG_CASE else NOTES
        return CaseRow(number, signal, director, self.arrival(signal), notes)

    def is_new(self, number):
        return number >= self.n * 9 // 10

    def signals(self):
        """Every signal in order of arrival; the same for every side and every run of one size."""
        rng = random.Random(SEED)
        desks, weights = self._primary_desks()
        finished_from = self.n - 200
        sparse = {number: place for place, number in enumerate(self.sparse)}
        ten = {number: place for place, number in enumerate(self.ten)}
        cumulative = [sum(weights[: place + 1]) for place in range(len(weights))]
        for number in range(self.n):
            created_at = self.arrival(number)
            desk = rng.choices(desks, cum_weights=cumulative)[0]
            new = self.is_new(number)
            team = [Grant(desk, "view", ends=not new), Grant(desk, "triage", ends=not new)]
            person = [Grant(f"writer-{rng.randrange(WRITERS)}", "follow")]
            writer = int(person[0].holder.removeprefix("writer-"))
            if rng.random() < 0.5:
                team.append(Grant(rng.choice([one for one in OTHERS if one != desk]), "view", "second"))
            if rng.random() < 0.02:
                team.append(Grant(desk, "view", "twice"))
            if number % 20 == 0:
                team.append(Grant("finished", "view", "second", ended=number < finished_from))
            if number in sparse:
                small = sparse[number] % 2
                (team if small else person).append(Grant("small" if small else "sparse", "view", "second"))
            if number in ten:
                team.append(Grant(f"ten-{ten[number] % 3}", "view", "second"))
            case = self.case_of.get(number)
            if case is not None:
                person.append(Grant(case.director, "view", "director"))
            status = "linked" if case is not None else "new" if new else rng.choice(CLOSED)
            yield SignalRow(
                number,
                _uuid7(created_at, rng),
                created_at,
                status,
                desk,
                writer,
                None if case is None else case.number,
                self._facts(rng),
                self._words(rng, number),
                tuple(team),
                tuple(person),
            )

    def _primary_desks(self):
        rest = (1 - sum(SHARES.values())) / len(OTHERS)
        return (*SHARES, *OTHERS), [*SHARES.values(), *([rest] * len(OTHERS))]

    def _facts(self, rng):
        return {
            "theme": rng.choice(THEMES),
            "area": rng.randrange(len(AREAS)),
            "urgency": rng.choice(URGENCIES),
            "words_name": f"{rng.choice(COLOURS)} {rng.choice(THINGS)}",
        }

    def _words(self, rng, number):
        return {
            "name": f"Mw. {number:07d}",
            "street": "Voorbeeldstraat",
            "postcode": f"31{rng.randrange(10, 99)}AB",
            "house_number": str(9000 + rng.randrange(900)),
            "age_band": "67+",
            "chips": "post_unopened",
            "observation": " ".join(rng.sample(SEEN, 3)),
            "already_done": "Twee keer langs geweest.",
            "consent_answer": "yes_wants_help",
            "phone": "0000000000",
        }


def _uuid7(moment, rng):
    """A time-ordered key for a moment of the made-up past."""
    milliseconds = int(moment.timestamp() * 1000)
    return uuid.UUID(int=milliseconds << 80 | 0x7 << 76 | rng.getrandbits(12) << 64 | 0b10 << 62 | rng.getrandbits(62))


def code_of(number, start="B"):
    """A code that is unique in the town, of the shape the project shows."""
    letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
    code = ""
    for _ in range(7):
        number, place = divmod(number, len(letters))
        code = letters[place] + code
    return start + code
