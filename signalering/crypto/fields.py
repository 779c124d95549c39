"""Sealed text: `record.name` opens and leaves a look, `record.name_sealed` is the ciphertext."""

import base64
import os
import uuid

from cryptography.exceptions import InvalidTag
from django import forms
from django.core.exceptions import FieldError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_variables

from signalering.crypto import reader
from signalering.crypto.keys import KeyDestroyed, NewKey

VERSION = b"\x01"
DESTROYED = _("vernietigd")
UNREADABLE = _("onleesbaar")


class Envelope(bytes):
    """Ciphertext as stored: 1 byte version, 16 bytes key id, 12 bytes nonce, ciphertext and tag."""

    def __str__(self):
        return "[afgeschermd]"

    def __repr__(self):
        return "‹sealed›"

    @property
    def key_id(self):
        """The id of the root record whose key opens this, as 16 bytes."""
        return bytes(self[1:17])


class Sealed:
    """A sealed value for forms and comparisons: equal by ciphertext, opened when shown."""

    __hash__ = None

    def __init__(self, record, name, envelope):
        self.record, self.name, self.envelope = record, name, envelope

    def __str__(self):
        return str(getattr(self.record, self.name))

    def __repr__(self):
        return "‹sealed›"

    def __eq__(self, other):
        return self.envelope == other.envelope if isinstance(other, Sealed) else str(self) == other


def root_id_of(record):
    """The id of the root record: the record itself, or the one its ROOT foreign key leads to."""
    model = base_model(record)
    path = getattr(model, "ROOT", "")
    return getattr(record, f"{path}_id" if path else model._meta.pk.attname)


def base_model(record):
    """The model a record speaks for; a history row speaks for its base record."""
    return getattr(record, "instance_type", record.__class__)  # a lazy request.user tells its own class


def context(record, name):
    """What an envelope is bound to: constant model label, primary key and field."""
    model = base_model(record)
    return f"{model.LABEL}|{getattr(record, model._meta.pk.attname)}|{name}".encode()


def open_envelope(cipher, envelope, record, name):
    """The words in an envelope; InvalidTag when it was altered or belongs to another record or field."""
    return cipher.decrypt(envelope[17:29], envelope[29:], context(record, name)).decode()


@sensitive_variables("words")
def says(record, **words):
    """Whether sealed fields hold exactly these words: a yes or no for who has the words, so no look.

    Never for guessing: ask it only about what the same person wrote before.
    """
    keyring = reader.keyring()
    for name, text in words.items():
        envelope = getattr(record, f"{name}_sealed")
        if not envelope or not text:
            if bool(envelope) != bool(text):
                return False
            continue
        try:
            held = open_envelope(keyring.cipher(envelope.key_id), envelope, record, name)
        except (KeyDestroyed, InvalidTag):
            return False
        if held != text:
            return False
    return True


class Door:
    """The attribute through which people and templates read: first the trace, then the text."""

    def __init__(self, field):
        self.field = field

    def __get__(self, record, owner=None):
        if record is None:
            return self
        envelope = getattr(record, self.field.attname)
        if not envelope:
            return None if envelope is None else ""
        who = reader.current()
        try:
            cipher = who.keyring.cipher(envelope.key_id)
        except KeyDestroyed:
            return str(DESTROYED)
        who.looks_at(record, self.field.name)
        try:
            return open_envelope(cipher, envelope, record, self.field.name)
        except InvalidTag:
            who.found_altered(record, self.field.name)
            return str(UNREADABLE)

    def __set__(self, record, text):
        setattr(record, self.field.attname, self.field.seal(record, text))


class SealedText(models.BinaryField):
    """Text that is stored sealed under the data key of its root record."""

    empty_values = (None, "", b"")

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("blank", True)
        kwargs.setdefault("default", Envelope)
        super().__init__(*args, **{**kwargs, "editable": True})

    def get_attname(self):
        return f"{self.name}_sealed"

    def get_attname_column(self):
        return self.get_attname(), self.db_column or self.name

    def contribute_to_class(self, cls, name, **kwargs):
        self.name = name = name.removesuffix("_sealed")  # simple-history renames its copy to the attname
        super().contribute_to_class(cls, name, **kwargs)
        setattr(cls, name, Door(self))

    @sensitive_variables("text")
    def seal(self, record, text):
        """The envelope of a text; the same words keep the same envelope."""
        if text is None or isinstance(text, Envelope):
            return text
        if not isinstance(text, str) or hasattr(record, "instance_type"):
            raise TypeError(f"{self.name}: only text can be sealed, and never into history")
        if text == "":
            return Envelope()
        root_id, cipher = self.key_of(record)
        old = record.__dict__.get(self.attname)
        if old and old.key_id == root_id.bytes and open_envelope(cipher, old, record, self.name) == text:
            return old
        nonce = os.urandom(12)
        sealed = cipher.encrypt(nonce, text.encode(), context(record, self.name))
        return Envelope(VERSION + root_id.bytes + nonce + sealed)

    def key_of(self, record):
        """The root id and cipher for writing; a root that is not stored yet gets a fresh key."""
        root_id = root_id_of(record)
        if not isinstance(root_id, uuid.UUID):
            raise TypeError(f"{type(record).__name__}: set the root before its sealed fields")
        if not record.ROOT and record._state.adding and not hasattr(record._state, "new_key"):
            record._state.new_key = NewKey(root_id)
        if not record.ROOT and hasattr(record._state, "new_key"):
            return root_id, record._state.new_key.cipher
        return root_id, reader.keyring().cipher(root_id.bytes)

    def pre_save(self, record, add):
        if add and not hasattr(record, "instance_type") and not record.ROOT and self.is_first_of(record):
            root_id, cipher = self.key_of(record)
            record._state.new_key.store()
            reader.keyring().ciphers[root_id.bytes] = cipher
        return getattr(record, self.attname)

    def is_first_of(self, record):
        """Whether this is the first sealed field of its model: the one that writes the key before the row."""
        return self is next(field for field in record._meta.concrete_fields if isinstance(field, SealedText))

    def get_prep_value(self, value):
        if value is not None and not isinstance(value, Envelope):
            raise TypeError(f"{self.name}: only sealed text is stored")
        return value

    def from_db_value(self, value, expression, connection):
        if value is None:
            return None
        envelope = Envelope(value)
        if envelope:
            reader.announce(envelope.key_id)
        return envelope

    def get_lookup(self, name):
        if name != "isnull":
            raise FieldError(f"{self.name} is sealed: search by its blind index")
        return super().get_lookup(name)

    def get_transform(self, name):
        raise FieldError(f"{self.name} is sealed: it has no transforms")

    def value_from_object(self, record):
        envelope = getattr(record, self.attname)
        return Sealed(record, self.name, envelope) if envelope else envelope

    def value_to_string(self, record):
        return base64.b64encode(getattr(record, self.attname) or b"").decode()

    def to_python(self, value):
        if isinstance(value, str):
            return Envelope(base64.b64decode(value))
        return None if value is None else Envelope(value)

    def formfield(self, **kwargs):
        return forms.CharField(required=not self.blank, widget=forms.Textarea, help_text=self.help_text)
