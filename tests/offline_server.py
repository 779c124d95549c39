"""A small server that receives sealed signals, in this process: a right one, and ones with a planted fault."""

import base64
import json
import threading
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from offline.hpke import CURVE, point

SUITE = Suite(KEM.P256, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


class Desk(BaseHTTPRequestHandler):
    """The three addresses that a phone asks."""

    def do_GET(self):
        who = self.headers.get("Cookie", "").partition("=")[2]
        public = base64.b64encode(point(self.server.key.public_key())).decode()
        self.reply(200, {"who": who, "kid": "1", "pub": public, "csrf": "x"})

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if "box" not in body:
            return self.reply(201, {"ticket": "t"})
        info = "\n".join(["signaal1", body["id"], body["kid"], body["who"]]).encode()
        content = json.loads(SUITE.decrypt(base64.b64decode(body["box"]), self.server.key, info=info))
        with self.server.lock:
            status, told = self.server.receive(body["who"], body["id"], content)
        return self.reply(status, {"id": body["id"], **told})

    def reply(self, status, told):
        body = json.dumps(told).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *words):
        """Say nothing."""


class Right:
    """Keeps each signal once and answers the same each time; what it kept outlives a restart."""

    def __init__(self):
        self.kept, self.rivals, self.port, self.http = {}, {}, 0, None
        self.key = ec.generate_private_key(CURVE)

    def start(self):
        self.http = ThreadingHTTPServer(("127.0.0.1", self.port), Desk)
        self.port = self.http.server_address[1]
        self.http.receive, self.http.key, self.http.lock = self.receive, self.key, threading.Lock()
        self.thread = threading.Thread(target=self.http.serve_forever, args=(0.02,))
        self.thread.start()

    def kill(self):
        self.http.shutdown()
        self.thread.join()
        self.http.server_close()

    close = kill

    def said(self):
        """Nothing."""
        return ""

    def receive(self, who, key, content):
        """Keep it, unless it is there; other content under the same key is kept apart."""
        there = self.kept.setdefault((who, key), [content])
        if there[0] == content:
            return 201, {"state": "received"}
        self.rivals[who, key] = content
        return 409, {"state": "received", "reason": "other_content"}

    def look(self, expected):
        """What was kept against what was sent."""
        there = [self.kept.get((item["writer"], item["key"]), []) for item in expected]
        rivals = [self.rivals.get((item["writer"], item["key"]), {}) for item in expected if item["rival"]]
        return {
            "signals": sum(len(contents) for contents in self.kept.values()),
            "lost": sum(not contents for contents in there),
            "twice": sum(len(contents) > 1 for contents in there),
            "other words": sum(
                any(content["observation"] != item["words"] for content in contents)
                for contents, item in zip(there, expected, strict=True)
            ),
            "never sent": len(self.kept) - sum(bool(contents) for contents in there),
            "conflicts": sum(rival != {} for rival in rivals),
        }


class Doubling(Right):
    """Has no unique key: what comes again is a signal again."""

    def receive(self, who, key, content):
        self.kept.setdefault((who, key), []).append(content)
        return 201, {"state": "received"}


class Forgetful(Right):
    """Answers before it has kept: a restart takes what came last with it."""

    def kill(self):
        for key in list(self.kept)[-5:]:
            del self.kept[key]
        super().kill()


class Moody(Right):
    """Gives another answer each time."""

    def receive(self, who, key, content):
        status, told = super().receive(who, key, content)
        return status, {**told, "name": str(uuid.uuid4())}


class Careless(Right):
    """Says that other content came, and throws it away."""

    def receive(self, who, key, content):
        answer = super().receive(who, key, content)
        self.rivals.clear()
        return answer
