"""Mail goes out once; a mail server that is away costs time, and no mail."""

import socket
from contextlib import closing
from datetime import timedelta

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.utils import timezone

from signalering.accounts.actions import close_account
from signalering.cases.models import Notice
from signalering.cases.notices import mail as mail_of
from signalering.cases.notices import send_waiting
from signalering.clock.models import ROUND, Lease
from tests.accounts import factories as people
from tests.clock.factories import notice, notices, time_passes
from tests.two_processes import race

pytestmark = pytest.mark.django_db
FULL = "vol@example.org"


class OneMailboxIsFull(EmailBackend):
    """A mail server that takes every mail but those to one address."""

    def send_messages(self, messages):
        if any(FULL in message.to for message in messages):
            raise OSError(f"mailbox full: {FULL}")
        return super().send_messages(messages)


def leases():
    return Lease.objects.exclude(row=ROUND)


def test_a_mail_holds_code_and_link_and_a_name_that_tells_nothing():
    row = notice()
    assert send_waiting() == 1
    (sent,) = mail.outbox
    assert (sent.to, "K7PX-3QMD" in sent.body) == ([row.to.email], True)
    name = sent.extra_headers["Message-ID"]
    assert name == f"<{sent.extra_headers['X-Effect-Key']}@localhost>"
    assert row.to.pk.hex not in name
    assert mail_of(row).message()["Message-ID"] == name, "sent again it has the same name"
    assert send_waiting() == 0


def test_a_mail_that_cannot_be_sent_holds_up_no_other(settings, caplog):
    settings.EMAIL_BACKEND = f"{__name__}.OneMailboxIsFull"
    stuck = notice(people.wot_worker(email=FULL))
    others = notices(2)
    assert send_waiting() == 2
    assert [message.to for message in mail.outbox] == [[row.to.email] for row in others]
    assert leases().get().row == stuck.pk
    assert f"notice {stuck.pk} not sent: OSError" in caplog.text
    assert FULL not in caplog.text


def test_a_mail_server_that_is_away_is_tried_for_days(settings):
    with closing(socket.socket()) as nobody:
        nobody.bind(("127.0.0.1", 0))
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = nobody.getsockname()
        for waited, pause in ((0, 1), (4 * 60, 120), (3 * 24 * 60, 360), (30 * 24 * 60, 360)):
            row = notice(due_at=timezone.now() - timedelta(minutes=waited))
            assert send_waiting() == 0
            lease = leases().get(row=row.pk)
            assert abs(lease.not_before - timezone.now() - timedelta(minutes=pause)) < timedelta(seconds=30)
            assert (lease.tries, lease.stopped_at, lease.error) == (0, None, "ConnectionRefusedError")
        assert send_waiting() == 0, "not before the pause is over"
        for _ in range(20):
            time_passes()
            send_waiting()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    time_passes()
    assert send_waiting() == 4
    assert len(mail.outbox) == 4


def test_who_left_gets_no_mail_and_the_notice_is_closed():
    row = notice()
    close_account(row.to, by=people.BY)
    send_waiting()
    assert mail.outbox == []
    assert Notice.objects.get().sent_at is not None
    assert Notice.objects.get().history.latest("version").history_change_reason == "account_closed"


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_send_each_mail_once(settings, tmp_path):
    settings.EMAIL_BACKEND, settings.MAIL_FOLDER = "django.core.mail.backends.filebased.EmailBackend", None
    settings.EMAIL_FILE_PATH = str(tmp_path)
    rows = notices(8)

    def deed(barrier):
        barrier.wait(timeout=30)
        return send_waiting()

    assert sum(race(deed, deed)) + send_waiting() == 8
    sent = "".join(path.read_text() for path in tmp_path.iterdir())
    for row in rows:
        assert sent.count(f"Message-ID: {mail_of(row).extra_headers['Message-ID']}") == 1
