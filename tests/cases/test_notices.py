"""Mail goes out once; a mail server that is away costs time, and no mail."""

import socket
from contextlib import closing
from datetime import timedelta
from smtplib import (
    SMTPAuthenticationError,
    SMTPConnectError,
    SMTPDataError,
    SMTPNotSupportedError,
    SMTPRecipientsRefused,
    SMTPSenderRefused,
    SMTPServerDisconnected,
)
from socket import gaierror

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

    answer = OSError(f"mailbox full: {FULL}")

    def send_messages(self, messages):
        if any(FULL in message.to for message in messages):
            raise self.answer
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


def refused(code):
    """What a mail server answers about this one recipient."""
    return SMTPRecipientsRefused({FULL: (code, b"no")})


FOR_EVER = [
    refused(550),
    SMTPDataError(554, b"no"),
    SMTPSenderRefused(553, b"no", "a@example.org"),
    SMTPNotSupportedError("no such address"),
    ValueError("no address"),
]
FOR_NOW = [
    refused(450),
    SMTPDataError(452, b"full"),
    SMTPServerDisconnected("gone"),
    SMTPConnectError(421, b"later"),
    SMTPAuthenticationError(535, b"another password"),
    TimeoutError(),
    gaierror(),
]


def name_of(error):
    """What an error is and says, as the name of a test."""
    return f"{type(error).__name__} {getattr(error, 'smtp_code', getattr(error, 'recipients', ''))}"


@pytest.mark.parametrize("answer", FOR_EVER, ids=name_of)
def test_a_mail_that_is_refused_for_ever_stops_after_three_tries(settings, monkeypatch, answer, as_person):
    settings.EMAIL_BACKEND = f"{__name__}.OneMailboxIsFull"
    monkeypatch.setattr(OneMailboxIsFull, "answer", answer)
    stuck, other = notice(people.wot_worker(email=FULL)), notice()
    for tries in (1, 2, 3):
        send_waiting()
        assert leases().get().tries == tries
        time_passes()
    assert [message.to for message in mail.outbox] == [[other.to.email]]
    lease = leases().get()
    assert (lease.row, lease.error, lease.stopped_at is None) == (stuck.pk, type(answer).__name__, False)
    administrator = as_person(people.administrator())
    assert lease.short in administrator.get("/beheer/werk/").content.decode()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert send_waiting() == 0, "nobody tries it any more"
    administrator.post("/beheer/werk/", {"row": lease.pk})
    assert send_waiting() == 1


@pytest.mark.parametrize("answer", FOR_NOW, ids=name_of)
def test_a_mail_that_cannot_go_now_is_tried_for_as_long_as_it_takes(settings, monkeypatch, answer):
    settings.EMAIL_BACKEND = f"{__name__}.OneMailboxIsFull"
    monkeypatch.setattr(OneMailboxIsFull, "answer", answer)
    notice(people.wot_worker(email=FULL))
    for _ in range(5):
        send_waiting()
        lease = leases().get()
        assert (lease.tries, lease.stopped_at, lease.error) == (0, None, type(answer).__name__)
        time_passes()


def test_a_mail_that_cannot_be_made_stops_and_holds_up_no_other(caplog):
    poison, others = notices(12, about="nothing_known"), notices(3)
    for _ in range(6):
        send_waiting()
        time_passes()
    assert {message.to[0] for message in mail.outbox} == {row.to.email for row in others}
    assert len(mail.outbox) == 3
    assert {lease.row for lease in leases().stopped()} == {row.pk for row in poison}
    assert "KeyError in " in caplog.text


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
