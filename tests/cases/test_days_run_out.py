"""The table of non-working days ends: the administrator hears it in time, and nobody meets a broken page."""

import uuid
from datetime import date

import pytest
from django.core.checks import run_checks
from django.urls import reverse

from signalering.audit.actors import system
from signalering.cases import checks, working_days
from signalering.cases.models import DeadlineRule, Signal
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.referrals import factories as referrals

REPORT = {
    "theme": "money_or_rent",
    "step": "what",
    "postcode": "3117BX",
    "house_number": "9012",
    "consent_answer": "not_discussed",
    "urgency": "this_week",
    "chips": ["rent_unpaid"],
    "observation": "Stapel post bij de deur.",
}


@pytest.fixture
def too_long():
    """Terms that end behind the table, as every term does once it has run out."""
    for rule in DeadlineRule.objects.filter(slug__in=["DL7", "DL10", "DL13", "DL23"]):
        rule.change(by=system("set_up"), reason="loaded", term=5000)


@pytest.mark.django_db
def test_a_reporter_reads_what_is_wrong_and_keeps_every_word(as_person, too_long, caplog):
    client = as_person(people.home_care())
    reply = client.post(reverse("report"), REPORT | {"form_key": str(uuid.uuid4())})
    assert reply.status_code == 503
    html = reply.content.decode()
    assert "De lijst met vrije dagen is te oud." in html
    assert "Er is nu niets opgeslagen. Vertel dit aan je beheerder." in html
    assert "Stapel post bij de deur." in html
    assert not Signal.objects.exists()
    assert "no term can be counted" in caplog.text


@pytest.mark.django_db
def test_no_page_of_the_desk_breaks_either(as_person):
    worker, signal, draft = people.wot_worker(), cases.signal(), referrals.draft()
    for rule in DeadlineRule.objects.filter(slug__in=["DL7", "DL10"]):
        rule.change(by=system("set_up"), reason="loaded", term=5000)
    form = {"reason": "other", "words": "Zij kent het gezin.", "legal_basis": "consent", "purpose": "debt"}
    reply = as_person(worker).post(f"/signalen/{signal.shown_code}/oppakken/", form)
    assert reply.status_code == 503
    assert "Zij kent het gezin." in reply.content.decode()
    programme = draft.programme
    programme.change(by=system("set_up"), reason="loaded", answer_days=5000)
    assert as_person(draft.sender).get(f"/verwijzingen/{draft.shown_code}/").status_code == 503


@pytest.mark.parametrize(
    ("day", "warns", "fails"),
    [
        (date(2028, 7, 4), False, False),
        (date(2028, 7, 5), True, False),
        (date(2028, 11, 26), True, False),
        (date(2028, 11, 27), True, True),
        (date(2029, 3, 1), True, True),
    ],
)
def test_the_administrator_is_told_in_time(monkeypatch, day, warns, fails):
    monkeypatch.setattr(working_days, "today", lambda: day)
    assert bool(checks.days_run_out()) is warns
    assert bool(checks.days_ran_out()) is fails
    for problem in [*checks.days_run_out(), *checks.days_ran_out()]:
        assert "2028-12-31" in problem.msg
        assert "non-working-days.json" in problem.hint


def test_both_checks_are_asked(monkeypatch):
    monkeypatch.setattr(working_days, "today", lambda: date(2029, 1, 1))
    tags = ["compatibility"]
    assert {problem.id for problem in run_checks(tags=tags)} >= {"signalering.W001"}
    assert {problem.id for problem in run_checks(tags=tags, include_deployment_checks=True)} >= {"signalering.E005"}
