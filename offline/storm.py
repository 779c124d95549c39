"""All phones send at once over the bad network, while the server is killed and comes back."""

import contextlib
import threading
import time
from collections import Counter, deque
from concurrent.futures import ThreadPoolExecutor

from offline.client import NoReply, may_leave, send

AT_ONCE = 12
TRIES = 60  # of an item that still has no answer after its sends; half of the replies get through


class Storm:
    """The sends of one run, by so many phones at once."""

    def __init__(self, phones, port, seconds):
        self.phones, self.port = phones, port
        self.until = time.monotonic() + seconds
        self.lock, self.up = threading.Lock(), threading.Event()
        self.sends, self.other = 0, Counter()
        self.up.set()

    def blow(self, order, restarts, restart):
        """Send everything in this order; call `restart` so many times, evenly spread."""
        todo, total = deque(order), len(order)
        with self._phones(todo) as sending:
            for number in range(1, restarts + 1):
                while len(todo) > total - total * number // (restarts + 1) and sending():
                    time.sleep(0.01)
                self.up.clear()
                try:
                    restart()
                finally:
                    self.up.set()

    def settle(self, items):
        """The phones that have no answer yet keep sending, as phones do, for a while; who still has none."""
        for _ in range(TRIES):
            waiting = [item for item in items if not item.gone]
            if not waiting or time.monotonic() > self.until:
                return waiting
            with self._phones(deque(waiting)):
                pass
        return [item for item in items if not item.gone]

    @contextlib.contextmanager
    def _phones(self, todo):
        """So many phones at work; the block can ask whether they still are, and ends when they have ended."""
        with ThreadPoolExecutor(AT_ONCE) as pool:
            jobs = [pool.submit(self._phone, todo) for _ in range(AT_ONCE)]
            try:
                yield lambda: not all(job.done() for job in jobs)
            except BaseException:
                todo.clear()
                raise
        for job in jobs:
            job.result()

    def _phone(self, todo):
        while time.monotonic() < self.until:
            try:
                item = todo.popleft()
            except IndexError:
                return
            if item.gone and not item.replies:
                continue  # the phone forgot it: nothing is left to send
            self._send(item)

    def _send(self, item):
        with self.lock:
            letter = item.letters[self.sends % len(item.letters)]
            self.sends += 1
        try:
            reply = send(self.port, self.phones[item.writer], letter)
        except NoReply:
            self.up.wait(60)  # a phone comes back when there is network again
            return
        leaves = may_leave(item.key, reply)
        with self.lock:
            item.gone = item.gone or leaves
            if b'"id"' in reply.body:
                item.replies.add((reply.status, reply.body))
            if not leaves:
                self.other[_name(reply)] += 1


def _name(reply):
    """What kind of reply it was that a phone does not count as an answer."""
    portal = reply.status == 200 and reply.headers.get("Content-Type") == "text/html"
    return "portal" if portal else str(reply.status)
