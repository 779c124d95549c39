"""What the product leaves behind on disks and in tables, as bytes to search."""

import base64
from pathlib import Path

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connection, connections


def shapes():
    """The beginning of every planted word, in each shape in which it could lie there."""
    for number in range(10):
        plain = f"kanarie{number}".encode()
        yield from (plain, plain.decode().encode("utf-16-le"), plain.hex().encode(), plain.hex().upper().encode())
        for shift in range(3):  # in base64 by its place in the groups of three, without what depends on its neighbours
            whole = base64.b64encode(b"x" * shift + plain)
            yield whole[-(-shift * 8 // 6) : (shift + len(plain)) * 8 // 6]


def databases():
    """Every byte of both databases: files with what SQLite keeps beside them, rows as PostgreSQL prints them."""
    if connection.vendor == "sqlite":
        for alias in connections:
            name = Path(connections[alias].settings_dict["NAME"])
            for path in name.parent.glob(f"{name.name}*"):
                yield path.name, path.read_bytes()
    else:
        for alias in connections:
            yield from tables(alias)


def tables(alias):
    """Every row of every table."""
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        for (table,) in cursor.fetchall():
            cursor.execute(f'SELECT t::text FROM "{table}" t')
            yield table, "\n".join(row for (row,) in cursor.fetchall()).encode()


def unpacked():
    """What sessions and the cache hold, which lies packed in their tables."""
    for session in Session.objects.all():
        yield "session", repr(session.get_decoded()).encode()
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT cache_key, value FROM "{settings.CACHES["default"]["LOCATION"]}"')
        for key, value in cursor.fetchall():
            yield "cache", key.encode() + base64.b64decode(value)


def files(*folders):
    """Every file in some folders."""
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not path.is_symlink():
                yield str(path.relative_to(folder)), path.read_bytes()
