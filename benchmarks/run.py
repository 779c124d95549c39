"""One database's run: load both sides, measure them in turns, and hand back the rows of the table."""

import json
import statistics
import subprocess
import sys
import time
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import chain

from benchmarks.measuring import percentile
from benchmarks.servers import ROOT, Web, databases
from benchmarks.side import Side
from benchmarks.world import MEASURED, PEOPLE, REPORTER

PAGES = ("list", "queue", "signal", "case", "long_case", "history", "report", "status")
POSTS = ("report", "status")
OURS = ("queue", "first_signal")  # the plain app has no work queue, and keeps no promise to read
MIXED = (*POSTS, "list", "list", "list", "signal", "case", "case", "history", "history")
PAGE_ORM, PAGE_SERVER = "first page, ORM", "first page, server"
QUEUE_ORM = "work queue, ORM"


@dataclass(frozen=True)
class Effort:
    """How often everything is repeated."""

    rounds: int = 4
    times: int = 7
    web_rounds: int = 3
    web_seconds: float = 0.6
    web_count: int = 80
    post_count: int = 20
    connections: tuple = (1, 4)
    mixed: int = 1000
    warm: bool = True
    workers: int = 2
    settings: str = "config.settings.base"


SMALL = Effort(
    rounds=1,
    times=2,
    web_rounds=1,
    web_seconds=2,
    web_count=3,
    post_count=2,
    connections=(1,),
    mixed=10,
    warm=False,
    workers=1,
    settings="benchmarks.small",
)


