"""Every term counts as the law says: the vectors of the domain, and what must hold on any day."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signalering.cases.due_days import days_before, due_at, due_on, eviction_due
from signalering.cases.models import DeadlineRule
from signalering.cases.reference import shipped_rules
from signalering.cases.working_days import (
    OutsideTable,
    add_months,
    add_working_days,
    atw_extend,
    is_working,
    sub_working_days,
)

RULES = {values["slug"]: DeadlineRule(**values) for values in shipped_rules()}
DAY = timedelta(days=1)
VECTORS = [  # received, +3 working days, +5 working days, +4 weeks
    ("2026-04-02", "2026-04-09", "2026-04-13", "2026-04-30"),
    ("2026-04-24", "2026-04-30", "2026-05-04", "2026-05-22"),
    ("2026-05-04", "2026-05-08", "2026-05-12", "2026-06-01"),
    ("2026-05-13", "2026-05-20", "2026-05-22", "2026-06-10"),
    ("2026-12-24", "2026-12-30", "2027-01-04", "2027-01-21"),
    ("2027-05-03", "2027-05-11", "2027-05-13", "2027-05-31"),
    ("2028-04-26", "2028-05-03", "2028-05-08", "2028-05-24"),
    ("2026-11-20", "2026-11-25", "2026-11-27", "2026-12-18"),
    ("2026-04-16", "2026-04-21", "2026-04-23", "2026-05-18"),
    ("2026-11-27", "2026-12-02", "2026-12-04", "2026-12-28"),
]
MORE = [
    ("DL1", "2026-11-21", "2026-12-21"),
    ("DL17", "2027-01-31", "2027-02-28"),
    ("DL17", "2028-01-31", "2028-02-29"),
    ("DL17B", "2026-11-30", "2027-02-28"),
    ("DL6", "2026-11-27", "2026-12-27"),  # a Sunday: only DL1 is extended
    ("DL8", "2026-11-27", "2026-12-25"),
]
EVICTIONS = [("2026-05-08", "2026-05-18", "2026-05-12"), ("2026-12-21", "2026-12-29", "2026-12-24")]


def of(text):
    return date.fromisoformat(text)


@pytest.mark.parametrize(("received", "three", "five", "weeks"), VECTORS)
def test_the_vectors_of_the_domain(received, three, five, weeks):
    start = of(received)
    assert due_on(RULES["DL2"], start) == of(three)
    assert {due_on(RULES[slug], start) for slug in ("DL7", "DL10", "DL13")} == {of(five)}
    assert due_on(RULES["DL1"], start) == of(weeks)


@pytest.mark.parametrize(("slug", "start", "due"), MORE)
def test_other_terms(slug, start, due):
    assert due_on(RULES[slug], of(start)) == of(due)


@pytest.mark.parametrize(("received", "eviction", "due"), EVICTIONS)
def test_an_eviction_is_two_working_days_ahead_at_most(received, eviction, due):
    start = of(received)
    threat = due_on(RULES["DL2"], start)
    assert eviction_due(RULES["DL3"], threat_due=threat, eviction=of(eviction), today=start) == of(due)


def test_an_eviction_of_tomorrow_is_spoken_about_today():
    day = of("2026-11-24")
    assert eviction_due(RULES["DL3"], threat_due=of("2026-11-27"), eviction=day + DAY, today=day) == day


def test_hours_run_on_when_the_clock_is_put_back():
    before = datetime(2026, 10, 24, 20, 0, tzinfo=UTC)
    assert due_at(RULES["DL18"], before) - before == timedelta(hours=72)
    assert due_on(RULES["DL9"], of("2026-10-24")) == of("2026-10-26")


def test_a_lead_is_counted_in_its_own_days():
    assert days_before(of("2026-11-23"), 1, "working_days") == of("2026-11-20")
    assert days_before(of("2026-11-23"), 7, "days") == of("2026-11-16")


@pytest.mark.parametrize(("hours", "day"), [(24, "2026-11-22"), (25, "2026-11-21"), (48, "2026-11-21")])
def test_a_lead_in_hours_begins_with_a_whole_day_and_never_too_late(hours, day):
    assert days_before(of("2026-11-23"), hours, "hours") == of(day)


@pytest.mark.parametrize(
    "day", ["2026-05-05", "2028-05-05", "2026-01-02", "2026-05-15", "2027-05-07", "2028-04-28", "2028-05-26"]
)
def test_the_days_that_common_tables_miss(day):
    assert not is_working(of(day))


@pytest.mark.parametrize(
    "count", [lambda: add_working_days(of("2028-12-29"), 1), lambda: sub_working_days(of("2025-01-02"), 1)]
)
def test_beyond_the_table_nothing_is_counted(count):
    with pytest.raises(OutsideTable):
        count()


days = st.dates(of("2025-02-01"), of("2028-10-31"))
numbers = st.integers(1, 30)


@given(days, numbers)
def test_working_days_end_on_a_later_working_day(day, n):
    due = add_working_days(day, n)
    assert is_working(due)
    assert due > day
    assert due - day >= n * DAY
    assert sum(is_working(day + i * DAY) for i in range(1, (due - day).days + 1)) == n


@given(days, days, numbers, numbers)
def test_later_or_longer_never_ends_earlier(one, other, n, m):
    first, last = sorted((one, other))
    assert add_working_days(first, n) <= add_working_days(last, n)
    assert add_working_days(one, min(n, m)) <= add_working_days(one, max(n, m))
    assert due_on(RULES["DL1"], first) <= due_on(RULES["DL1"], last)
    assert add_months(first, n % 3) <= add_months(last, n % 3)


@given(days, st.integers(1, 10))
def test_forth_and_back_is_the_same_working_day(day, n):
    there = add_working_days(day, n)
    back = sub_working_days(there, n)
    assert back <= day
    assert back == day or not is_working(day)
    assert all(not is_working(back + i * DAY) for i in range(1, (day - back).days + 1))


@given(days)
def test_an_extension_is_the_shortest_and_never_earlier(day):
    due, calendar = due_on(RULES["DL1"], day), day + timedelta(weeks=4)
    assert due == atw_extend(calendar)
    assert is_working(due)
    assert due >= calendar
    assert all(not is_working(calendar + i * DAY) for i in range((due - calendar).days))


@given(days, st.integers(-10, 60), st.integers(0, 10))
def test_an_eviction_never_gives_more_time_than_the_threat_nor_a_day_that_was(day, ahead, later):
    threat, now = due_on(RULES["DL2"], day), day + later * DAY
    due = eviction_due(RULES["DL3"], threat_due=threat, eviction=day + ahead * DAY, today=now)
    assert due >= now
    assert due <= max(threat, now)


@given(days, st.integers(1, 24))
def test_months_stay_in_their_month(day, n):
    later = add_months(day, n)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == n
    assert later.day <= day.day
    assert later.day == day.day or (later + DAY).day == 1
