"""Which of the five words a reporter reads."""

import pytest

from signalering.cases import reporter_reads
from signalering.cases.models import Signal
from signalering.closed_lists import closed_list

CODES = list(closed_list("cases", "feedback"))


@pytest.mark.parametrize("code", CODES)
def test_who_reports_reads_the_code_that_was_given(code):
    signal = Signal(status="linked", feedback_code=code, reporter_kind="home_care")
    assert reporter_reads.status(signal) == code


@pytest.mark.parametrize("kind", ["shopkeeper", "police"])
@pytest.mark.parametrize("code", CODES)
def test_who_gets_a_receipt_only_reads_received_whatever_happens(kind, code):
    assert reporter_reads.status(Signal(status="linked", feedback_code=code, reporter_kind=kind)) == "received"
    assert reporter_reads.status(Signal(status="withdrawn", feedback_code=code, reporter_kind=kind)) == "withdrawn"


@pytest.mark.parametrize("code", CODES)
def test_every_word_has_its_place_in_the_list(code):
    signal = Signal(status="linked", feedback_code=code, reporter_kind="home_care")
    (group,) = reporter_reads.grouped([signal])
    assert group["rows"][0]["label"] == closed_list("cases", "feedback").label(code)
