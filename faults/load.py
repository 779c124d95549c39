"""People at work over HTTP: what they do makes due rows, and what was acknowledged to them stands in a ledger."""

import queue
import random
import re
import threading
import time
import uuid
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from faults import DIES
from offline.client import NoReply, ask

TRIES, AGAIN = 60, 0.25  # a killed web server is back long before
VERSION = re.compile(rb'name="version" value="(\d+)"')
PLAIN = {
    "step": "what",
    "theme": "money_or_rent",
    "chips": "post_unopened",
    "urgency": "this_week",
    "postcode": "3117BX",
    "house_number": "9012",
    "consent_answer": "yes_wants_help",
    "name": "Mw. Zevenster",
}
PICK_UP = {"reason": "fits_team", "legal_basis": "consent", "purpose": "debt"}


class Refused(Exception):
    """The server answered something else than that it was done."""


@dataclass(frozen=True)
class Sample:
    """One request as its sender lived it, from the first send to the answer."""

    at: float
    seconds: float
    act: str
    tries: int
    good: bool


class Load:
    """So many people at once, together at one pace, until the block ends."""

    def __init__(self, port, town, ledger, *, rate, hands, seed):
        self.port, self.town, self.ledger = port, town, ledger
        self.rate, self.hands, self.rng = rate, hands, random.Random(seed)
        self.lock, self.next, self.over = threading.Lock(), time.monotonic(), threading.Event()
        self.samples, self.wrong, self.fatal, self.killed = [], [], queue.Queue(), queue.Queue()

    def __enter__(self):
        self.threads = [threading.Thread(target=self._work, args=(hand,)) for hand in range(self.hands)]
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *error):
        self.over.set()
        for thread in self.threads:
            thread.join()

    def kill_one(self, patience):
        """The next request that makes a due row ends its web process; when that happened, or None."""
        self.fatal.put(True)
        try:
            return self.killed.get(timeout=patience)
        except queue.Empty:
            return None

    def _work(self, hand):
        rng = random.Random(self.rng.random())
        reporters, workers = self.town["reporters"], self.town["workers"]
        turn = hand
        while not self.over.is_set():
            writer, worker = Person(self, rng.choice(reporters)), Person(self, rng.choice(workers))
            try:
                STORIES[turn % len(STORIES)](writer, worker, self.town)
            except Refused as error:
                self.wrong.append(str(error))
            except Over:
                return
            turn += 1

    def pace(self):
        """Wait for one's turn; Over when the load ends meanwhile."""
        with self.lock:
            self.next = max(self.next, time.monotonic()) + 1 / self.rate
            mine = self.next
        if self.over.wait(max(0, mine - time.monotonic())):
            raise Over


class Over(Exception):
    """The run ends: no new request begins."""


class Person:
    """Somebody who is signed in, with a browser that sends a form again when no answer came."""

    def __init__(self, load, who):
        self.load, self.pk = load, who["pk"]
        self.cookie = "; ".join(f"{name}={value}" for name, value in who["cookies"].items())

    def look(self, path):
        """Ask for a page."""
        return self._ask("look", "GET", path, None, (200,))

    def do(self, act, path, form=(), *, makes_row=False, keep):
        """Send a form until it is answered, and keep in the ledger what was acknowledged; where it led."""
        body = urlencode([*dict(form).items(), ("csrfmiddlewaretoken", self.load.town["csrf"])], doseq=True).encode()
        reply = self._ask(act, "POST", path, body, (302, 303), makes_row)
        place = reply.headers["Location"]
        self.load.ledger.write(at=time.time(), act=act, by=self.pk, **(keep(place) if callable(keep) else keep))
        return place

    def _ask(self, act, method, path, body, good, makes_row=False):
        self.load.pace()
        headers = {"Cookie": self.cookie, "Content-Type": "application/x-www-form-urlencoded"}
        at, began, reply = time.time(), time.monotonic(), None
        for tries in range(1, TRIES + 1):  # noqa: B007 (how many it took is told)
            fatal = makes_row and self._takes_fate()
            try:
                reply = ask(self.load.port, method, path, {**headers, DIES: "1"} if fatal else headers, body)
            except NoReply:
                if fatal:
                    self.load.killed.put(time.time())
                time.sleep(AGAIN)
                continue
            break
        sent_away = reply is not None and "/login/" in reply.headers.get("Location", "")
        right = reply is not None and reply.status in good and not sent_away
        self.load.samples.append(Sample(at, time.monotonic() - began, act, tries, right))
        if not right:
            raise Refused(f"{act} {method} {path}: {reply.status if reply else 'no reply'} after {tries}")
        return reply

    def _takes_fate(self):
        try:
            return self.load.fatal.get_nowait()
        except queue.Empty:
            return False


