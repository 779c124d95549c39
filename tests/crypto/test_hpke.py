"""The Python phone seals as RFC 9180 says, and the library that the server opens with agrees."""

import json
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from offline import hpke

FILE = Path(__file__).with_name("hpke-vectors.json")
VECTORS = json.loads(FILE.read_text())["vectors"]
LIBRARY = {
    number: Suite(KEM.P256, KDF.HKDF_SHA256, aead) for number, aead in ((1, AEAD.AES_128_GCM), (2, AEAD.AES_256_GCM))
}
KEY_BYTES = {1: 16, 2: 32}
every_vector = pytest.mark.parametrize(
    "vector",
    [{name: bytes.fromhex(value) if isinstance(value, str) else value for name, value in v.items()} for v in VECTORS],
    ids=lambda vector: f"aead {vector['aead_id']}",
)


def private_key(scalar):
    return ec.derive_private_key(int.from_bytes(scalar, "big"), hpke.CURVE)


def test_there_is_one_vector_of_each_suite():
    assert [(v["mode"], v["kem_id"], v["kdf_id"], v["aead_id"]) for v in VECTORS] == [(0, 16, 1, 1), (0, 16, 1, 2)]


@every_vector
def test_the_steps_are_those_of_the_rfc(vector):
    ephemeral = private_key(vector["skEm"])
    assert hpke.point(ephemeral.public_key()) == vector["enc"]
    assert hpke.point(private_key(vector["skRm"]).public_key()) == vector["pkRm"]
    secret = hpke.shared_secret(ephemeral, vector["enc"], vector["pkRm"])
    assert secret == vector["shared_secret"]
    assert hpke.schedule(secret, vector["info"], KEY_BYTES[vector["aead_id"]]) == (vector["key"], vector["base_nonce"])


@every_vector
def test_the_box_is_that_of_the_rfc(vector):
    box = hpke.seal(
        vector["pkRm"],
        vector["info"],
        vector["pt"],
        aad=vector["aad"],
        ephemeral=private_key(vector["skEm"]),
        key_bytes=KEY_BYTES[vector["aead_id"]],
    )
    assert box == vector["enc"] + vector["ct"]


@every_vector
def test_the_library_opens_what_we_seal(vector):
    ours = hpke.seal(vector["pkRm"], vector["info"], b"een signaal", key_bytes=KEY_BYTES[vector["aead_id"]])
    suite, key = LIBRARY[vector["aead_id"]], private_key(vector["skRm"])
    assert suite.decrypt(ours, key, info=vector["info"]) == b"een signaal"
    with pytest.raises(InvalidTag):
        suite.decrypt(ours, key, info=vector["info"] + b"!")
    with pytest.raises(InvalidTag):
        suite.decrypt(ours[:-1] + bytes([ours[-1] ^ 1]), key, info=vector["info"])


def test_every_box_has_a_key_of_its_own():
    public = bytes.fromhex(VECTORS[1]["pkRm"])
    first, second = (hpke.seal(public, b"info", b"een signaal") for _ in range(2))
    assert first[:65] != second[:65]
    assert first[65:] != second[65:]
