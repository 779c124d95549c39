"""Blind indexes: find the same person or address again without reading anybody."""

import hmac
import re
import unicodedata

from django.conf import settings
from django.db import models

from signalering.crypto.fields import open_envelope
from signalering.crypto.keys import secret_key


def normalise(words):
    """The bare letters and figures of a value, so that spelling and spaces make no difference."""
    plain = unicodedata.normalize("NFKD", words).replace("ß", "ss").casefold()
    return re.sub(r"[^a-z0-9]", "", plain)


def blind(kind, *parts):
    """The index (32 hex characters) of a compound value; empty when one of its parts is empty."""
    plain = [normalise(part or "") for part in parts]
    if not all(plain):
        return ""
    key = secret_key(settings.INDEX_KEY_FILE)
    return hmac.digest(key, "|".join([kind, *plain]).encode(), "sha256").hex()[:32]


class BlindIndex(models.CharField):
    """A keyed digest over several sealed fields of the same record, never over one of them alone."""

    def __init__(self, *args, kind="", over=(), **kwargs):
        self.kind, self.over = kind, tuple(over)
        super().__init__(*args, **{"max_length": 32, "editable": False, "default": "", "blank": True, **kwargs})

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "kind": self.kind, "over": self.over}

    def pre_save(self, record, add):
        if hasattr(record, "instance_type"):
            return getattr(record, self.attname)
        # nobody sees what is opened here: it goes into the digest and nowhere else
        value = blind(self.kind, *(self._words(record, name) for name in self.over))
        setattr(record, self.attname, value)
        return value

    def _words(self, record, name):
        field = record._meta.get_field(name)
        envelope = getattr(record, field.attname)
        if not envelope:
            return ""
        _, cipher = field.key_of(record)
        return open_envelope(cipher, envelope, record, name)
