"""One set-up under load: undisturbed, then fault after fault, then quiet; and what was kept at the end."""

import random
import time
from dataclasses import dataclass, field

from faults.ledger import Ledger, lines
from faults.load import Load
from faults.measure import broken, result

NEXT = 4  # seconds to wait for something to happen that a kill must hit


@dataclass(frozen=True)
class Effort:
    """How much is done to a set-up, and how busy the town is meanwhile."""

    kills: int = 60
    rate: float = 8.0  # requests a second
    hands: int = 4
    people: int = 8
    undisturbed: float = 15.0  # seconds, before and again after the faults
    away: float = 45.0  # seconds that a broker refuses, or hangs
    flushes: int = 5
    gap: tuple = (0.3, 1.0)  # seconds before a kill
    web_gap: tuple = (2.0, 3.5)  # of a web process: whom it was answering sends again, and the p95 is to tell of others
    patience: float = 120.0  # seconds for what is still due when all is quiet
    seed: int = 9012


@dataclass
class Phase:
    """A stretch of the run: what was done when, and when it began and ended."""

    name: str
    began: float
    ended: float = 0.0
    moments: list = field(default_factory=list)
    throughout: bool = False  # the fault lasts as long as the phase


class Run:
    """The faults of one set-up, one after the other."""

    def __init__(self, setup, load, effort, say):
        self.setup, self.load, self.effort, self.say = setup, load, effort, say
        self.rng, self.phases = random.Random(effort.seed), []

    def all(self):
        """Undisturbed, every fault, and undisturbed again."""
        self.phase("undisturbed", self.undisturbed)
        for name, share in self.setup.faults.items():
            self.phase(name, getattr(self, name), *([max(1, round(self.effort.kills * share))] if share else []))
            self.setup.up()
        self.phase("undisturbed", self.undisturbed)
        return self.phases

    def phase(self, name, do, *details):
        """Do something to the set-up, and keep when."""
        phase = Phase(name, time.time())
        self.phases.append(phase)
        do(phase, *details)
        phase.ended = time.time()
        self.say(f"{self.setup.name}: {name}, {len(phase.moments)} times in {phase.ended - phase.began:.0f} s")

    def undisturbed(self, phase):
        """Nothing is done."""
        time.sleep(self.effort.undisturbed)

    def child(self, phase, kills):
        """Kill -9 of a child of the worker: half of them at any moment, half when a mail has just been taken."""
        for number in range(kills):
            self.wait(self.effort.gap, aimed=number % 2)
            if self.setup.worker.kill_child(self.rng, self.setup.receiver.port):
                phase.moments.append(time.time())

    def worker(self, phase, kills):
        """Kill -9 of a whole worker, which is started again at once; where there are two, each in its turn."""
        for number in range(kills):
            worker = self.setup.workers[number // 2 % len(self.setup.workers)]
            worker.up()
            self.wait(self.effort.gap, aimed=number % 2)
            worker.kill()
            phase.moments.append(time.time())
            worker.start()

    def web(self, phase, kills):
        """Kill -9 of a web process: half between a commit and what follows it, half at any moment."""
        for number in range(kills):
            self.wait(self.effort.web_gap)
            if number % 2:
                moment = self.load.kill_one(NEXT * 4)
                phase.moments += [moment] if moment else []
            elif self.setup.web.kill_child(self.rng):
                phase.moments.append(time.time())

    def refuses(self, phase):
        """No broker at all; the worker that needs none does the work."""
        self.away(phase, self.setup.broker.kill, self.setup.broker.start)

    def hangs(self, phase):
        """A broker that takes connections and says nothing."""
        self.away(phase, self.setup.broker.freeze, self.setup.broker.thaw)

    def away(self, phase, take, give_back):
        """The broker is away for a while, and comes back to Celery, which must find it again."""
        phase.throughout = True
        take()
        phase.moments.append(time.time())
        self.setup.watch(self.effort.away)
        give_back()
        self.setup.broker.up()

    def flushed(self, phase):
        """The broker forgets everything in the middle of it."""
        for _ in range(self.effort.flushes):
            self.wait(self.effort.gap, aimed=True)
            self.setup.broker.flush()
            phase.moments.append(time.time())

    def wait(self, gap, aimed=False):
        """A while, and when it must hit something: until that something happens."""
        time.sleep(self.rng.uniform(*gap))
        if aimed:
            self.setup.receiver.next(NEXT)


def run(setup, town, look, effort, say):
    """Let the town work on this set-up and do to it what can be done; the figures, by fault.

    `look(do, **details)` asks the product what it kept.
    """
    ledger = Ledger(setup.folder / "acknowledged.jsonl")
    try:
        with setup:
            say(f"{setup.name}: everything runs")
            load = Load(setup.web.port, town, ledger, rate=effort.rate, hands=effort.hands, seed=effort.seed)
            with load:
                time.sleep(2)  # what is asked first is slow everywhere
                phases = Run(setup, load, effort, say).all()
            settle(setup, look, effort, say)
            kept = look("look", acts=lines(ledger.path))
            received = lines(setup.receiver.kept)
            found = result(phases, load.samples, kept, received, load.wrong, setup.fallen)
            if broken(found):
                say(f"{setup.name}: the processes last said\n{setup.said()}")
            return found
    except Exception as error:
        error.add_note(setup.said())
        raise
    finally:
        ledger.close()


def settle(setup, look, effort, say):
    """Nobody works any more: what is due must get done, for as long as our patience lasts."""
    until, began = time.monotonic() + effort.patience, time.monotonic()
    while True:
        setup.up()
        still = look("waiting")
        if not any(still.values()) or time.monotonic() > until:
            break
        time.sleep(1)
    say(f"{setup.name}: quiet after {time.monotonic() - began:.0f} s, {still}")
