"""Another part of the day and another way to reach a resident; and no "no contact" without trying."""

import itertools
import uuid

import pytest

from signalering.cases.actions import casework
from signalering.cases.contact_advice import TRIES, WHEN, in_words, least_tried, next_try
from signalering.cases.models import CaseResident
from tests.accounts import factories as people
from tests.cases import factories as cases

ALL = tuple(TRIES)


@pytest.mark.parametrize(
    ("attempts", "expected"),
    [
        ([], None),
        ([("administrative", False, "morning")], None),
        ([("phone", True, "morning")], None),
        ([("phone", False, "morning"), ("home_visit", True, "evening")], None),
        ([("home_visit", False, "morning")], ("evening", "phone")),
        ([("home_visit", False, "evening"), ("phone", False, "morning")], ("afternoon", "card")),
        ([("phone", True, "morning"), ("phone", False, "evening")], ("afternoon", "home_visit")),
    ],
)
def test_what_was_tried_least_comes_next(attempts, expected):
    assert next_try(attempts) == expected


def test_the_next_try_is_never_the_last_one_again():
    kinds = list(itertools.product(ALL, WHEN))
    for tried in itertools.product(kinds, repeat=3):
        day_part, channel = next_try([(way, False, part) for way, part in tried])
        assert channel != tried[-1][0]
        assert day_part != tried[-1][1]


@pytest.mark.parametrize("number", range(1, 7))
def test_however_often_something_was_tried_the_last_one_does_not_come_again(number):
    for tried in itertools.product("abc", repeat=number):
        proposed = least_tried("abc", tried)
        assert proposed != tried[-1]
        assert tried.count(proposed) == min(tried.count(one) for one in set("abc") - {tried[-1]})
    assert least_tried("a", "aaa") == "a", "when there is no other"


def test_with_two_ways_and_uneven_tries_the_other_one_comes():
    tried = [("home_visit", False, "evening"), ("home_visit", False, "evening"), ("card", False, "morning")]
    assert next_try(tried, ways=("home_visit", "card"))[1] == "home_visit"


def test_every_suggestion_is_one_short_sentence():
    for suggestion in itertools.product(WHEN, ALL):
        assert len(in_words(suggestion).split()) <= 12
    assert in_words(("evening", "phone")) == "Probeer 's avonds, en bel eens."


@pytest.fixture
def case(db):
    return cases.case()


@pytest.fixture
def desk(case, as_person):
    return as_person(case.director)


def tried(case, reading, channel="home_visit", day_part="morning", reached=False):
    with reading(case.director):
        casework.record_attempt(
            case,
            by=case.director,
            form_key=uuid.uuid4(),
            channel=channel,
            reached=reached,
            at=case.created_at,
            day_part=day_part,
        )


def suggestion(reply):
    return [item["words"] for item in reply.context["todo"] if item["title"] == "Probeer opnieuw contact"]


def at(case, act=""):
    return f"/casussen/{case.shown_code}/{act}"


@pytest.mark.django_db
def test_the_case_suggests_another_way_and_another_time(case, desk, reading):
    assert suggestion(desk.get(at(case))) == []
    tried(case, reading)
    assert suggestion(desk.get(at(case))) == ["Probeer 's avonds, en doe een kaartje in de bus."]
    with reading(case.director):
        resident = CaseResident.objects.get(case=case).resident
        resident.change(by=people.BY, reason="case_work", phone="06-00000000")
    page = desk.get(at(case))
    assert suggestion(page) == ["Probeer 's avonds, en bel eens."]
    assert "Probeer &#x27;s avonds, en bel eens." in page.content.decode()
    tried(case, reading, channel="phone", reached=True)
    assert suggestion(desk.get(at(case))) == []


@pytest.mark.django_db
def test_nothing_is_suggested_where_contact_is_not_safe(as_person, reading):
    signal = cases.signal(consent_answer="not_safe", unsafe_reason="violence_at_home", phone="06-00000000")
    case = cases.case(about=signal, by=people.wot_worker(signal.team.name))
    tried(case, reading)
    assert suggestion(as_person(case.director).get(at(case))) == []


@pytest.mark.django_db
def test_no_contact_is_no_outcome_before_somebody_tried(case, desk, reading):
    form = {"reason": "no_contact", "few": "no_other_way"}
    tried(case, reading, channel="administrative")
    assert "Leg eerst een contactpoging vast." in desk.post(at(case, "sluiten/"), form).content.decode()
    case.refresh_from_db()
    assert case.status == "open"


@pytest.mark.django_db
def test_after_few_attempts_it_asks_why_and_never_blocks(case, desk, reading):
    for _ in range(3):
        tried(case, reading)  # three times in the same way counts as few
    reply = desk.post(at(case, "sluiten/"), {"reason": "no_contact"})
    assert "Er zijn weinig pogingen gedaan. Kies waarom je toch sluit." in reply.content.decode()
    reply = desk.post(at(case, "sluiten/"), {"reason": "no_contact", "few": "other"})
    assert "Schrijf kort op wat de reden is." in reply.content.decode()
    form = {"reason": "no_contact", "few": "other", "words": "Verhuisd zonder bericht."}
    assert desk.post(at(case, "sluiten/"), form).status_code == 302
    case.refresh_from_db()
    assert (case.status, case.outcome, case.few_attempts) == ("closed", "no_contact", "other")
    page = desk.get(at(case)).content.decode()
    assert "Verhuisd zonder bericht." in page
    assert "Waarom na weinig pogingen" in page
    assert desk.post(at(case, "heropenen/"), {"reason": "relapse"}).status_code == 302
    case.refresh_from_db()
    assert case.few_attempts == ""


@pytest.mark.django_db
def test_after_enough_attempts_nothing_more_is_asked(case, desk, reading):
    for channel, part in (("phone", "morning"), ("home_visit", "evening"), ("phone", "evening")):
        tried(case, reading, channel=channel, day_part=part)
    assert "few" not in desk.get(at(case, "sluiten/")).context["form"].fields
    assert desk.post(at(case, "sluiten/"), {"reason": "no_contact"}).status_code == 302
    case.refresh_from_db()
    assert (case.outcome, case.few_attempts) == ("no_contact", "")
