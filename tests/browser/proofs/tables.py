"""The tables of LevelDB, in which Chromium packs what was in its logs: their blocks, unpacked."""

import struct

MAGIC = 0xDB4775248B80FB57
FOOTER = 48
SNAPPY = 1


def blocks(table):
    """Every data block of a table; nothing of what is no table."""
    if len(table) < FOOTER or struct.unpack("<Q", table[-8:])[0] != MAGIC:
        return
    _, at = handle(table, len(table) - FOOTER)
    index, _ = handle(table, at)
    for value in values(block(table, *index)):
        yield block(table, *handle(value, 0)[0])


def block(table, start, size):
    """One block, as it was before it was packed."""
    raw = table[start : start + size]
    return unpack(raw) if table[start + size] == SNAPPY else raw


def varint(data, at):
    """A number of a few bytes, and where it ends."""
    number = shift = 0
    while True:
        byte = data[at]
        number |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if byte < 0x80:
            return number, at


def handle(data, at):
    """Where a block lies, and where this handle ends."""
    start, at = varint(data, at)
    size, at = varint(data, at)
    return (start, size), at


def values(data):
    """The values in a block, one after the other."""
    restarts = struct.unpack("<I", data[-4:])[0]
    end, at = len(data) - 4 * (restarts + 1), 0
    while at < end:
        _, at = varint(data, at)
        own, at = varint(data, at)
        size, at = varint(data, at)
        yield data[at + own : at + own + size]
        at += own + size


def unpack(data):
    """What Snappy packed."""
    length, at = varint(data, 0)
    whole = bytearray()
    while at < len(data):
        tag = data[at]
        kind, size = tag & 3, tag >> 2
        at += 1
        if kind == 0:
            if size >= 60:
                extra = size - 59
                size, at = int.from_bytes(data[at : at + extra], "little"), at + extra
            whole += data[at : at + size + 1]
            at += size + 1
            continue
        if kind == 1:
            size, back = (size & 7) + 4, (tag >> 5) << 8 | data[at]
            at += 1
        else:
            wide = 2 if kind == 2 else 4
            size, back = size + 1, int.from_bytes(data[at : at + wide], "little")
            at += wide
        for _ in range(size):
            whole.append(whole[-back])
    assert len(whole) == length
    return bytes(whole)
