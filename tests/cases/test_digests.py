"""One mail a morning with numbers and a link; what is urgent does not wait for it."""

from collections import Counter

import pytest
from django.core import mail

from signalering.accounts.actions import close_account
from signalering.accounts.models import Setting
from signalering.cases import digests
from signalering.cases.models import Notice
from signalering.cases.notices import send_waiting
from signalering.clock.kinds import Kind
from tests.accounts import factories as people
from tests.clock.factories import at, die, killed, notice, time_passes
from tests.two_processes import race

pytestmark = pytest.mark.django_db
FRIDAY, SUNDAY = "2026-11-20 16:00", "2026-11-22 23:00"
BEFORE, MONDAY, LATER = "2026-11-23 07:29", "2026-11-23 07:30", "2026-11-23 15:00"
TUESDAY, CHRISTMAS, AFTER = "2026-11-24 07:31", "2026-12-25 09:00", "2026-12-28 07:30"


def late(to, times=1):
    """Reporters wait too long for word, and somebody must hear of it."""
    return [notice(to, kind="deadline_over") for _ in range(times)]


def morning():
    """The clock turns; the mails that went out."""
    digests.KIND.sweep()
    send_waiting()
    sent, mail.outbox[:] = list(mail.outbox), []
    return sent


def test_it_comes_on_working_days_at_the_time_that_is_set(monkeypatch):
    at(monkeypatch, FRIDAY)
    worker = people.wot_worker()
    late(worker)
    for moment in (SUNDAY, BEFORE):
        at(monkeypatch, moment)
        assert morning() == []
    at(monkeypatch, MONDAY)
    assert len(morning()) == 1
    late(worker)
    for moment in (LATER, CHRISTMAS):
        at(monkeypatch, moment)
        assert morning() == []
    at(monkeypatch, AFTER)
    assert len(morning()) == 1


def test_the_time_is_configured(monkeypatch):
    at(monkeypatch, FRIDAY)
    late(people.wot_worker())
    Setting.objects.get(key="digest_time").change(by=people.BY, reason="other", value="06:15")
    at(monkeypatch, "2026-11-23 06:14")
    assert morning() == []
    at(monkeypatch, "2026-11-23 06:15")
    assert len(morning()) == 1


def test_it_names_numbers_and_one_link_and_nobody(monkeypatch):
    at(monkeypatch, FRIDAY)
    worker, colleague = people.wot_worker(), people.wot_worker()
    rows = late(worker, 3)
    late(colleague)
    notice(worker, kind="deadline_over", about_id=rows[0].about_id)
    at(monkeypatch, MONDAY)
    sent = {message.to[0]: message for message in morning()}
    assert set(sent) == {worker.email, colleague.email}
    body = sent[worker.email].body
    assert "- Termijn te laat: 3\n" in body, "of one signal one hears once"
    assert body.count("http") == 1
    assert body.rstrip().split("\n\n-- ")[0].endswith("/postvak/")
    for word in ("K7PX", worker.name, "Oost"):
        assert word not in body + sent[worker.email].subject
    assert "Termijn te laat: 1" in sent[colleague.email].body


def test_it_comes_once_a_day_and_what_came_later_waits_for_the_next(monkeypatch):
    at(monkeypatch, FRIDAY)
    worker = people.wot_worker()
    first = late(worker, 2)
    at(monkeypatch, MONDAY)
    assert len(morning()) == 1
    told = Notice.objects.get(kind="morning")
    assert set(told.tells.all()) == set(first)
    assert all(row.sent_at for row in told.tells.all())
    late(worker)
    at(monkeypatch, LATER)
    assert morning() == []
    at(monkeypatch, TUESDAY)
    (mail_of_tuesday,) = morning()
    assert "Termijn te laat: 1" in mail_of_tuesday.body
    assert morning() == []


def test_what_comes_during_the_day_waits_for_the_next_morning(monkeypatch):
    at(monkeypatch, LATER)
    late(people.wot_worker())
    assert morning() == []
    at(monkeypatch, TUESDAY)
    assert len(morning()) == 1


def test_a_worker_that_slept_in_still_sends_it(monkeypatch):
    at(monkeypatch, FRIDAY)
    late(people.wot_worker())
    at(monkeypatch, LATER)
    assert len(morning()) == 1


def test_nothing_waits_then_nothing_comes(monkeypatch):
    people.wot_worker()
    at(monkeypatch, MONDAY)
    assert morning() == []
    assert not Notice.objects.exists()


def test_who_left_hears_nothing(monkeypatch):
    at(monkeypatch, FRIDAY)
    worker = people.wot_worker()
    late(worker)
    close_account(worker, by=people.BY)
    at(monkeypatch, MONDAY)
    assert morning() == []
    assert not Notice.objects.waiting().exists()


def test_what_is_urgent_goes_at_once(monkeypatch):
    at(monkeypatch, SUNDAY)
    worker = people.wot_worker()
    late(worker)
    notice(worker, kind="burst")
    (sent,) = morning()
    assert "K7PX-3QMD" in sent.body


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_make_one_mail_for_each(monkeypatch):
    at(monkeypatch, FRIDAY)
    for worker in (people.wot_worker(), people.wot_worker()):
        late(worker, 2)
    at(monkeypatch, MONDAY)

    def deed(barrier):
        barrier.wait(timeout=30)
        return digests.KIND.sweep()

    race(deed, deed)
    digests.KIND.sweep()
    assert Counter(row.to for row in Notice.objects.filter(kind="morning")).most_common(1)[0][1] == 1
    assert Notice.objects.filter(kind="morning").count() == 2
    assert not Notice.objects.for_the_morning().waiting().exists()


@pytest.mark.django_db(transaction=True)
def test_a_kill_in_between_loses_and_doubles_nothing(monkeypatch):
    at(monkeypatch, FRIDAY)
    late(people.wot_worker(), 2)
    at(monkeypatch, MONDAY)
    halfway = Kind(digests.KIND.name, digests.due, lambda person: (digests.gather(person), die()))
    killed(lambda ready: halfway.sweep())
    assert not Notice.objects.filter(kind="morning").exists(), "the whole or nothing"
    time_passes()
    killed(lambda ready: (digests.KIND.sweep(), die()))
    assert Notice.objects.filter(kind="morning").count() == 1
    assert len(morning()) == 1
    assert morning() == []