def code_in(place):
    """The code of a record in an address."""
    return place.strip("/").split("/")[1]


def report(writer, worker, town):
    """Somebody reports, and somebody of the desk reads it; its code."""
    key = str(uuid.uuid4())
    words = {"form_key": key, "area": town["area"], "observation": f"Post op de mat, {key[:8]}."}
    place = writer.do(
        "report", "/signaal/formulier/", {**PLAIN, **words}, keep=lambda place: {"key": key, "code": code_in(place)}
    )
    writer.look(place)
    worker.look("/postvak/")
    worker.look(f"/signalen/{code_in(place)}/")
    return code_in(place)


def alarm(writer, worker, town):
    """Somebody reports what cannot wait: who has duty is called and texted, and the ladder tells the coordinator."""
    key = str(uuid.uuid4())
    words = {"form_key": key, "area": town["area"], "urgency": "today", "observation": f"Geen licht, {key[:8]}."}
    keep = {"keep": lambda place: {"key": key, "code": code_in(place)}}
    writer.look(writer.do("alarm", "/signaal/formulier/", {**PLAIN, **words}, **keep))
    worker.look("/postvak/")  # and nobody reads it: its first step is due today


def talk(writer, worker, town):
    """The desk asks, the reporter answers, and the desk picks it up: three due rows."""
    code, asked, answered = report(writer, worker, town), str(uuid.uuid4()), str(uuid.uuid4())
    form = {"form_key": asked, "words": f"Hoe laat was dat, {asked[:8]}?"}
    worker.do("ask", f"/signalen/{code}/vraag/", form, makes_row=True, keep={"key": asked, "code": code})
    writer.look(f"/mijn-signalen/{code}/")
    form = {"form_key": answered, "words": f"Om negen uur, {answered[:8]}."}
    worker_hears = {"key": answered, "code": code}
    writer.do("answer", f"/mijn-signalen/{code}/antwoorden/", form, makes_row=True, keep=worker_hears)
    worker.look(f"/signalen/{code}/")
    worker.do("pick_up", f"/signalen/{code}/oppakken/", PICK_UP, makes_row=True, keep={"code": code})
    writer.look("/mijn-signalen/")


def take(writer, worker, town):
    """The desk picks it up: one due row."""
    code = report(writer, worker, town)
    worker.do("pick_up", f"/signalen/{code}/oppakken/", PICK_UP, makes_row=True, keep={"code": code})
    worker.look("/casussen/")


def close(writer, worker, town):
    """The desk ends it with advice: one due row."""
    code = report(writer, worker, town)
    worker.do("close", f"/signalen/{code}/afronden/", {"reason": "advised"}, makes_row=True, keep={"code": code})
    worker.look("/postvak/")


def refer(writer, worker, town):
    """The desk refers it, with the resident's consent: a due row for the reporter and one for the partner."""
    code, key, agreed = report(writer, worker, town), str(uuid.uuid4()), str(uuid.uuid4())
    form = {
        **PICK_UP,
        "where": town["where"],
        "minor_children": "yes",
        "question": "Kunnen jullie helpen met de huur?",
        "fields_shared": ["name", "address"],
        "form_key": key,
    }
    place = worker.do(
        "refer",
        f"/signalen/{code}/verwijzen/",
        form,
        makes_row=True,
        keep=lambda place: {"key": key, "code": code, "referral": code_in(place)},
    )
    page = worker.look(place).body
    case = re.search(rb"/casussen/([0-9A-Z-]+)/", page)[1].decode()
    form = {
        "scope": "referral",
        "given_by": "resident",
        "age_band": "24-66",
        "given_at": date.today().isoformat(),
        "form_key": agreed,
    }
    worker.do("consent", f"/casussen/{case}/toestemming/", form, keep={"key": agreed, "case": case})
    version = VERSION.search(worker.look(place).body)[1].decode()
    sent = {"referral": code_in(place)}
    worker.do("send", f"{place}versturen/", {"version": version}, makes_row=True, keep=sent)


STORIES = (talk, take, alarm, refer, close)
