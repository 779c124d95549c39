"""The phone's own sealing in a real Chromium: the vectors of RFC 9180, and the library of the server opens it."""

import json
from base64 import urlsafe_b64encode
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidTag
from django.conf import settings

from offline.hpke import point
from signalering.crypto.boxes import SUITE
from tests.crypto.test_hpke import KEY_BYTES, VECTORS, private_key

HERE = "http://localhost/"  # a secure context: elsewhere a browser has no crypto.subtle
SEAL = """async ({publicKey, info, plain, aad, keyLength, jwk}) => {
  const { seal } = await import("/static/phone/hpke.js");
  const bytes = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (two) => parseInt(two, 16));
  const P256 = { name: "ECDH", namedCurve: "P-256" };
  const half = (key, use) => crypto.subtle.importKey("jwk", key, P256, true, use);
  const { d, ...open } = jwk ?? {};
  const pair = jwk && { privateKey: await half(jwk, ["deriveBits"]), publicKey: await half(open, []) };
  const box = await seal(bytes(publicKey), bytes(info), bytes(plain), { pair, aad: bytes(aad), keyLength });
  return Array.from(box, (byte) => byte.toString(16).padStart(2, "0")).join("");
}"""


@pytest.fixture(scope="module")
def page(chromium):
    """An empty page of a site that has nothing but the phone's modules."""
    context = chromium.new_context()
    context.route("**/*", lambda route: route.fulfill(**served(route.request.url.removeprefix(HERE))))
    page = context.new_page()
    page.goto(HERE)
    yield page
    context.close()


def served(path):
    """A module, or the empty page."""
    if path.startswith("static/phone/"):
        return {"content_type": "text/javascript", "body": (Path(settings.ROOT) / path).read_text(encoding="utf-8")}
    return {"content_type": "text/html", "body": "<!doctype html><title>leeg</title>"}


def jwk(scalar, public):
    """A key pair as a browser takes it."""
    told = {"d": scalar, "x": public[1:33], "y": public[33:]}
    plain = {name: urlsafe_b64encode(part).decode().rstrip("=") for name, part in told.items()}
    return {"kty": "EC", "crv": "P-256", "ext": True, **plain}


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: f"aead {vector['aead_id']}")
def test_the_box_is_that_of_the_rfc(page, vector):
    box = page.evaluate(
        SEAL,
        {
            "publicKey": vector["pkRm"],
            "info": vector["info"],
            "plain": vector["pt"],
            "aad": vector["aad"],
            "keyLength": KEY_BYTES[vector["aead_id"]],
            "jwk": jwk(bytes.fromhex(vector["skEm"]), bytes.fromhex(vector["enc"])),
        },
    )
    assert box == vector["enc"] + vector["ct"]


def test_the_server_opens_what_the_phone_seals(page):
    key = private_key(bytes.fromhex(VECTORS[1]["skRm"]))
    info, plain = b"signaal1\nsleutel\nkid\nwie", json.dumps({"observation": "Żółć"}).encode()
    asked = {"publicKey": point(key.public_key()).hex(), "info": info.hex(), "plain": plain.hex(), "aad": ""}
    first, second = (bytes.fromhex(page.evaluate(SEAL, {**asked, "keyLength": 32})) for _ in range(2))
    assert SUITE.decrypt(first, key, info=info) == SUITE.decrypt(second, key, info=info) == plain
    assert first[:65] != second[:65]
    with pytest.raises(InvalidTag):
        SUITE.decrypt(first, key, info=info + b"!")