class Run:
    """The project, the floor and the plain app on one kind of database, in one go."""

    def __init__(self, kind, n, now, effort, say):
        self.kind, self.n, self.now, self.effort, self.say = kind, n, now, effort, say
        self.rows = []

    def go(self):
        started = time.monotonic()
        with ExitStack() as stack:
            addresses = stack.enter_context(databases(self.kind, ("project", "keys", "plain")))
            environments = {
                "project": {
                    "DATABASE_URL": addresses["project"],
                    "KEYS_DATABASE_URL": addresses["keys"],
                    "DJANGO_SETTINGS_MODULE": self.effort.settings,
                },
                "plain": {
                    "BENCH_DATABASE_URL": addresses["plain"],
                    "DJANGO_SETTINGS_MODULE": "benchmarks.plain.settings",
                },
            }
            self.sides = {name: Side(name, environment) for name, environment in environments.items()}
            for side in self.sides.values():
                stack.callback(side.close)
            loaded = self.load()
            self.counts()
            self.queries()
            self.queue()
            self.checks()
            self.statements()
            self.over_http(environments)
        return {
            "database": self.kind,
            "n": self.n,
            "loaded": loaded,
            "rows": self.rows,
            "seconds": round(time.monotonic() - started),
        }

    def row(self, name, who="", unit="ms", **values):
        self.rows.append({"row": name, "who": who, "unit": unit, **values})

    def load(self):
        self.say(f"{self.kind}: loading {self.n} signals on both sides")
        for side in self.sides.values():
            side.send("load", n=self.n, now=self.now)
        return {name: side.receive() for name, side in self.sides.items()}

    def counts(self):
        for who in PEOPLE:
            counted = {name: side.ask("count", who=who) for name, side in self.sides.items()}
            self.row("visible signals", who, "count", **counted)
        for who in MEASURED:
            shown = {name: side.ask("rows", name="page", who=who) for name, side in self.sides.items()}
            if shown["project"] != shown["plain"]:
                raise AssertionError(f"{who} does not see the same first page on both sides")

    def queries(self):
        self.say(f"{self.kind}: first pages as queries")
        asked = (("project", "page"), ("project", "floor"), ("plain", "page"), ("plain", "textbook"))
        for who in (*MEASURED, "finished"):
            orm = {pair: [] for pair in asked}
            for turn in range(self.effort.rounds + 1):
                for side, name in asked:
                    taken = self.sides[side].ask("query", name=name, who=who, times=self.effort.times)
                    if turn:  # the first round only warms up
                        orm[side, name] += taken
            inside = {
                (side, name): self.sides[side].ask("server", name=name, who=who, times=self.effort.rounds * 3)
                for side, name in asked
            }
            self.row(PAGE_ORM, who, **{_column(pair): statistics.median(orm[pair]) for pair in asked})
            for part, title in (("total", PAGE_SERVER), ("execution", f"{PAGE_SERVER}, without planning")):
                self.row(title, who, **{_column(pair): inside[pair][part] for pair in asked})

    def queue(self):
        """The work queue of one desk, and the same without permissions."""
        taken = {"queue": [], "queue_floor": []}
        for turn in range(self.effort.rounds + 1):
            for name, times in taken.items():
                asked = self.sides["project"].ask("query", name=name, who="queue", times=self.effort.times)
                if turn:  # the first round only warms up
                    times += asked
        project, floor = (statistics.median(times) for times in taken.values())
        self.row(QUEUE_ORM, "queue", project=project, floor=floor)

    def checks(self):
        taken = {name: [] for name in self.sides}
        for _ in range(self.effort.rounds):
            for name, side in self.sides.items():
                answer = side.ask("check", who="typical", times=20)
                if answer["yes"] * 2 != answer["asked"]:
                    raise AssertionError(f"{name}: {answer['yes']} of {answer['asked']} checks said yes")
                taken[name] += answer["taken"]
        medians = {name: statistics.median(times) for name, times in taken.items()}
        self.row("one record's check, ORM", "typical", **medians)

    def statements(self):
        self.say(f"{self.kind}: statements per page")
        for page in PAGES:
            self._statements(page, _asker(page))
        for who in ("ten", "many"):
            self._statements("list", who)
        self._statements("queue", "queue")
        self._statements("first_signal", "typical")

    def _statements(self, page, who):
        asked = {"project": self.sides["project"]} if page in OURS else self.sides
        counted = {name: side.ask("statements", page=page, who=who) for name, side in asked.items()}
        for name, one in counted.items():
            self._refuse_errors(page, name, [one["status"]])
        self.row(f"statements, {page}", who, "count", **{n: one["statements"] for n, one in counted.items()})

    def over_http(self, environments):
        with ExitStack() as stack:
            pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
            # closing its standard input ends it
            command = [sys.executable, "-m", "benchmarks.load"]
            self.load_generator = stack.enter_context(subprocess.Popen(command, cwd=ROOT, **pipes))
            self._over_http(environments)

    def _over_http(self, environments):
        with ExitStack() as stack:
            self.webs = self._start(stack, environments)
            for who in MEASURED:
                asked = (("project", "list"), ("plain", "list"), ("plain", "textbook"))
                for connections in self.effort.connections:
                    self._page(f"list over HTTP, {connections} at once", who, asked, connections)
            for page in ("queue", "signal", "case", "history", "report", "status"):
                asked = (("project", page),) if page in OURS else (("project", page), ("plain", page))
                for connections in self.effort.connections:
                    self._page(f"{page} over HTTP, {connections} at once", _asker(page), asked, connections)
            if not self.effort.warm:
                self.memory()
        if self.effort.warm:
            with ExitStack() as stack:
                self.webs = self._start(stack, environments)
                self.memory()

    def _start(self, stack, environments):
        webs = {
            name: Web(side.ask("application"), environments[name], self.effort.workers)
            for name, side in self.sides.items()
        }
        for web in webs.values():
            stack.callback(web.close)
            web.wait()
        return webs

    def _page(self, title, who, asked, connections):
        self.say(f"{self.kind}: {title}, {who}")
        taken = {pair: [] for pair in asked}
        for turn in range(0 if self.effort.warm else 1, self.effort.web_rounds + 1):
            for side, page in asked:
                answer = self._some(side, page, who, connections, warming=not turn)
                self._refuse_errors(page, side, answer["statuses"])
                if turn:
                    taken[side, page] += answer["taken"]
        for share, word in ((0.5, "p50"), (0.95, "p95")):
            values = {_column(pair): percentile(taken[pair], share) for pair in asked}
            self.row(f"{title}, {word}", who, **values)

    def _some(self, side, page, who, connections, *, warming):
        """A round of requests: the same page again and again, or each form once."""
        if page in POSTS:
            count = connections if warming else self.effort.post_count
            requests = self.sides[side].ask("web", page=page, who=who, times=count)
            return self.fire(side, requests, len(requests), connections)
        requests = self.sides[side].ask("web", page=page, who=who, times=1)
        return self.fire(side, requests, 4 * connections if warming else self.effort.web_count, connections)

    def fire(self, side, requests, count, connections, seconds=None):
        """Let a process of its own send requests to one side's web server."""
        plan = {
            "port": self.webs[side].port,
            "requests": requests,
            "count": count,
            "seconds": seconds or self.effort.web_seconds,
            "connections": connections,
        }
        self.load_generator.stdin.write(json.dumps(plan) + "\n")
        self.load_generator.stdin.flush()
        return json.loads(self.load_generator.stdout.readline())

    def memory(self):
        self.say(f"{self.kind}: memory after {self.effort.mixed} mixed requests")
        used = {}
        for name, side in self.sides.items():
            each = self.effort.mixed // 10
            mixed = [side.ask("web", page=page, who=_asker(page), times=each) for page in MIXED]
            requests = list(chain.from_iterable(zip(*mixed, strict=False)))
            requests += list(chain.from_iterable(mixed[2:]))
            answer = self.fire(name, requests, self.effort.mixed, 4, seconds=50)
            self._refuse_errors("mixed", name, answer["statuses"])
            used[name] = max(self.webs[name].memory())
        self.row("memory of a worker", "", "MB", **used)

    @staticmethod
    def _refuse_errors(page, what, statuses):
        """A form that worked sends on, a page that worked answers 200; anything else is not worth timing."""
        good = {"302", "303"} if page in POSTS else {"200"}
        if page == "mixed":
            good = {"200", "302", "303"}
        if not {str(status) for status in statuses} <= good:
            raise AssertionError(f"{what}: {page} answered {statuses}")


def _asker(page):
    return REPORTER if page == "report" else "typical"


def _column(pair):
    side, name = pair
    return name if name in ("floor", "textbook") else side
