"""The promise to call back, and the help that follows it: whose it is, and from which day it counts."""

import uuid
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format

from signalering.cases import deadlines
from signalering.cases.actions import casework, triage
from signalering.cases.models import ContactAttempt, Deadline
from signalering.cases.working_days import today
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.cases.moving_time import began

pytestmark = pytest.mark.django_db
UNSAFE = {"consent_answer": "not_safe", "unsafe_reason": "violence_at_home"}
YOUNG = {"theme": "youth_at_risk", "age_band": "12-15", "chips": ""}


@pytest.fixture
def write(reading):
    """The director writes an attempt down."""

    def down(case, *, at=None, key=None, reached=False):
        with reading(case.director):
            return casework.record_attempt(
                case,
                by=case.director,
                form_key=key or uuid.uuid4(),
                channel="phone",
                reached=reached,
                at=at or timezone.now(),
                day_part="morning",
            )

    return down


def slugs(record):
    return set(Deadline.objects.filter(about_id=record.pk).values_list("rule__slug", flat=True))


def case_at(team, **details):
    return cases.case(by=people.wot_worker(team), about=cases.signal(**details))


def test_a_wot_promises_to_call_back(write):
    case = case_at("WOT Oost", theme="loneliness", chips="")
    assert slugs(case) == {"DL7", "DL16"}
    write(case)
    assert slugs(case) == {"DL7", "DL8", "DL16"}


@pytest.mark.parametrize(("team", "details"), [("CO-team", UNSAFE), ("Mevis jeugd", YOUNG)])
def test_others_do_not_and_nobody_does_where_talking_is_not_safe(write, as_person, team, details):
    case = case_at(team, **details)
    assert case.team.name == team
    assert slugs(case) == {"DL16"}
    assert case.next_due == deadlines.of_slug("DL16", case).due_on
    page = as_person(case.director).get(f"/casussen/{case.shown_code}/").content.decode()
    assert "Terugbellen door het WOT" not in page
    write(case)
    assert slugs(case) == {"DL16"}


def test_a_wot_neither_calls_nor_promises_help_when_a_signal_is_not_safe(write, reading):
    unsafe, worker = cases.signal(**UNSAFE), people.wot_worker()
    co_team = people.wot_worker("CO-team")
    with reading(co_team):
        triage.reroute(unsafe, by=co_team, team=worker.teams[0], reason="capacity")
    assert slugs(cases.case(by=worker, about=unsafe)) == {"DL16"}
    case, other = cases.case(by=worker), cases.signal(**UNSAFE)
    with reading(co_team):
        triage.reroute(other, by=co_team, team=worker.teams[0], reason="capacity")
    with reading(worker):
        triage.join_case(other, by=worker, case=case, reason="same_person")
    write(case)
    assert "DL8" not in slugs(case)


def test_the_term_for_help_counts_from_the_call_and_not_from_the_typing(write):
    case, called = began(cases.case(), timezone.now() - timedelta(days=9)), timezone.now() - timedelta(days=6)
    write(case, at=called)
    clock = deadlines.of_slug("DL8", case)
    assert clock.started_on == timezone.localdate(called)
    assert clock.due_on == clock.started_on + timedelta(weeks=4)
    assert case.next_due <= clock.due_on


def test_a_call_just_after_midnight_counts_on_the_day_of_the_neighbourhood(write):
    case = began(cases.case(), timezone.now() - timedelta(days=9))
    night = (timezone.localtime() - timedelta(days=3)).replace(hour=0, minute=30)
    write(case, at=night)
    assert deadlines.of_slug("DL8", case).started_on == night.date()


def test_an_attempt_lies_between_the_begin_of_the_case_and_now(write, as_person):
    case = began(cases.case(), timezone.now() - timedelta(days=4))
    day = date_format(today() - timedelta(days=4), "j F")
    for moment, words in (
        (timezone.now() - timedelta(days=5), f"De casus begon op {day}. Kies die dag of later."),
        (timezone.now() + timedelta(hours=1), "Dit moment is nog niet geweest."),
    ):
        with pytest.raises(ValidationError) as refused:
            write(case, at=moment)
        assert refused.value.message_dict == {"at": [words]}
        form = {"channel": "phone", "reached": "no", "at": f"{timezone.localtime(moment):%Y-%m-%dT%H:%M}"}
        reply = as_person(case.director).post(
            f"/casussen/{case.shown_code}/contact/", {**form, "form_key": str(uuid.uuid4()), "words": "Niemand thuis."}
        )
        assert reply.context["form"].errors == {"at": [words]}
        assert "Niemand thuis." in reply.content.decode()
    assert not ContactAttempt.objects.exists()
    assert deadlines.of_slug("DL7", case).runs
    write(case, at=case.created_at - timedelta(microseconds=1))


def test_the_same_attempt_sent_again_is_not_refused(write, clock):
    case, key = cases.case(), uuid.uuid4()
    at = timezone.now()
    first = write(case, at=at, key=key)
    clock.go_on(days=-1)  # the clock of the other server is behind
    assert write(case, at=at, key=key) == first
