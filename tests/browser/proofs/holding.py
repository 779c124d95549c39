"""A server that holds its reply to a sealed signal, drops it, or answers what a bad network answers."""

import threading
from itertools import cycle

from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.test.testcases import LiveServerThread

SEND = "/telefoon/signaal/"
PATIENCE = 30


class Holding:
    """The product behind a door that can be held shut, before or after what comes through is kept."""

    def __init__(self, application):
        self.application, self.answers, self.pages = application, cycle([None]), {}
        self.held, self.go, self.sends = threading.Event(), threading.Event(), 0
        self.busy = threading.Semaphore(0)

    def __call__(self, environ, start_response):
        path = environ["PATH_INFO"]
        if path in self.pages:
            start_response("200 OK", [("Content-Type", "text/html; charset=utf-8")])
            return [self.pages[path].encode()]
        if path != SEND:
            return self.application(environ, start_response)
        self.sends += 1
        answer = next(self.answers)
        return answer(self, environ, start_response) if answer else self.application(environ, start_response)

    def hold(self):
        """Somebody is at the door, and waits."""
        self.held.set()
        self.go.wait(PATIENCE)

    def next(self, *answers):
        """The next sends get these answers, one each; the ones after them the product's own."""
        self.held.clear()
        self.go.clear()
        self.answers = iter([*answers, *([None] * 10_000)])

    def release(self):
        """Whoever waits goes on."""
        self.go.set()


def never_kept(door, environ, start_response):
    """Held, and then nothing was kept."""
    door.hold()
    return said("503 Service Unavailable", "")(door, environ, start_response)


def kept_later(door, environ, start_response):
    """Held, and only then kept."""
    door.hold()
    return door.application(environ, start_response)


def kept_before(door, environ, start_response):
    """Kept, and then the reply is held."""
    reply = list(door.application(environ, start_response))
    door.hold()
    return reply


def cut(door, environ, start_response):
    """Kept, and the reply breaks off halfway."""

    def start(status, headers, *error):
        return start_response(status, [pair for pair in headers if pair[0] != "Content-Length"], *error)

    reply = b"".join(door.application(environ, start))
    yield reply[: len(reply) // 2]


def said(status, body, *headers, kind="text/html; charset=utf-8"):
    """Somebody on the road who answers so, and passes nothing on."""

    def answer(door, environ, start_response):
        environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        start_response(status, [("Content-Type", kind), *headers])
        return [body.encode()]

    return answer


def serve(make):
    """A server of the product behind `make(application)`; (thread, what was made)."""
    made = []

    def wrapped(application):
        made.append(make(StaticFilesHandler(application)))
        return made[0]

    thread = LiveServerThread("localhost", wrapped)
    thread.daemon = True
    thread.start()
    thread.is_ready.wait()
    assert not thread.error
    return thread, made[0]
