"""The sociale kaart: everything in it, found by words and theme, and one tap to refer a case."""

import pytest
from django.urls import reverse

from signalering.referrals.models import Programme
from tests.accounts import factories as people
from tests.cases import factories as cases

pytestmark = pytest.mark.django_db

HERE = "/sociale-kaart/"


def names(reply):
    return [card["name"] for group in reply.context["groups"] for card in group["cards"]]


def without_receiver(reply):
    return [card["name"] for card in reply.context["groups"][-1]["cards"]]


def test_everything_is_there_and_what_has_no_receiver_says_so(as_person):
    reply = as_person(people.partner()).get(HERE)
    assert set(Programme.objects.values_list("name", flat=True)) <= set(names(reply))
    assert "Stroomopwaarts vroegsignalering" in names(reply)
    assert "Eetcafé" in without_receiver(reply)
    assert "Ontruimingspreventie" not in without_receiver(reply)
    page = reply.content.decode()
    assert "nog geen ontvanger" in page
    assert "minderjarige kinderen in het gezin" in page
    assert "(eigen aanname)" in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"q": "eetcafe"}, ["Eetcafé"]),
        ({"q": "HUUR kinder"}, ["Ontruimingspreventie"]),
        ({"q": "zakgeld", "thema": "loneliness"}, []),
        ({"thema": "loneliness", "ontvanger": "on"}, ["Vrijwilliger zoeken", "Welzijn op recept"]),
        ({"q": "woonplus"}, ["Ontruimingspreventie"]),
    ],
)
def test_it_is_found_by_words_theme_and_receiver(as_person, query, found):
    assert names(as_person(people.wot_worker()).get(HERE, query)) == found


def test_a_case_is_referred_with_one_tap(as_person):
    case = cases.case()
    reply = as_person(case.director).get(HERE, {"casus": case.shown_code})
    page = reply.content.decode()
    assert names(reply)[0] == "Ontruimingspreventie"
    key = reply.context["groups"][0]["cards"][0]["key"]
    assert f"{reverse('referral_draft', args=[case.shown_code])}?naar={key}" in page
    receive = len(names(reply)) - len(without_receiver(reply))
    assert page.count(f"Verwijs casus {case.shown_code}") == receive


def test_a_case_of_somebody_else_is_not_found(as_person):
    case = cases.case()
    assert as_person(people.wot_worker()).get(HERE, {"casus": case.shown_code}).status_code == 404
    assert as_person(people.wot_worker()).get(HERE, {"casus": "AAAAAAAA"}).status_code == 404


@pytest.mark.parametrize("who", [people.home_care, people.shopkeeper, people.privacy_officer, people.administrator])
def test_it_is_for_desks(as_person, who):
    assert as_person(who()).get(HERE).status_code == 403


@pytest.mark.parametrize("value", ["\x00", "‮", "a" * 5000, "²", "<script>alert(1)</script>", "'--", "(((("])
def test_hostile_words_find_nothing_and_break_nothing(as_person, value):
    client = as_person(people.wot_worker())
    for name in ("q", "thema", "ontvanger"):
        reply = client.get(HERE, {name: value})
        assert reply.status_code == 200
        assert "<script>alert" not in reply.content.decode()
    assert client.get(HERE, {"casus": value}).status_code in (200, 404)


def test_the_number_of_questions_does_not_grow(as_person, django_assert_max_num_queries):
    client = as_person(people.wot_worker())
    client.get(HERE)
    with django_assert_max_num_queries(12):
        client.get(HERE)
