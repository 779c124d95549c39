"""Who stands in goes away too: the cases of both go to whoever stands in then, until the earlier of the two days."""

from datetime import datetime, time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format

from signalering.accounts.access import may
from signalering.accounts.actions import join_team
from signalering.accounts.models import Team
from signalering.audit.reading import reading
from signalering.cases.actions import casework, standing_in, triage
from signalering.cases.models import Absence
from signalering.cases.working_days import today
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.referrals import factories as referrals

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def desk():
    """The people of a desk."""
    return {
        "lead": people.coordinator(name="Leider"),
        "director": people.wot_worker(name="Regisseur"),
        "second": people.wot_worker(name="Tweede"),
        "third": people.wot_worker(name="Derde"),
        "fourth": people.wot_worker(name="Vierde"),
    }


@pytest.fixture
def case(desk):
    return cases.case(by=desk["director"])


@pytest.fixture
def away(desk):
    """A function that lets somebody be away until so many days from now."""

    def arrange(who, instead, days=7, **details):
        until = today() + days * DAY
        return cases.absence(by=desk["lead"], person=desk[who], stand_in=desk[instead], until=until, **details)

    return arrange


def ends(case, person):
    """When what somebody has on a case ends, as the last day."""
    found = {grant.ends_at for grant in case.person_grants.in_force().filter(user=person)}
    (moment,) = found
    last = timezone.localdate(moment) - DAY
    assert moment == timezone.make_aware(datetime.combine(last + DAY, time.min))
    return (last - today()).days


@pytest.mark.parametrize(("first", "then", "last"), [(7, 3, 3), (3, 7, 3), (5, 5, 5)])
def test_the_next_stand_in_gets_the_cases_of_both(desk, case, away, first, then, last):
    own = cases.case(by=desk["second"])
    referral = referrals.accepted(case)
    away("director", "second", first)
    away("second", "third", then)
    assert ends(case, desk["third"]) == last
    assert ends(own, desk["third"]) == then
    for record in (case, referral):
        assert may(desk["third"], "change", record)
    for record in (case.signals.get(), referral.extract):
        assert may(desk["third"], "view", record)
    assert may(desk["second"], "change", case), "who is away keeps it, as a director does"


def test_a_third_who_goes_away_hands_on_both_again(desk, case, away):
    away("director", "second", 7)
    away("second", "third", 5)
    away("third", "fourth", 9)
    assert ends(case, desk["fourth"]) == 5


def test_who_is_back_ends_what_came_by_them_and_nothing_else(desk, case, away):
    own = cases.case(by=desk["second"])
    away("director", "second")
    second = away("second", "third")
    standing_in.end_absence(second, by=desk["lead"])
    for one in (case, own):
        assert not may(desk["third"], "view", one)
    assert may(desk["second"], "change", case)
    away("second", "third")
    assert may(desk["third"], "change", case), "and it can be handed on again"


def test_a_director_who_is_back_ends_it_for_everybody(desk, case, away):
    own = cases.case(by=desk["second"])
    first = away("director", "second")
    away("second", "third")
    standing_in.end_absence(first, by=desk["lead"])
    for name in ("second", "third"):
        assert not may(desk[name], "view", case)
    assert may(desk["third"], "change", own)


def test_another_day_of_either_moves_the_end(desk, case, away):
    first, second = away("director", "second", 7), away("second", "third", 5)
    standing_in.change_until(second, by=desk["lead"], until=today() + 10 * DAY)
    assert (ends(case, desk["second"]), ends(case, desk["third"])) == (7, 7)
    standing_in.change_until(first, by=desk["lead"], until=today() + 12 * DAY)
    assert (ends(case, desk["second"]), ends(case, desk["third"])) == (12, 10)
    standing_in.change_until(second, by=desk["lead"], until=today())
    assert (ends(case, desk["second"]), ends(case, desk["third"])) == (12, 0)


def test_what_was_never_of_the_first_stand_in_is_not_of_the_next(desk, away):
    away("director", "second")
    later = cases.case(by=desk["director"])
    away("second", "third")
    assert not may(desk["third"], "view", later)


def test_a_case_that_went_to_another_director_is_not_handed_on(desk, case, away):
    away("director", "second")
    casework.reassign(case, by=desk["lead"], to=desk["fourth"], reason="absent")
    away("second", "third")
    assert not may(desk["third"], "view", case)


def test_what_joins_the_case_meanwhile_is_for_the_next_too(desk, case, away):
    away("director", "second")
    away("second", "third")
    signal = cases.signal()
    with reading(by=desk["third"], purpose="debt"):
        triage.join_case(signal, by=desk["third"], case=case, reason="same_person")
    assert may(desk["director"], "view", signal)
    assert {grant.origin_kind for grant in signal.person_grants.filter(user=desk["third"])} == {"stand_in"}


def test_the_pages_of_the_next_name_the_director(desk, case, away, as_person):
    away("director", "second", 7)
    away("second", "third", 5)
    client = as_person(desk["third"])
    mine = client.get("/casussen/").content.decode()
    for name in ("Regisseur", "Tweede"):
        assert f"Je vervangt {name} tot en met" in mine
    assert case.shown_code in client.get("/casussen/", {"lijst": "vervanging"}).content.decode()
    day = date_format(today() + 5 * DAY, "j F")
    sentence = f"Je vervangt de casusregisseur, Regisseur, tot en met {day}."
    assert sentence in client.get(f"/casussen/{case.shown_code}/").content.decode()


@pytest.fixture
def elsewhere(desk):
    """Somebody of this desk who has a place in Zuid too, and stands in there for who has a case."""
    zuid, here = Team.objects.get(name="WOT Zuid"), desk["second"].memberships_now[0]
    told = {"role": here.role, "function": here.function, "organisation": here.organisation, "by": people.BY}
    join_team(desk["second"], team=zuid, **told)
    both = type(desk["second"]).objects.get(pk=desk["second"].pk)
    chief, other = people.coordinator("WOT Zuid"), people.wot_worker("WOT Zuid", name="Van Zuid")
    signal = cases.signal()
    with reading(by=desk["director"], purpose="debt"):
        triage.reroute(signal, by=desk["director"], team=zuid, reason="capacity")
    there = cases.case(by=other, about=signal)
    cases.absence(by=chief, team=zuid, person=other, stand_in=both)
    assert may(both, "change", there)
    return both


def test_what_cannot_be_handed_on_is_told_and_nothing_is_arranged(desk, case, away, elsewhere, as_person):
    with pytest.raises(ValidationError, match="vervangt Van Zuid bij WOT Zuid"):
        away("second", "third")
    assert Absence.objects.count() == 1
    places = [desk[name].memberships.first().pk for name in ("second", "third")]
    sent = {"person": places[0], "stand_in": places[1], "until": (today() + DAY).isoformat(), "reason": "leave"}
    page = as_person(desk["lead"]).post("/afwezig/", sent, follow=True).content.decode()
    assert "Geregeld." not in page
    assert "Deze collega vervangt Van Zuid bij WOT Zuid." in page


def test_who_hands_a_case_over_reads_who_is_away(desk, case, away, as_person):
    away("third", "second", 3)
    page = as_person(desk["lead"]).get(f"/casussen/{case.shown_code}/overdragen/").content.decode()
    day = date_format(today() + 3 * DAY, "j F")
    assert f"Derde (afwezig tot en met {day})" in page
    assert "Vierde (afwezig" not in page
