"""Who is reading now: without a reader nothing opens."""

from contextlib import contextmanager
from contextvars import ContextVar

from signalering.crypto.keys import Keyring

_reader = ContextVar("reader", default=None)


class NobodyIsReading(Exception):
    """Somebody tried to open a sealed field without saying who reads and why."""


def current():
    """The reader of now; NobodyIsReading when there is none."""
    reader = _reader.get()
    if reader is None:
        raise NobodyIsReading("open a sealed field inside a request or `with reading(by=..., purpose=...)`")
    return reader


def present():
    """The reader of now, or None."""
    return _reader.get()


def keyring():
    """The keys at hand; writing needs no reader and gets a ring of its own."""
    reader = _reader.get()
    return Keyring() if reader is None else reader.keyring


def announce(key_id):
    """Tell the reader which key a loaded row needs, so that all keys of a page come in one query."""
    reader = _reader.get()
    if reader is not None:
        reader.keyring.wanted.add(key_id)


@contextmanager
def lent(reader):
    """Let `reader` read inside the block."""
    token = _reader.set(reader)
    try:
        yield reader
    finally:
        _reader.reset(token)
