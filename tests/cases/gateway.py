"""A text message gateway of our own: it takes messages, refuses them, or says nothing at all."""

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Gateway(ThreadingHTTPServer):
    """What came in; `behaviour` of a number is a status, "silent", or "cut": the line is closed without an answer."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Desk)
        self.taken, self.asked, self.behaviour, self.closed = {}, [], {}, threading.Event()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_address[1]}/sms"


class Desk(BaseHTTPRequestHandler):
    """One request."""

    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append((asked, dict(self.headers)))
        behaviour = self.server.behaviour.get(asked["to"], 200)
        if behaviour == "silent":
            self.server.closed.wait(30)
        if behaviour in ("silent", "cut"):
            return
        if behaviour == 200:
            self.server.taken.setdefault(self.headers["Idempotency-Key"], asked)
        self.send_response(behaviour)
        if behaviour == 302:
            self.send_header("Location", "http://127.0.0.1:9/")
        self.end_headers()

    def log_message(self, *args):
        """Nothing."""


@contextmanager
def gateway(settings):
    """A gateway that the product is told of, for the time of a block."""
    server = Gateway()
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    settings.SMS_GATEWAY_URL, settings.SMS_GATEWAY_TOKEN, settings.SMS_TIMEOUT = server.url, "geheim", 0.5
    try:
        yield server
    finally:
        server.closed.set()
        server.shutdown()
        thread.join()
        server.server_close()
