"""How many statements a page costs, on all databases together."""

from contextlib import ExitStack

from django.db import connections
from django.test.utils import CaptureQueriesContext

MARKS = ("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "COMMIT")


def statements(client, address):
    """The statements of one GET, from first to last byte, marks of transactions aside."""
    with ExitStack() as stack:
        captured = [stack.enter_context(CaptureQueriesContext(one)) for one in connections.all()]
        reply = client.get(address)
    assert reply.status_code == 200, address
    asked = [query["sql"] for one in captured for query in one.captured_queries]
    return [sql for sql in asked if not sql.startswith(MARKS)]


def posted_statements(client, address, typed, *, status=200):
    """The statements of one form that was sent."""
    with ExitStack() as stack:
        captured = [stack.enter_context(CaptureQueriesContext(one)) for one in connections.all()]
        reply = client.post(address, typed)
    assert reply.status_code == status, address
    asked = [query["sql"] for one in captured for query in one.captured_queries]
    return [sql for sql in asked if not sql.startswith(MARKS)]
