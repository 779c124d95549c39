"""Reads every byte of a closed browser profile, and looks for words and keys that were planted."""

import base64
import re
import zlib

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from tests.browser.proofs.tables import blocks

GZIP = b"\x1f\x8b\x08"
KEY = 32
KEY_FILES = range(16, 67)  # a file this small may be nothing but a key
STORES = ("IndexedDB", "File System")  # where a page keeps what it wants to keep
CLONED = (b"\\K", b"B\x20")  # in a structured clone: a key, a buffer of 32 bytes
BEHIND = 16  # so far behind such a mark a key begins


def files(folder):
    """Every file of a profile with what is in it."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            yield path, path.read_bytes()


def unpacked(path, data):
    """The bytes of a file, and whatever is packed in it."""
    yield data
    for start in re.finditer(re.escape(GZIP), data):
        try:
            yield zlib.decompressobj(31).decompress(data[start.start() :])
        except zlib.error:
            continue
    if path.suffix == ".ldb":
        yield from blocks(data)


def shapes(planted):
    """The ways in which a word or a key may lie on a disk."""
    raw = planted if isinstance(planted, bytes) else planted.encode()
    yield "as it is", raw
    if not isinstance(planted, bytes):
        yield "UTF-16", planted.encode("utf-16-le")
    for shift in range(3):
        text = base64.b64encode(b"\0" * shift + raw).rstrip(b"=")
        # what hangs together with the bytes before and behind it
        yield f"base64 at {shift}", text[(0, 2, 3)[shift] : -1 if (len(raw) + shift) % 3 else None]


def hits(folder, planted):
    """Where the planted words and keys lie, as (name, shape, file); `planted` has names."""
    wanted = [(name, shape, raw) for name, one in planted.items() for shape, raw in shapes(one)]
    found = set()
    for path, data in files(folder):
        for layer in unpacked(path, data):
            for name, shape, raw in wanted:
                if raw in layer:
                    found.add((name, shape, str(path.relative_to(folder))))
    return sorted(found)


def windows(data):
    """Every 32 bytes in a row."""
    for start in range(len(data) - KEY + 1):
        yield data[start : start + KEY]


def candidates(folder):
    """Whatever in a profile may be the key of a draft."""
    keys = set()
    for path, data in files(folder):
        if len(data) in KEY_FILES or any(store in path.parts for store in STORES):
            keys.update(windows(data))
        for layer in unpacked(path, data):
            for mark in CLONED:
                for found in re.finditer(re.escape(mark), layer):
                    keys.update(windows(layer[found.end() : found.end() + BEHIND + KEY]))
    return keys


def opened(folder, drafts):
    """The drafts that somebody who has this profile, and only that, can read."""
    tried, plain = candidates(folder), []
    for key in tried:
        cipher = AESGCM(key)
        for draft in drafts:
            try:
                plain.append(cipher.decrypt(draft.iv, draft.box, draft.about))
            except InvalidTag:
                continue
    return plain, len(tried)
