"""The phone in Python: it seals what was seen, keeps it, and sends it until the server names it back."""

import base64
import http.client
import json
from collections import namedtuple
from dataclasses import dataclass
from datetime import UTC, datetime

from offline import hpke

LOOPBACK = "127.0.0.1"
BLOCK = 512
SECONDS = 30
ARRIVED = (201, 409)

Reply = namedtuple("Reply", "status body headers")


class NoReply(Exception):
    """The network gave nothing back, or only a part: nobody can tell whether it arrived."""


@dataclass(frozen=True)
class Phone:
    """What a phone knows after it was opened with network by somebody who is signed in."""

    who: str
    kid: str
    public: bytes
    ticket: str

    def box(self, key, content):
        """The content sealed for the server, bound to the signal's own key and to this writer."""
        info = "\n".join(["signaal1", key, self.kid, self.who]).encode()
        return base64.b64encode(hpke.seal(self.public, info, padded(content))).decode()

    def letter(self, key, kind, sealed_at, box):
        """What goes over the line, without the time of this sending."""
        return {"v": 1, "id": key, "kid": self.kid, "who": self.who, "kind": kind, "sealed": sealed_at, "box": box}


def padded(content):
    """The content as JSON with spaces behind it, so that its length says little."""
    text = json.dumps(content, ensure_ascii=False).encode()
    return text.ljust((len(text) // BLOCK + 1) * BLOCK)


def sign_up(port, cookies):
    """Open the phone once with network: learn who we are and the server's key, and get a send ticket."""
    headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())}
    start = _ok(ask(port, "GET", "/telefoon/start/", headers), 200)
    given = ask(port, "POST", "/telefoon/kaartje/", {**headers, **_csrf(start, headers)}, b"{}")
    told = json.loads(start.body)
    ticket = json.loads(_ok(given, 201).body)["ticket"]
    return Phone(told["who"], told["kid"], base64.b64decode(told["pub"]), ticket)


def send(port, phone, letter):
    """Send once; the reply, or NoReply."""
    body = json.dumps({**letter, "sent": datetime.now(UTC).isoformat()}).encode()
    return ask(port, "POST", "/telefoon/signaal/", {"Authorization": f"Bearer {phone.ticket}"}, body)


def may_leave(key, reply):
    """An item leaves the phone only when the server says that it arrived and names its key."""
    if reply.status not in ARRIVED:
        return False
    try:
        return json.loads(reply.body)["id"] == key
    except (ValueError, KeyError, TypeError):
        return False


def ask(port, method, path, headers, body=None):
    """One request on a line of its own, to its whole reply."""
    link = http.client.HTTPConnection(LOOPBACK, port, timeout=SECONDS)
    try:
        link.request(method, path, body, {"Content-Type": "application/json", **headers} if body else headers)
        reply = link.getresponse()
        body = reply.read()
    except (OSError, http.client.HTTPException) as error:
        raise NoReply from error
    finally:
        link.close()
    if "Content-Length" not in reply.headers:
        raise NoReply  # it was cut off among its headers
    return Reply(reply.status, body, reply.headers)


def _csrf(start, headers):
    """The header and the cookie that together say that the page was ours."""
    cookies = [line.partition(";")[0] for line in start.headers.get_all("Set-Cookie", []) if "csrf" in line]
    return {"Cookie": "; ".join([headers["Cookie"], *cookies]), "X-CSRFToken": json.loads(start.body)["csrf"]}


def _ok(reply, status):
    if reply.status != status:
        raise RuntimeError(f"the server answered {reply.status} where {status} was expected: {reply.body[:300]!r}")
    return reply
