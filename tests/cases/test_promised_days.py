"""A reporter reads until when the team promised to read a signal, and to send word."""

import pytest

from config.templatetags.page import day
from signalering.audit.reading import reading as reading_block
from signalering.cases.actions.reading import first_reading
from signalering.cases.models import Deadline
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.cases.test_my_signals import page, pick_up

pytestmark = pytest.mark.django_db


@pytest.fixture
def nurse():
    return people.home_care()


@pytest.fixture
def client(as_person, nurse):
    return as_person(nurse)


def test_the_promised_days_are_shown_until_there_is_word(nurse, client):
    signal, worker = cases.signal(by=nurse), people.wot_worker()
    due = {deadline.rule.slug: deadline.due_on for deadline in Deadline.objects.filter(about_id=signal.pk)}
    before = page(client, signal)
    assert f"Gelezen uiterlijk {day(due['DL23'])}." in before
    assert f"Bericht uiterlijk {day(due['DL13'])}." in before
    with reading_block(by=worker, purpose="debt"):
        first_reading(signal, by=worker)
    assert "Gelezen uiterlijk" in page(client, signal), "not who read it"
    pick_up(signal, worker)
    assert "uiterlijk" not in page(client, signal)


def test_who_hears_nothing_later_reads_no_day_for_word(nurse, client):
    signal = cases.signal(by=nurse, consent_answer="yes_no_help", name="")
    html = page(client, signal)
    assert "Gelezen uiterlijk" in html
    assert "Bericht uiterlijk" not in html
