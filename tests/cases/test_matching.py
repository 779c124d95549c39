"""Signals over one address: told to triage as numbers, never across the safety compartment, always on record."""

import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from signalering.accounts.grants import give, routing
from signalering.accounts.models import Setting
from signalering.audit.models import Event, Look
from signalering.audit.reading import reading
from signalering.cases import address_keys
from signalering.cases.actions import reporting, triage
from signalering.cases.matching import match, months_before
from signalering.cases.models import AddressMatch, Resident, Signal
from signalering.cases.same_address import WHAT, around, keys_of, matched
from signalering.crypto.keys import destroy
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.cases.counting import statements
from tests.cases.moving_time import came_in
from tests.words import stands

pytestmark = pytest.mark.django_db
HERE = ZoneInfo("Europe/Amsterdam")
NUMBERS = {"same_address_months": 12, "match_months": 6, "duplicate_days": 30}
NUMBERS |= {"burst_signals_a_day": 3, "strips_an_hour": 60}
UNSAFE = {"consent_answer": "not_safe", "unsafe_reason": "violence_at_home"}


@pytest.fixture
def worker():
    return people.wot_worker()


@pytest.fixture
def desk(as_person, worker):
    return as_person(worker)


def page(client, signal):
    """The page of a signal, as words."""
    return client.get(f"/signalen/{signal.shown_code}/").content.decode()


def strip(client, signal):
    """The part of the page about its address; empty when there is none."""
    html = page(client, signal)
    return html.partition('id="zelfde-adres"')[2].partition("</section>")[0]


def key_of(**address):
    return cases.signal(**address).address_key


# one front door


def test_one_front_door_is_postcode_number_and_suffix_however_they_are_typed():
    first = key_of(suffix="A")
    assert first == key_of(postcode="3117bx", suffix="a") == key_of(suffix=" a ")
    others = [
        key_of(),
        key_of(suffix="B"),
        key_of(house_number="9013", suffix="A"),
        key_of(postcode="3117BZ", suffix="A"),
    ]
    assert len({first, *others}) == 5
    assert key_of(house_number="9012", suffix="1") != key_of(house_number="90121")
    assert key_of(postcode="", house_number="", place="Op het plein") == ""


def test_a_corrected_address_gets_another_key():
    signal = cases.signal()
    with reading(by=signal.writer, purpose="debt"):
        reporting.correct(signal, by=signal.writer, form_key=signal.pk, version=signal.version, house_number="9013")
    assert signal.address_key == key_of(house_number="9013")


def test_the_resident_of_a_case_has_the_key_of_the_signal(worker):
    signal = cases.signal(suffix="B")
    case = cases.case(by=worker, about=signal)
    assert case.case_residents.get().resident.address_key == signal.address_key


def test_rows_from_before_get_their_key_once():
    signal, unsafe = cases.signal(), cases.signal(**UNSAFE)
    cases.case(about=cases.signal())
    destroyed, resident = cases.signal(), Resident.objects.get()
    keys = [signal.address_key, unsafe.address_key, resident.address_key]
    with connection.cursor() as cursor:
        for table in ("cases_signal", "cases_resident"):
            cursor.execute(f"UPDATE {table} SET address_key = NULL")
    destroy(destroyed.pk)
    assert address_keys.fill() == 4
    for record in (signal, unsafe, resident, destroyed):
        record.refresh_from_db()
    assert [signal.address_key, unsafe.address_key, resident.address_key] == keys
    assert destroyed.address_key is None
    assert not Look.objects.filter(system="address_keys").exists(), "nobody saw anything"
    assert address_keys.fill() == 0
    assert signal.history.first().history_change_reason == "address_key"


# multiple and consecutive

moments = st.datetimes(datetime(2023, 8, 1), datetime(2024, 12, 31), timezones=st.just(UTC))
edges = st.sampled_from(
    [
        datetime(2024, 2, 29, 23, 30, tzinfo=UTC),
        datetime(2024, 8, 29, 21, 59, tzinfo=UTC),
        datetime(2024, 8, 31, 22, 0, tzinfo=UTC),
        datetime(2024, 3, 31, 1, 0, tzinfo=UTC),
        datetime(2024, 10, 27, 0, 30, tzinfo=UTC),
        datetime(2024, 10, 27, 1, 30, tzinfo=UTC),
        datetime(2024, 10, 31, 23, 0, tzinfo=UTC),
        datetime(2023, 12, 31, 23, 0, tzinfo=UTC),
    ]
)


