"""Make, wrap, fetch and destroy the data keys of root records."""

import base64
import hmac
import os
import stat
import uuid
from functools import cache

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils import timezone

from signalering.crypto.models import DataKey

KEYS_AT_ONCE = 500


class KeyDestroyed(Exception):
    """What this key sealed can never be read again."""


@cache
def secret_key(path):
    """The 32 bytes of a key file; read once, refused when others may read it."""
    if not path.exists():
        raise ImproperlyConfigured(f"key file {path} is missing")
    if stat.S_IMODE(path.stat().st_mode) & 0o077:
        raise ImproperlyConfigured(f"key file {path} can be read by others; make it 0600")
    key = base64.b64decode(path.read_text().strip(), validate=True)
    if len(key) != 32:
        raise ImproperlyConfigured(f"key file {path} does not hold 32 bytes")
    return key


@cache
def _wrapper(path):
    return AESGCM(secret_key(path))


def wrapper():
    """The cipher that wraps data keys."""
    return _wrapper(settings.KEY_ENCRYPTION_KEY_FILE)


def wrap(key_id, key, kind=b"data-key|"):
    """A key (32 bytes) sealed for the row with this id: 12 bytes nonce, then ciphertext and tag."""
    nonce = os.urandom(12)
    return nonce + wrapper().encrypt(nonce, key, kind + key_id.bytes)


def unwrap(key_id, wrapped, kind=b"data-key|"):
    """The key (32 bytes) of the row with this id; InvalidTag when it was altered or belongs to another."""
    wrapped = bytes(wrapped)
    return wrapper().decrypt(wrapped[:12], wrapped[12:], kind + key_id.bytes)


class Keyring:
    """The data keys of one reader or one save: asked for by many, fetched in one query."""

    def __init__(self):
        self.wanted = set()
        self.ciphers = {}

    def cipher(self, key_id):
        """The cipher of a root's key (16 bytes id); KeyDestroyed when the key was emptied or never was."""
        if key_id not in self.ciphers:
            self.wanted.add(key_id)
            self._fetch()
        if self.ciphers[key_id] is None:
            raise KeyDestroyed
        return self.ciphers[key_id]

    def _fetch(self):
        missing = [key_id for key_id in self.wanted if key_id not in self.ciphers]
        self.wanted.clear()
        for start in range(0, len(missing), KEYS_AT_ONCE):
            ids = [uuid.UUID(bytes=key_id) for key_id in missing[start : start + KEYS_AT_ONCE]]
            self.ciphers.update({root_id.bytes: None for root_id in ids})
            for root_id, wrapped in DataKey.objects.filter(pk__in=ids).values_list("pk", "wrapped"):
                if wrapped is not None:
                    self.ciphers[root_id.bytes] = AESGCM(unwrap(root_id, wrapped))


class NewKey:
    """The key of a root record that is not stored yet."""

    def __init__(self, root_id):
        key = AESGCM.generate_key(bit_length=256)
        self.cipher = AESGCM(key)
        self.row = DataKey(pk=root_id, wrapped=wrap(root_id, key))

    def store(self):
        """Write the key before its root; a second writing of the same key changes nothing."""
        DataKey.objects.bulk_create([self.row], ignore_conflicts=True)


def destroy(root_id):
    """Empty the key of a root record: its row, its history and every older backup become unreadable."""
    return DataKey.objects.filter(pk=root_id, wrapped__isnull=False).update(wrapped=None, destroyed_at=timezone.now())


def pseudonym(kind, identifier):
    """A stable name (16 hex characters) for somebody, that leads nowhere without the key."""
    key = secret_key(settings.PSEUDONYM_KEY_FILE)
    return hmac.digest(key, f"{kind}|{identifier}".encode(), "sha256").hex()[:16]
