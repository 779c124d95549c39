"""What is sent too late comes back with every word, and says why it was not kept."""

import pytest
from django.urls import reverse

from signalering.audit.reading import reading as reading_block
from signalering.cases.actions import casework
from tests.accounts import factories as people
from tests.cases import factories as cases

pytestmark = pytest.mark.django_db


def text(reply):
    return reply.content.decode()


def test_a_signal_is_linked_when_ones_last_case_was_just_closed(as_person):
    worker, signal = people.wot_worker(), cases.signal()
    case, where = cases.case(by=worker), reverse("triage_link", args=[signal.shown_code])
    with reading_block(by=worker, purpose="debt"):
        casework.close_case(case, by=worker, outcome="advice")
    page = text(as_person(worker).post(where, {"case": case.code, "reason": "other", "words": "Zelfde portiek."}))
    assert "Je hebt nu geen open casussen om aan te koppelen." in page
    assert "Zelfde portiek." in page
