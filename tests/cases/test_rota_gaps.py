"""The hours without anybody on duty are told a week before, on the rota and in the morning look of coordinators."""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from signalering.accounts.actions import close_account
from signalering.accounts.models import Team
from signalering.cases.rota_gaps import gaps_of
from tests.accounts import factories as people
from tests.cases.counting import statements

pytestmark = pytest.mark.django_db
HERE = ZoneInfo("Europe/Amsterdam")
WEEKEND = "5 februari 17.00 tot 8 februari 08.30"
NOBODY = "Elk uur buiten kantooruren heeft iemand dienst."


def at(*moment):
    """A moment as the clock on the wall shows it here."""
    return datetime(*moment, tzinfo=HERE)


@pytest.fixture
def monday(clock):
    """Noon of a Monday in a week without a holiday."""
    return clock.put(at(2027, 2, 1, 12))


@pytest.fixture
def coordinator():
    return people.coordinator()


def serve(person, starts, ends, by, **details):
    """Somebody is on duty from one moment until another."""
    return people.shift(person, by=by, starts_at=starts, ends_at=ends, **details)


def gaps(team="WOT Oost"):
    return [(gap.starts_at, gap.ends_at) for gap in gaps_of([Team.objects.get(name=team)])]


def test_without_a_rota_every_night_and_the_weekend_are_told(monday):
    assert gaps() == [
        *((at(2027, 2, day, 17), at(2027, 2, day + 1, 8, 30)) for day in (1, 2, 3, 4)),
        (at(2027, 2, 5, 17), at(2027, 2, 8, 8, 30)),
    ]


def test_what_is_filled_is_not_told_and_what_is_left_over_is(monday, coordinator):
    first, second = people.wot_worker(), people.wot_worker()
    for day in (1, 2, 3, 4):
        serve(first, at(2027, 2, day, 17), at(2027, 2, day + 1, 8, 30), coordinator)
    serve(first, at(2027, 2, 5, 16), at(2027, 2, 7, 9), coordinator)
    serve(second, at(2027, 2, 7, 10), at(2027, 2, 8, 9), coordinator, order=2)
    assert gaps() == [(at(2027, 2, 7, 9), at(2027, 2, 7, 10))]
    taken_off = serve(second, at(2027, 2, 7, 9), at(2027, 2, 7, 10), coordinator)
    assert gaps() == []
    taken_off.change(by=coordinator, reason="other", ended_at=monday, ended_because="other")
    assert len(gaps()) == 1
    close_account(first, by=people.BY)
    assert len(gaps()) == 5, "whoever left is not called"


def test_a_shift_of_who_moved_to_another_team_covers_nothing(monday, clock, coordinator):
    worker = people.wot_worker()
    serve(worker, at(2027, 2, 1, 17), at(2027, 2, 2, 8, 30), coordinator)
    assert len(gaps()) == 4
    clock.put(clock.real())  # a place ends by the clock of the database
    people.moved(worker, "WOT Zuid")
    clock.put(monday)
    assert len(gaps()) == 5


def test_a_gap_that_runs_now_begins_now_and_one_ends_when_the_office_opens(clock):
    now = clock.put(at(2027, 2, 1, 22, 15))
    found = gaps()
    assert abs(found[0][0] - now) < timedelta(minutes=1)
    assert found[0][1] == at(2027, 2, 2, 8, 30)
    assert found[-1] == (at(2027, 2, 8, 17), at(2027, 2, 9, 8, 30)), "the night in which the week ends is told whole"


def test_a_day_on_which_nobody_works_belongs_to_the_gap(clock):
    clock.put(at(2027, 4, 26, 12))
    assert gaps()[0] == (at(2027, 4, 26, 17), at(2027, 4, 28, 8, 30))


@pytest.mark.parametrize(
    ("noon", "night", "morning", "hours"),
    [
        (at(2027, 3, 26, 12), at(2027, 3, 27, 23), at(2027, 3, 28, 7), 7),
        (at(2027, 10, 29, 12), at(2027, 10, 30, 23), at(2027, 10, 31, 7), 9),
    ],
)
def test_the_night_in_which_the_clock_moves_is_as_long_as_it_is(clock, coordinator, noon, night, morning, hours):
    clock.put(noon)
    worker = people.wot_worker()
    opens = gaps()[0][1]
    serve(worker, noon, night, coordinator)
    serve(worker, morning, opens, coordinator)
    found = gaps()[0]
    assert found == (night, morning)
    assert found[1] - found[0] == timedelta(hours=hours)


@pytest.mark.parametrize(("minute", "left"), [(30, 0), (29, 1)])
def test_in_the_hour_that_comes_twice_both_are_asked(clock, coordinator, minute, left):
    clock.put(at(2027, 10, 29, 12))
    first, second = people.wot_worker(), people.wot_worker()
    opens = gaps()[0][1]
    serve(first, at(2027, 10, 29, 12), at(2027, 10, 31, 2, minute).replace(fold=1), coordinator)
    serve(second, at(2027, 10, 31, 2, 30).replace(fold=1), opens, coordinator)
    assert len([gap for gap in gaps() if gap[0].date().day == 31]) == left


def test_everybody_of_the_team_reads_them_on_the_rota_and_coordinators_in_the_morning(monday, coordinator, as_person):
    worker = people.wot_worker()
    for person in (worker, coordinator):
        page = text(as_person(person).get("/rooster/"))
        told = page.partition("Nog niemand, komende 7 dagen")[2].partition("</ul>")[0]
        assert told.count("<li>") == 5
        assert bare(told).endswith(WEEKEND)
    page = text(as_person(coordinator).get("/vandaag/"))
    assert WEEKEND in bare(page)
    assert "Nog niemand met dienst, komende 7 dagen" in page
    assert 'href="/rooster/"' in page
    assert "Nog niemand met dienst" not in text(as_person(worker).get("/vandaag/"))
    serve(worker, at(2027, 2, 1, 17), at(2027, 2, 8, 9), coordinator)
    assert NOBODY in text(as_person(worker).get("/rooster/"))
    assert "Nog niemand met dienst" not in text(as_person(coordinator).get("/vandaag/"))


def test_a_rota_that_is_shared_counts_for_who_shares_it_and_a_programme_is_called_by_nobody(monday, as_person):
    oost, zuid = (Team.objects.get(name=name) for name in ("WOT Oost", "WOT Zuid"))
    zuid.change(by=people.BY, reason="other", shares_rota_of=oost)
    serve(people.wot_worker(), at(2027, 2, 1, 17), at(2027, 2, 8, 9), people.coordinator())
    assert NOBODY in text(as_person(people.wot_worker("WOT Zuid")).get("/rooster/"))
    assert gaps("Ontruimingspreventie") == []


@pytest.mark.counts
def test_the_pages_cost_the_same_however_full_the_rota_is(monday, coordinator, as_person):
    client, worker = as_person(coordinator), people.wot_worker()
    for address in ("/rooster/", "/vandaag/"):
        client.get(address)
    few = [len(statements(client, address)) for address in ("/rooster/", "/vandaag/")]
    for day in (1, 2, 3):
        serve(worker, at(2027, 2, day, 17), at(2027, 2, day + 1, 8, 30), coordinator)
    many = [len(statements(client, address)) for address in ("/rooster/", "/vandaag/")]
    assert few == many
    assert max(many) <= 12


def text(reply):
    return reply.content.decode()


def bare(page):
    """The words of a page, without its tags."""
    return " ".join(re.sub("<[^>]*>", " ", page).split())
