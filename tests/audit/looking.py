"""Looks as a request would leave them, and a page's statements counted on both databases."""

from contextlib import contextmanager

from django.db import connections
from django.test.utils import CaptureQueriesContext
from uuid_utils.compat import uuid7

from signalering.audit import actors
from signalering.audit.models import Look
from signalering.crypto.fields import root_id_of


def seen(by, *records, kind="opened", origin="director", team=None, fields=(), page="case", request_id=None, **more):
    """Somebody saw records in one request; without an origin there was no reason for it."""
    request_id = request_id or uuid7()
    Look.objects.bulk_create(
        Look(
            **actors.columns(by),
            request_id=request_id,
            label=record.LABEL,
            record_id=record.pk,
            root_id=root_id_of(record),
            page=page,
            kind=kind,
            fields=sorted(fields),
            grant_id=uuid7() if origin else None,
            origin_kind=origin,
            team_id=team.pk if team else None,
            **more,
        )
        for record in records
    )
    return request_id


@contextmanager
def statements():
    """The statements of a block on all databases, without the marks of transactions."""
    found = []
    captured = [CaptureQueriesContext(connection) for connection in connections.all()]
    for one in captured:
        one.__enter__()
    try:
        yield found
    finally:
        for one in captured:
            one.__exit__(None, None, None)
            found += [query["sql"] for query in one.captured_queries]
        found[:] = [
            sql for sql in found if sql.split()[0] not in ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "ROLLBACK")
        ]
