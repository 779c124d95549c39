"""What a reporter adds afterwards reaches somebody who can open it, each time."""

import uuid

import pytest

from signalering.cases.actions import casework, reporting, triage
from signalering.cases.models import Deadline, Notice
from tests.accounts import factories as people
from tests.cases import factories as cases

pytestmark = pytest.mark.django_db


def add(signal, reading):
    with reading(signal.writer):
        return reporting.add(signal, by=signal.writer, form_key=uuid.uuid4(), words="De brief hangt er nog.")


def test_every_addition_to_an_open_case_is_announced(reading):
    case = cases.case()
    signal = case.signals.get()
    add(signal, reading)
    add(signal, reading)
    told = Notice.objects.filter(kind="answered", to=case.director)
    assert [notice.about_id for notice in told] == [case.pk, case.pk]


def test_an_addition_to_an_ended_signal_reaches_the_desk(reading):
    worker, signal = people.wot_worker(), cases.signal()
    with reading(worker):
        triage.close_with(signal, by=worker, reason="advised")
    add(signal, reading)
    assert Notice.objects.filter(kind="answered", to=worker, about_id=signal.pk).count() == 1
    assert worker.has_perm("cases.view_signal", signal)


def test_an_addition_to_a_closed_case_can_be_opened_by_its_director(reading):
    case = cases.case()
    signal, director = case.signals.get(), case.director
    with reading(director):
        casework.close_case(case, by=director, outcome="advice")
    assert not director.has_perm("cases.view_signal", signal) or signal.team.desk_id in director.desks
    add(signal, reading)
    assert director.has_perm("cases.view_signal", signal)
    assert Notice.objects.filter(kind="answered", to=director, about_id=signal.pk).count() == 1


def test_a_reopened_case_reads_picked_up_again(reading):
    case = cases.case()
    director = case.director
    with reading(director):
        casework.close_case(case, by=director, outcome="advice", words="Klaar ermee.")
        casework.reopen_case(case, by=director, reason="relapse")
        assert not case.closing_words
    assert case.signals.get().feedback_code == "picked_up"


def test_a_threat_that_is_mended_keeps_its_clock(reading):
    case = cases.case(threat_kind="eviction")
    before = Deadline.objects.get(about_id=case.pk, rule__slug="DL2")
    casework.record_attempt(
        case,
        by=case.director,
        form_key=uuid.uuid4(),
        channel="phone",
        reached=True,
        at=case.created_at,
        day_part="morning",
    )
    with reading(case.director):
        casework.set_threat(case, by=case.director, threat_kind="water_cut_off", threat_date=None)
    after = Deadline.objects.get(pk=before.pk)
    assert after.due_on == before.due_on
    assert after.ended_at is not None
