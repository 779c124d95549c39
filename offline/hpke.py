"""Seal one message to a public key as the phone does: RFC 9180, base mode, single shot.

DHKEM(P-256, HKDF-SHA256), HKDF-SHA256 and AES-GCM. The server opens with a library; this is the other
side of it, written from the RFC so that the two can disagree.
"""

import hmac

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

CURVE = ec.SECP256R1()
KEM = b"KEM" + (16).to_bytes(2, "big")
AEAD_ID = {16: 1, 32: 2}  # by the number of bytes in the AES key
BASE_MODE = b"\x00"


def seal(public, info, text, *, aad=b"", ephemeral=None, key_bytes=32):
    """The encapsulated key (65 bytes) followed by the ciphertext; `ephemeral` is given only by tests."""
    ephemeral = ephemeral or ec.generate_private_key(CURVE)
    enc = point(ephemeral.public_key())
    secret = shared_secret(ephemeral, enc, public)
    key, nonce = schedule(secret, info, key_bytes)
    return enc + AESGCM(key).encrypt(nonce, text, aad)


def shared_secret(ephemeral, enc, public):
    """What only the holder of the private key can compute too: 32 bytes (RFC 9180, section 4.1)."""
    agreed = ephemeral.exchange(ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(CURVE, public))
    return expand(KEM, extract(KEM, b"", b"eae_prk", agreed), b"shared_secret", enc + public, 32)


def schedule(secret, info, key_bytes):
    """The key and the nonce of the one message (RFC 9180, section 5.1)."""
    suite = b"HPKE" + b"".join(part.to_bytes(2, "big") for part in (16, 1, AEAD_ID[key_bytes]))
    context = BASE_MODE + extract(suite, b"", b"psk_id_hash", b"") + extract(suite, b"", b"info_hash", info)
    mixed = extract(suite, secret, b"secret", b"")
    return expand(suite, mixed, b"key", context, key_bytes), expand(suite, mixed, b"base_nonce", context, 12)


def extract(suite, salt, label, material):
    """LabeledExtract: the material mixed to 32 even bytes, for this use alone."""
    return hmac.digest(salt, b"HPKE-v1" + suite + label + material, "sha256")


def expand(suite, key, label, context, length):
    """LabeledExpand, of at most 32 bytes: one block is enough for everything here."""
    labelled = length.to_bytes(2, "big") + b"HPKE-v1" + suite + label + context
    return hmac.digest(key, labelled + b"\x01", "sha256")[:length]


def point(public_key):
    """A public key as its 65 bytes."""
    return public_key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
