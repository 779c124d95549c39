"""A server with the files of production, that counts what it sends."""

import pytest
from django.core.management import call_command
from django.test.testcases import LiveServerThread

from tests.cases.test_phone_bytes import PRODUCTION


class Counter:
    """Counts what a server sends, request by request."""

    def __init__(self, application):
        self.application, self.sent = application, []

    def __call__(self, environ, start_response):
        heading = []

        def start(status, headers, *error):
            heading[:] = [len(status) + sum(len(name) + len(value) + 4 for name, value in headers)]
            return start_response(status, headers, *error)

        reply = self.application(environ, start)
        body = b"".join(reply)
        if hasattr(reply, "close"):
            reply.close()
        self.sent.append((environ["PATH_INFO"], len(body), heading[0]))
        return [body]


@pytest.fixture
def counted(settings, tmp_path, transactional_db):
    """The product with its files collected and packed, on a server that counts."""
    settings.STORAGES, settings.STATIC_ROOT = PRODUCTION, tmp_path
    call_command("collectstatic", interactive=False, verbosity=0)
    made = []

    def counting(application):
        made.append(Counter(application))
        return made[0]

    thread = LiveServerThread("localhost", counting)
    thread.daemon = True
    thread.start()
    thread.is_ready.wait()
    assert not thread.error
    settings.ALLOWED_HOSTS = ["localhost"]
    yield f"http://localhost:{thread.port}", made[0].sent
    thread.terminate()
