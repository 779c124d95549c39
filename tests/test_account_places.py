"""An operator gives an account another place, and ends one."""

import pytest
from django.contrib.sessions.models import Session

from signalering.accounts.access import may
from signalering.accounts.models import User
from signalering.audit.models import Event
from signalering.cases.models import Case
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.commands import refused, run

pytestmark = pytest.mark.django_db
ZUID = {"role": "wot_worker", "function": "wot_worker", "organisation": "WOT Schiedam", "team": "WOT Zuid"}


@pytest.fixture
def director():
    return people.wot_worker(email="regisseur@example.org")


def places(person):
    return [str(place.team) for place in User.objects.get(pk=person.pk).memberships_now]


def test_a_second_place_adds_and_takes_nothing(director):
    case = cases.case(by=director)
    said = run("account", "join", " Regisseur@example.org", until="2031-12-31", **ZUID)
    assert said == "Plek erbij: regisseur@example.org, WOT-medewerker, team WOT Zuid, tot en met 2031-12-31.\n"
    assert places(director) == ["WOT Oost", "WOT Zuid"]
    assert may(User.objects.get(pk=director.pk), "change", case)
    assert Event.objects.filter(verb="join_team", system="accounts").count() == 2 + len(case.signals.all())


def test_leaving_closes_what_was_given_and_signs_out_everywhere(director, as_person):
    case = cases.case(by=director)
    run("account", "join", director.email, **ZUID)
    client, other = as_person(director), as_person(people.wot_worker())
    said = run("account", "leave", director.email, team="wot oost").splitlines()
    assert said == [
        "Plek beëindigd: regisseur@example.org, WOT-medewerker, team WOT Oost. Alle sessies zijn beëindigd.",
        "Open casussen bij deze plek: 1. Een coördinator moet die overdragen.",
    ]
    assert places(director) == ["WOT Zuid"]
    assert not may(User.objects.get(pk=director.pk), "view", case)
    assert Case.objects.open().directed_by(director).exists()
    assert Session.objects.count() == 1
    assert client.get("/account/apparaten/").status_code == 302
    assert other.get("/account/apparaten/").status_code == 200


def test_the_only_place_needs_no_name(director):
    assert "team WOT Oost" in run("account", "leave", director.email)
    assert places(director) == []


def test_it_asks_which_place_is_meant_and_changes_nothing(director):
    run("account", "join", director.email, **ZUID)
    for options in ({}, {"organisation": "WOT Schiedam"}, {"team": "CO-team"}, {"role": "partner"}):
        said = refused("account", "leave", director.email, **options)
        assert said == (
            "Zeg met --team, --organisation of --role welke plek. Plekken van regisseur@example.org: "
            "WOT-medewerker, team WOT Oost; WOT-medewerker, team WOT Zuid."
        )
    assert places(director) == ["WOT Oost", "WOT Zuid"]


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"role": "privacy_officer", "function": "privacy_officer", "team": None}, "geen andere rol hebben."),
        ({"team": "Bestaat niet"}, "Het team 'Bestaat niet' is niet bekend."),
        ({"until": "2020-01-01"}, "De einddatum is al voorbij."),
        ({"role": "spion"}, "De rol 'spion' bestaat niet."),
    ],
)
def test_a_place_that_cannot_be_is_refused_with_one_sentence(director, changed, sentence):
    options = {**ZUID, **changed}
    said = refused("account", "join", director.email, **{name: word for name, word in options.items() if word})
    assert sentence in said
    assert places(director) == ["WOT Oost"]


def test_nobody_is_no_account():
    for act, options in (("join", ZUID), ("leave", {})):
        assert refused("account", act, "niemand@example.org", **options).startswith("Er is geen account")