def day_months_before(day, months):
    """Go back day by day until the month is right, then to the same day or the last one there is."""
    back = day
    for _ in range(months):
        last = back.replace(day=1) - timedelta(days=1)
        back = last.replace(day=min(day.day, last.day))
    return back


def naive(arrived, others):
    """The two marks, as somebody with a calendar of Amsterdam would set them."""
    here = arrived.astimezone(HERE)
    multiple = any(f"{other.astimezone(HERE):%Y-%m}" == f"{here:%Y-%m}" for other in others)
    first = day_months_before(here.date(), 6)
    consecutive = any(other < arrived and other.astimezone(HERE).date() >= first for other in others)
    return multiple, consecutive


@given(arrived=moments | edges, others=st.lists(moments | edges, max_size=6))
def test_the_two_marks_are_those_of_somebody_with_a_calendar(arrived, others):
    found = match(arrived, others, months=6)
    assert (found.is_multiple, found.is_consecutive) == naive(arrived, others)
    assert found.matching_period_start <= arrived.astimezone(HERE).date() <= found.matching_period_end


def at(*parts):
    return datetime(*parts, tzinfo=HERE)


@pytest.mark.parametrize(
    ("arrived", "other", "multiple", "consecutive"),
    [
        (at(2026, 5, 31, 12), at(2026, 5, 1, 0, 0), True, True),
        (at(2026, 5, 1, 12), at(2026, 5, 31, 23, 59), True, False),
        (at(2026, 5, 1, 12), at(2026, 4, 30, 23, 59), False, True),
        (at(2026, 5, 1, 12), at(2026, 6, 1, 0, 0), False, False),
        (at(2026, 8, 31, 12), at(2026, 2, 28, 0, 0), False, True),
        (at(2026, 8, 31, 12), at(2026, 2, 27, 23, 59), False, False),
        (at(2024, 8, 31, 12), at(2024, 2, 29, 0, 0), False, True),
        (at(2024, 8, 31, 12), at(2024, 2, 28, 23, 59), False, False),
        (at(2026, 11, 22, 12), at(2025, 11, 22, 12), False, False),
    ],
)
def test_month_ends_and_the_leap_day(arrived, other, multiple, consecutive):
    found = match(arrived, [other], months=6)
    assert (found.is_multiple, found.is_consecutive) == (multiple, consecutive)


def test_the_first_hour_of_a_month_here_is_the_last_of_the_month_before_in_greenwich():
    found = match(at(2026, 6, 1, 0, 30), [at(2026, 5, 31, 23, 30)], months=6)
    assert not found.is_multiple
    assert months_before(date(2026, 1, 31), 2) == date(2025, 11, 30)


def test_one_question_finds_the_others(worker, django_assert_num_queries):
    signal = came_in(cases.signal(), at(2026, 5, 20, 9))
    came_in(cases.signal(), at(2026, 5, 2, 9))
    signal = Signal.objects.select_related("team").get(pk=signal.pk)
    with reading(by=worker, purpose="debt"):
        keys_of(signal)
        with django_assert_num_queries(1):
            found = matched(signal, months=6)
    assert (found.is_multiple, found.is_consecutive) == (True, True)


def test_what_is_withdrawn_elsewhere_or_from_another_door_does_not_count(worker):
    signal = cases.signal()
    withdrawn = cases.signal()
    with reading(by=withdrawn.writer, purpose="debt"):
        reporting.withdraw(withdrawn, by=withdrawn.writer)
    cases.signal(suffix="A")
    cases.signal(house_number="9013")
    with reading(by=worker, purpose="debt"):
        assert matched(signal, months=6).is_multiple is False
        cases.signal()
        assert matched(signal, months=6).is_multiple is True


def test_the_decision_keeps_what_was_true_then(worker):
    first = came_in(cases.signal(), at(2026, 2, 3, 9))
    second = came_in(cases.signal(), at(2026, 5, 20, 9))
    with reading(by=worker, purpose="debt"):
        triage.close_with(second, by=worker, reason="advised")
    kept = AddressMatch.objects.get(signal=second)
    assert (kept.is_multiple, kept.is_consecutive) == (False, True)
    assert (kept.matching_period_start, kept.matching_period_end) == (date(2025, 11, 20), date(2026, 5, 31))
    cases.case(by=worker, about=first)
    assert AddressMatch.objects.get(signal=first).is_consecutive is False
    assert not AddressMatch.objects.filter(signal__in=[cases.signal()]).exists()


# the safety compartment


