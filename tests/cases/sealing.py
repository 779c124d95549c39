"""A phone in Python, for tests: it signs in, asks for a ticket, seals and sends."""

import base64
import json
import uuid

from django.test import Client
from django.utils import timezone

from offline import hpke

PLAIN = {
    "v": 1,
    "kind": "signal",
    "theme": "money_or_rent",
    "postcode": "3117BX",
    "house_number": "9012",
    "consent_answer": "not_discussed",
    "chips": ["post_unopened"],
    "observation": "Stapel post in de gang.",
    "urgency": "this_week",
}


class Phone:
    """The phone of somebody who signed in once; afterwards it only has its ticket."""

    def __init__(self, client, **agent):
        self.client = client
        self.start = client.get("/telefoon/start/").json()
        given = client.post("/telefoon/kaartje/", headers={"X-CSRFToken": self.start["csrf"]}, **agent)
        assert given.status_code == 201, given.content
        self.ticket, self.until = given.json()["ticket"], given.json()["until"]

    def letter(self, content=None, *, raw=None, **changed):
        """A sealed letter; `changed` replaces what is written on it, after sealing it as it should be."""
        written = {
            "v": 1,
            "id": str(uuid.uuid4()),
            "kind": "signal",
            "who": self.start["who"],
            "kid": self.start["kid"],
        }
        written |= {name: changed.pop(name) for name in ("id",) if name in changed}
        text = raw if raw is not None else json.dumps(PLAIN if content is None else content).encode()
        now = timezone.now().isoformat()
        box = self.sealed(text, written["id"])
        return {**written, "sealed": now, "sent": now, "box": box, **changed}

    def sealed(self, text, signal_key, *, who=None, kid=None):
        """A box of some bytes, padded as a phone pads."""
        info = "\n".join(["signaal1", signal_key, kid or self.start["kid"], who or self.start["who"]]).encode()
        padded = text.ljust((len(text) // 512 + 1) * 512)
        return base64.b64encode(hpke.seal(base64.b64decode(self.start["pub"]), info, padded)).decode()

    def send(self, letter, ticket=None):
        """Send a letter without any session."""
        return Client(enforce_csrf_checks=True).post(
            "/telefoon/signaal/",
            json.dumps(letter),
            content_type="application/json",
            headers={"Authorization": f"Bearer {ticket or self.ticket}"},
        )


class ShopPhone(Phone):
    """The phone of a shop: it began with the token of an invitation, and never signs in."""

    def __init__(self, token):
        reply = Client(enforce_csrf_checks=True).post(
            "/winkel/telefoon/", json.dumps({"token": token}), content_type="application/json"
        )
        assert reply.status_code == 201, reply.content
        self.start = reply.json()
        self.ticket = self.start["ticket"]
