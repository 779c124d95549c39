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


def blind(kind, *parts, also=()):
    """The index (32 hex characters) of a compound value; empty when one of its parts is empty.

    What stands in `also` belongs to the value too, and may be empty.
    """
    plain = [normalise(part or "") for part in parts]
    if not all(plain):
        return ""
    plain += [normalise(part or "") for part in also]
    key = secret_key(settings.INDEX_KEY_FILE)
    return hmac.digest(key, "|".join([kind, *plain]).encode(), "sha256").hex()[:32]


class BlindIndex(models.CharField):
    """A keyed digest over several sealed fields of the same record, never over one of them alone.

    `also` are fields that may be empty. `apart` is a field and the word in it with which a record gets a digest that is
    never equal to one without that word: who counts the others cannot count it, not even by mistake.
    """

    def __init__(self, *args, kind="", over=(), also=(), apart=(), **kwargs):
        self.kind, self.over, self.also, self.apart = kind, tuple(over), tuple(also), tuple(apart)
        super().__init__(*args, **{"max_length": 32, "editable": False, "default": "", "blank": True, **kwargs})

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        mine = {"also": self.also, "apart": self.apart}
        return (
            name,
            path,
            args,
            {**kwargs, "kind": self.kind, "over": self.over, **{k: v for k, v in mine.items() if v}},
        )

    def pre_save(self, record, add):
        if hasattr(record, "instance_type"):
            return getattr(record, self.attname)
        value = self.value_of(record, apart=self.is_apart(record))
        setattr(record, self.attname, value)
        return value

    def of(self, *parts, also=(), apart=False):
        """The digest of words that somebody typed, to find records by."""
        return blind(f"{self.kind}, apart" if apart else self.kind, *parts, also=also)

    def is_apart(self, record):
        """Whether this record has a digest that is never equal to an ordinary one."""
        return bool(self.apart) and self._words(record, self.apart[0]) == self.apart[1]

    def value_of(self, record, *, apart=False):
        """The digest of this record, ordinary or apart; it opens what it digests."""
        # nobody sees what is opened here: it goes into the digest and nowhere else
        parts, also = ([self._words(record, name) for name in names] for names in (self.over, self.also))
        return self.of(*parts, also=also, apart=apart)

    def _words(self, record, name):
        field = record._meta.get_field(name)
        envelope = getattr(record, field.attname)
        if not envelope:
            return ""
        _, cipher = field.key_of(record)
        return open_envelope(cipher, envelope, record, name)