def test_the_compartment_is_never_counted_elsewhere(worker):
    signal = cases.signal()
    unsafe = cases.signal(**UNSAFE)
    unknown_area = cases.signal(area=None)
    assert unsafe.team.kind == unknown_area.team.kind == "co_team"
    other = people.wot_worker("CO-team")
    with reading(by=other, purpose="safety"):
        triage.reroute(unsafe, by=other, team=signal.team, reason="expertise")
    assert unsafe.team == signal.team, "also when it lies at the desk of another team"
    with reading(by=worker, purpose="debt"):
        found = around(signal, NUMBERS)
        assert (found.number, found.cases, found.match.is_multiple) == (1, [], False)
        cases.case(by=worker, about=unsafe)
        assert around(signal, NUMBERS).cases == []


def test_what_is_kept_for_safety_counts_nowhere_else_whatever_team_has_it(worker):
    signal, kept = cases.signal(), cases.signal()
    with reading(by=worker, purpose="debt"):
        assert around(signal, NUMBERS).number == 2
    cases.case(by=worker, about=kept, purpose="safety")
    with reading(by=worker, purpose="debt"):
        found = around(signal, NUMBERS)
        assert (found.number, found.cases, found.signals) == (1, [], [])
        assert (found.match.is_multiple, matched(signal, months=6).is_multiple) == (False, False)
    with reading(by=people.wot_worker("CO-team"), purpose="safety"):
        assert around(cases.signal(**UNSAFE), NUMBERS).number == 3, "inside everything counts"


def test_what_became_part_of_a_case_of_the_co_team_counts_nowhere_else(worker):
    signal, joined, consulted = cases.signal(), cases.signal(), people.wot_worker("CO-team")
    case = cases.case(by=consulted, about=cases.signal(area=None), purpose="debt")
    give(joined, "view", "triage", to=consulted, by=people.BY, reason="called", origin=routing(joined))
    with reading(by=consulted, purpose="debt"):
        triage.join_case(joined, by=consulted, case=case, reason="same_person")
    with reading(by=worker, purpose="debt"):
        assert around(signal, NUMBERS).number == 1


def test_a_case_with_one_unsafe_signal_is_not_told_and_one_whose_words_are_gone_neither(worker):
    signal, safe, unsafe = cases.signal(), cases.signal(), cases.signal(**UNSAFE)
    case = cases.case(by=worker, about=safe)
    with reading(by=worker, purpose="debt"):
        assert [one.pk for one in around(signal, NUMBERS).cases] == [case.pk]
    other = people.wot_worker("CO-team")
    with reading(by=other, purpose="safety"):
        triage.reroute(unsafe, by=other, team=signal.team, reason="expertise")
    with reading(by=worker, purpose="debt"):
        triage.join_case(unsafe, by=worker, case=case, reason="same_person")
        assert around(signal, NUMBERS).cases == []
    again = cases.case(by=worker, about=cases.signal())
    destroy(again.signals.get().pk)
    with reading(by=worker, purpose="debt"):
        assert around(signal, NUMBERS).cases == []


def test_a_signal_whose_words_are_destroyed_still_has_a_page(desk):
    signal = cases.signal()
    cases.signal()
    assert "Op dit adres" in page(desk, signal)
    destroy(signal.pk)
    assert "vernietigd" in page(desk, signal)


def test_from_inside_the_compartment_everything_counts():
    unsafe, safe = cases.signal(**UNSAFE), cases.signal()
    cases.case(about=cases.signal())
    consulted = people.wot_worker("CO-team")
    with reading(by=consulted, purpose="safety"):
        found = around(unsafe, NUMBERS)
        assert (found.number, len(found.cases), found.match.is_multiple) == (3, 1, True)
        assert around(cases.signal(**UNSAFE), NUMBERS).number == 4
    assert safe.address_key != unsafe.address_key


# the strip


def test_the_strip_says_how_many_since_when_and_who_has_open_cases(desk, worker):
    signal = cases.signal()
    came_in(cases.signal(), at(2026, 8, 3, 9))
    colleague = people.wot_worker("WOT Zuid")
    moved = cases.signal(name="Mw. Buurvrouw")
    with reading(by=worker, purpose="debt"):
        triage.reroute(moved, by=worker, team=colleague.teams[0], reason="expertise")
    case = cases.case(by=colleague, about=moved)
    words = strip(desk, signal)
    assert "3 signalen op dit adres sinds augustus 2026" in words
    assert "1 open casus (WOT Zuid)" in words
    for secret in (case.shown_code, moved.shown_code, moved.words_name, colleague.name, "Buurvrouw"):
        assert not stands(secret, words)


