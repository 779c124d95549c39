"""What is due today or too late is mailed today: in the morning mail, or at once when that mail is gone already."""

from datetime import date

import pytest
from django.core import mail

from signalering.audit.reading import reading
from signalering.cases import deadlines, digests, ladder, notices
from signalering.cases.actions import casework
from signalering.cases.models import Notice
from signalering.cases.working_days import sub_working_days
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.clock.factories import at

pytestmark = pytest.mark.django_db
NIGHT, EIGHT, TEN = "2026-11-23 00:05", "2026-11-23 08:00", "2026-11-23 10:00"  # a Monday
TOMORROW, SUNDAY = "2026-11-24 08:00", "2026-11-29 10:00"


def turn():
    """The worker turns once; the mails that went out."""
    for kind in (ladder.KIND, digests.KIND, notices.KIND):
        kind.sweep()
    sent, mail.outbox[:] = list(mail.outbox), []
    return sent


def about(record, sent):
    """Who got a mail with a link to this record."""
    return sorted(message.to[0] for message in sent if record.shown_code in message.body)


def test_what_must_be_read_today_is_mailed_to_the_lead_today(monkeypatch):
    at(monkeypatch, TEN)
    lead, signal = people.coordinator(), cases.signal(urgency="today")
    (sent,) = turn()
    assert sent.to == [lead.email]
    assert sent.subject == f"Termijn vandaag: signaal {signal.shown_code}"
    assert f"/signalen/{signal.shown_code}/" in sent.body
    assert "Mw. A." not in sent.subject + sent.body
    assert turn() == [], "once"
    at(monkeypatch, TOMORROW)
    assert "Termijn vandaag" not in "".join(message.body for message in turn())


def test_what_comes_before_the_morning_mail_is_told_in_it(monkeypatch):
    at(monkeypatch, NIGHT)
    lead, signal = people.coordinator(), cases.signal(urgency="today")
    assert turn() == []
    at(monkeypatch, EIGHT)
    (sent,) = turn()
    assert sent.to == [lead.email]
    assert "- Termijn vandaag: 1\n" in sent.body
    assert signal.shown_code not in sent.body


def test_an_eviction_of_tomorrow_is_mailed_today(monkeypatch):
    at(monkeypatch, TEN)
    director, lead = people.wot_worker(), people.coordinator()
    case = cases.case(by=director)
    turn()
    with reading(by=director, purpose="debt"):
        casework.set_threat(case, by=director, threat_kind="eviction", threat_date=date(2026, 11, 24))
    assert deadlines.of_slug("DL3", case).due_on == date(2026, 11, 23)
    assert about(case, turn()) == sorted([director.email, lead.email])


def test_a_worker_that_slept_through_the_morning_mail_tells_it_when_it_wakes(monkeypatch):
    at(monkeypatch, NIGHT)
    director, lead = people.wot_worker(), people.coordinator()
    case = cases.case(by=director)
    due = deadlines.of_slug("DL7", case).due_on
    at(monkeypatch, f"{due} 10:00")
    assert about(case, turn()) == [lead.email]
    at(monkeypatch, f"{due} 23:59")
    assert turn() == []


def test_what_is_too_late_is_mailed_on_that_day_too(monkeypatch):
    at(monkeypatch, NIGHT)
    lead, signal = people.coordinator(), cases.signal(urgency="today")
    at(monkeypatch, "2026-11-24 10:00")
    sent = turn()
    assert about(signal, sent) == [lead.email]
    assert sent[0].subject.startswith("Termijn te laat: ")


def test_a_day_without_a_morning_mail_has_no_morning_to_wait_for(monkeypatch):
    at(monkeypatch, NIGHT)
    case = cases.case()
    deadlines.stop(case, "DL7", by=case.director, reason="met")
    deadlines.move(deadlines.of_slug("DL16", case), date(2026, 11, 29), by=case.director, reason="other")
    at(monkeypatch, SUNDAY)
    assert about(case, turn()) == [case.director.email]


def test_what_is_only_near_waits_for_the_morning(monkeypatch):
    at(monkeypatch, NIGHT)
    people.coordinator()
    case = cases.case()
    due = deadlines.of_slug("DL7", case).due_on
    at(monkeypatch, f"{sub_working_days(due, 1)} 10:00")
    assert about(case, turn()) == []
    assert Notice.objects.waiting().for_the_morning().filter(kind="deadline_near").exists()
