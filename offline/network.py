"""A bad network between the phones and the server: it loses replies after the server has answered."""

import contextlib
import random
import socket
import socketserver
import threading
from collections import Counter

LOOPBACK = "127.0.0.1"
SECONDS = 30
CHUNK = 65536
PORTAL = b"<!doctype html><title>Welkom op onze wifi</title><p>Ga akkoord met de voorwaarden."


class Network(socketserver.ThreadingTCPServer):
    """Passes each request on; then loses its reply, cuts it off, or hands it over."""

    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 128

    def __init__(self, server_port, *, lost, portal, seed):
        super().__init__((LOOPBACK, 0), Passing)
        self.port = self.server_address[1]
        self.server_port, self.lost, self.portal = server_port, lost, portal
        self.chance, self.lock, self.seen = random.Random(seed), threading.Lock(), Counter()

    def draw(self):
        """Three random numbers of this run."""
        with self.lock:
            return self.chance.random(), self.chance.random(), self.chance.random()

    def count(self, what):
        with self.lock:
            self.seen[what] += 1

    def __enter__(self):
        self.thread = threading.Thread(target=self.serve_forever, args=(0.05,))
        self.thread.start()
        return self

    def __exit__(self, *error):
        self.shutdown()
        self.thread.join()
        self.server_close()

    def handle_error(self, request, client_address):
        """A phone that hung up is nothing to tell."""
        self.count("hung up")


class Passing(socketserver.BaseRequestHandler):
    """One request on its way."""

    def handle(self):
        network = self.server
        self.request.settimeout(SECONDS)
        portal, lost, cut = network.draw()
        asked = whole_request(self.request)
        if portal < network.portal:
            network.count("portal")
            self.request.sendall(as_portal())
            return
        try:
            reply = passed_on(network.server_port, asked)
        except OSError:
            reply = b""
        if not reply:
            network.count("server away")
        elif lost < network.lost:
            network.count("dropped")
            if cut < 0.5:
                self.request.sendall(reply[: int(len(reply) * cut * 2)])
        else:
            network.count("delivered")
            self.request.sendall(reply)


def whole_request(line):
    """Everything of one request: its head, and a body as long as the head says."""
    asked = b""
    while b"\r\n\r\n" not in asked:
        asked += _some(line)
    head, _, body = asked.partition(b"\r\n\r\n")
    length = next(
        (int(row.split(b":")[1]) for row in head.split(b"\r\n") if row.lower().startswith(b"content-length:")), 0
    )
    while len(body) < length:
        body += _some(line)
    return head + b"\r\nConnection: close\r\n\r\n" + body


def _some(line):
    received = line.recv(CHUNK)
    if not received:
        raise ConnectionError("the phone hung up")
    return received


def passed_on(port, asked):
    """The whole reply of the server; only when it has ended, all it had to keep is kept."""
    with socket.create_connection((LOOPBACK, port), SECONDS) as line:
        line.sendall(asked)
        reply = b""
        while received := line.recv(CHUNK):
            reply += received
    return reply


def as_portal():
    """What the wifi of a shop says to everything: 200, and a page of its own."""
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(PORTAL)}\r\nConnection: close\r\n\r\n"
    return head.encode() + PORTAL


def free_port():
    """A port that nobody uses now."""
    with contextlib.closing(socket.socket()) as probe:
        probe.bind((LOOPBACK, 0))
        return probe.getsockname()[1]
