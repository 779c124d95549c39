"""The rules are configuration: all of the domain, one of each on a day, and what was chosen here stays."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from signalering.audit.actors import system
from signalering.cases import deadlines
from signalering.cases.models import Deadline, DeadlineRule
from signalering.cases.terms import days_left, in_words
from signalering.closed_lists import closed_list
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.cases.moving import move_to
from tests.commands import run

pytestmark = pytest.mark.django_db
BY = system("set_up")
OFF = {"DL9", "DL22"}


def rule(slug):
    return DeadlineRule.objects.get(slug=slug)


def test_every_rule_of_the_domain_is_there():
    slugs = set(DeadlineRule.objects.values_list("slug", flat=True))
    assert slugs == {f"DL{number}" for number in range(1, 24)} | {"DL14B", "DL17B"}
    assert set(DeadlineRule.objects.filter(active=False).values_list("slug", flat=True)) == OFF
    assert list(DeadlineRule.objects.filter(extends=True).values_list("slug", flat=True)) == ["DL1"]
    assert all(each.source and each.get_start_display() for each in DeadlineRule.objects.all())


def test_a_ladder_names_only_steps_and_people_that_exist():
    known = set(closed_list("cases", "deadline_hears"))
    for each in DeadlineRule.objects.all():
        assert set(each.ladder) <= {"before", "on", "after"}, each
        for step in each.ladder.values():
            assert set(step["tell"]) <= known, each
        if before := each.ladder.get("before"):
            assert before["lead"] > 0
            assert before["unit"] in DeadlineRule.Unit


def test_exactly_one_rule_of_a_slug_holds_on_a_day():
    first = rule("DL7")
    with pytest.raises(IntegrityError), transaction.atomic():
        DeadlineRule(slug="DL7", label="x", term=2, unit="days", source="x", valid_from=date(2027, 1, 1)).save_as(
            BY, "x"
        )
    first.change(by=BY, reason="own_choice", valid_until=date(2026, 12, 31))
    second = DeadlineRule(slug="DL7", label="x", term=2, unit="days", source="x", valid_from=date(2027, 1, 1))
    second.save_as(BY, "own_choice")
    for day, there in ((date(2026, 12, 31), first), (date(2027, 1, 1), second)):
        assert deadlines.rules("DL7", on=day) == {"DL7": there}
        assert list(DeadlineRule.objects.in_force(day).filter(slug="DL7")) == [there]


@pytest.mark.parametrize(
    "wrong", [{"unit": "hours", "term": 48}, {"unit": "weeks", "term": 13}, {"unit": "working_days"}]
)
def test_only_short_calendar_terms_are_extended(wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        rule("DL1").change(by=BY, reason="own_choice", **wrong)


def test_a_rule_that_is_not_used_starts_no_clock():
    rule("DL23").change(by=BY, reason="own_choice", active=False)
    rule("DL7").change(by=BY, reason="own_choice", active=False)
    signal = cases.signal()
    assert [clock.rule.slug for clock in deadlines.all_of(signal)] == ["DL13", "DL1"]
    case = cases.case(about=signal)
    assert "DL7" not in {clock.rule.slug for clock in deadlines.all_of(case)}
    assert case.next_due == deadlines.next_due(case)


def test_loading_brings_ours_up_to_date_and_leaves_theirs():
    rule("DL8").change(by=people.administrator(), reason="own_choice", term=6)
    rule("DL6").change(by=BY, reason="loaded", term=1)
    before = DeadlineRule.objects.count()
    run("load_reference")
    assert (rule("DL8").term, rule("DL6").term, DeadlineRule.objects.count()) == (6, 30, before)


def test_a_clock_that_runs_keeps_the_rule_it_began_with():
    signal = cases.signal()
    clock = deadlines.of_slug("DL13", signal)
    rule("DL13").change(by=BY, reason="own_choice", term=20)
    assert Deadline.objects.get(pk=clock.pk).due_on == clock.due_on


def test_terms_in_words():
    assert [in_words(rule(slug)) for slug in ("DL2", "DL5", "DL8", "DL16", "DL18")] == [
        "3 werkdagen", "30 dagen", "4 weken", "1 maand", "72 uur",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "vandaag"), (1, "nog 1 werkdag"), (6, "nog 4 werkdagen"),
        (-1, "1 werkdag te laat"), (-7, "5 werkdagen te laat"),
    ],
)  # fmt: skip
def test_what_is_left_is_said_in_working_days(monkeypatch, days, words):
    now = date(2026, 11, 17)  # a Tuesday
    move_to(monkeypatch, now)
    assert days_left(now + timedelta(days=days)) == words
