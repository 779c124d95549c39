"""Who is there at night: people of a team, and a rota."""

import pytest

from tests.accounts import factories as people


@pytest.fixture
def team():
    """Everybody of WOT Oost, a coordinator of the CO-team, and some others; here before the clock is moved."""
    return {
        "writer": people.home_care(name="Thuiszorg"),
        "outsider": people.wot_worker("WOT Zuid", name="Van Zuid"),
        "officer": people.privacy_officer(),
        "first": people.wot_worker(name="Eerste"),
        "second": people.wot_worker(name="Tweede"),
        "desk": people.wot_worker(name="Postvak"),
        "coordinator": people.coordinator(name="Coördinator"),
        "co_team": people.coordinator("CO-team", name="Coördinator CO"),
    }


@pytest.fixture
def rota():
    """A function that puts two people on duty from now until the morning."""

    def plan(first, second, by):
        for order, person in enumerate((first, second), 1):
            people.shift(person, by=by, order=order, phone=f"06-0000001{order}")

    return plan


@pytest.fixture
def night(clock, team, rota):
    """Eleven in the evening, with a rota for this night."""
    clock.to("23:00")
    rota(team["first"], team["second"], by=team["coordinator"])
    return clock