def test_it_links_only_to_what_the_person_may_see_anyway(desk, worker):
    signal, other = cases.signal(), cases.signal()
    case = cases.case(by=worker, about=cases.signal())
    words = strip(desk, signal)
    assert f"/signalen/{other.shown_code}/" in words
    assert f"/casussen/{case.shown_code}/" in words
    assert "(WOT Oost)" in words


def test_nothing_is_told_without_an_address_without_others_and_to_who_only_reads(desk, worker):
    alone = cases.signal(house_number="9099")
    nowhere = cases.signal(postcode="", house_number="", place="Op het plein")
    cases.signal(postcode="", house_number="", place="Op het plein")
    assert strip(desk, alone) == strip(desk, nowhere) == ""
    signal = cases.signal()
    cases.signal()
    cases.case(by=worker, about=signal)
    assert strip(desk, signal) == "", "decided"
    assert not Look.objects.filter(label=WHAT, record_id__in=[nowhere.pk, signal.pk]).exists()


def test_who_wrote_the_signal_is_not_told(as_person):
    writer = people.wot_worker()
    own = cases.signal(by=writer)
    cases.signal()
    assert strip(as_person(writer), own) == ""
    assert strip(as_person(people.wot_worker()), own) != ""


def test_each_time_it_is_a_search_on_record(desk, worker):
    signal = cases.signal()
    cases.signal()
    strip(desk, signal)
    look = Look.objects.get(label=WHAT)
    assert (look.kind, look.record_id, look.root_id, look.actor) == ("searched", signal.pk, signal.pk, worker)
    assert look.origin_kind == "routing"


def test_a_curious_colleague_is_stopped_and_leaves_traces(as_person):
    Setting.objects.get(key="strips_an_hour").change(by=people.BY, reason="other", value="3")
    curious, accomplice = people.wot_worker(), people.home_care()
    client = as_person(curious)
    cases.case(about=cases.signal(house_number="9044"))
    probes = [cases.signal(by=accomplice, house_number=str(number)) for number in range(9041, 9047)]
    told = [strip(client, probe) for probe in probes]
    assert "1 open casus" not in "".join(told)
    assert ["Wacht een uur" in words for words in told] == [False] * 3 + [True] * 3
    assert Look.objects.filter(actor=curious, label=WHAT, kind="searched").count() == 3
    assert Event.objects.filter(actor=curious, verb="search_address", result="refused").count() == 3
    assert "Wacht een uur" not in strip(client, probes[0]), "the same address again is no new search"


def test_a_possible_duplicate_says_why_and_is_closed_by_hand(desk):
    signal = cases.signal()
    noon = timezone.localtime(signal.created_at).replace(hour=12)  # late in the evening, summer time is another day
    near = came_in(cases.signal(), noon - timedelta(days=2))
    far = came_in(cases.signal(), noon - timedelta(days=40))
    other = cases.signal(theme="loneliness", chips="")
    words = strip(desk, signal)
    rows = {part.partition("/")[0]: part.partition("</li>")[0] for part in words.split('href="/signalen/')[1:]}
    assert "Misschien dubbel: zelfde adres, zelfde thema, 2 dagen eerder" in rows[near.shown_code]
    assert "zelfde adres, zelfde thema, 40 dagen eerder" in rows[far.shown_code]
    assert "zelfde adres, zelfde dag" in rows[other.shown_code]
    assert words.count("Misschien dubbel") == words.count("?reden=duplicate") == 1
    form = desk.get(f"/signalen/{signal.shown_code}/afronden/?reden=duplicate").content.decode()
    chosen = [tag for tag in re.findall(r"<input[^>]*>", form) if "checked" in tag and 'name="reason"' in tag]
    assert len(chosen) == 1
    assert 'value="duplicate"' in chosen[0]
    signal.refresh_from_db()
    assert signal.status == "new", "nothing is closed by following the link"


@pytest.mark.counts
def test_the_page_costs_the_same_with_few_and_with_many(desk, worker):
    signal = cases.signal()
    cases.signal()
    cases.case(by=worker, about=cases.signal())
    desk.get(f"/signalen/{signal.shown_code}/")
    few = statements(desk, f"/signalen/{signal.shown_code}/")
    for _ in range(10):
        cases.signal()
        cases.case(by=worker, about=cases.signal())
    many = statements(desk, f"/signalen/{signal.shown_code}/")
    assert len(few) == len(many) <= 16, len(many)
