"""The questions to the grant rows and the oracle give one answer, on grants of every make."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from signalering.accounts.access import grants_on, permission_ids, tables
from signalering.accounts.actions import end_membership
from signalering.accounts.models import Membership, Team, User
from signalering.cases.models import Signal
from tests.accounts import factories as people
from tests.accounts.oracle import held
from tests.accounts.test_access import movers
from tests.cases import factories as cases

pytestmark = pytest.mark.django_db
WORDS = ("view", "triage", "follow")
HOURS = (None, -1, 1)
PEOPLE, PLACES, DESKS, RECORDS = 4, 6, 4, 5

GIVEN = st.tuples(
    st.integers(0, RECORDS - 1),
    st.sampled_from(WORDS),
    st.sampled_from(HOURS),
    st.one_of(
        st.tuples(st.just("person"), st.integers(0, PEOPLE - 1), st.none() | st.integers(0, PLACES - 1)),
        st.tuples(st.just("desk"), st.integers(0, DESKS - 1), st.none()),
    ),
)


@pytest.fixture
def town():
    """People with one place, with two, with one left of two and with none; their places, some desks and signals."""
    gone = people.wot_worker()
    end_membership(gone.memberships.get(), by=people.BY)
    somebody = [*movers(), people.coordinator(), gone]
    places = list(Membership.objects.filter(person__in=somebody).order_by("pk"))
    east, south = (Team.objects.get(name=name) for name in ("WOT Oost", "WOT Zuid"))
    desks = [east.desk_id, east.coordinators_id, south.desk_id, Team.objects.get(name="CO-team").desk_id]
    return somebody, places, desks, [cases.signal() for _ in range(RECORDS)]


def write(given_, somebody, places, desks, signals):
    """Grant rows as they were made up, with no others on these signals."""
    now = timezone.now()
    for table in tables(Signal):
        table.objects.filter(content_object__in=signals)._raw_delete("default")
    for record, word, hours, (kind, holder, place) in given_:
        values = {
            "content_object": signals[record],
            "permission_id": permission_ids(Signal)[word],
            "origin_kind": "stand_in",
            "origin_id": uuid.uuid4(),
            "reason": "routing",
            "ends_at": None if hours is None else now + timedelta(hours=hours),
        }
        if kind == "desk":
            tables(Signal)[1].objects.bulk_create([tables(Signal)[1](group_id=desks[holder], **values)])
        else:
            values |= {"user": somebody[holder], "membership": None if place is None else places[place % len(places)]}
            tables(Signal)[0].objects.bulk_create([tables(Signal)[0](**values)])


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(given_=st.lists(GIVEN, max_size=25))
def test_every_question_answers_as_the_oracle_does(town, given_):
    somebody, _, _, signals = town
    write(given_, *town)
    keys = {signal.pk for signal in signals}
    for user in User.objects.filter(pk__in=[one.pk for one in somebody]):
        told = grants_on(user, {Signal: list(keys)})
        for word in WORDS:
            ruled = set(Signal.objects.visible_to(user, word).values_list("pk", flat=True))
            assert ruled == held(Signal, user, word)
            assert {record for record, words in told.items() if word in words} == ruled
            assert newest(user, word) == sorted(ruled, reverse=True)
            for edge in signals:
                older = [key for key in sorted(ruled, reverse=True) if key < edge.pk]
                assert newest(user, word, before=edge, size=2) == older[:2]
                newer = [key for key in sorted(ruled) if key > edge.pk]
                assert newest(user, word, after=edge, size=2) == sorted(newer[:2], reverse=True)


def newest(user, word, **edges):
    return [signal.pk for signal in Signal.objects.page_for(user, word, **edges)]


def test_what_was_given_to_the_person_says_why_and_of_that_the_newest(town):
    somebody, _, desks, signals = town
    user = User.objects.get(pk=somebody[2].pk)
    write(
        [
            (0, "view", None, ("person", 2, None)),
            (0, "view", None, ("person", 2, None)),
            (0, "view", None, ("desk", 0, None)),
        ],
        *town,
    )
    assert desks[0] in user.desks
    mine = tables(Signal)[0].objects.filter(content_object=signals[0])
    because = grants_on(user, {Signal: [signals[0].pk]})[signals[0].pk]["view"]
    assert (because.grant_id, because.team_id) == (mine.latest("pk").pk, None)
    mine._raw_delete("default")
    because = grants_on(user, {Signal: [signals[0].pk]})[signals[0].pk]["view"]
    assert because.team_id == user.teams[0].pk
