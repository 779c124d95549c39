"""What ended long ago is cleared away from the grants, and stays in their history."""

from datetime import timedelta

import pytest
from django.utils import timezone

from signalering.accounts import grants
from signalering.accounts.access import may, tables
from signalering.accounts.grants import Origin, clear_ended, end, give
from signalering.audit.actors import system
from signalering.cases.models import Signal
from tests.accounts import factories as people
from tests.cases import factories as cases

pytestmark = pytest.mark.django_db
BY = system("routing")


def given(signal, user, ended_ago):
    """A grant that ended so long ago; None: it does not end."""
    origin = Origin("stand_in", signal.pk)
    give(signal, "view", to=user, by=BY, reason="routing", origin=origin)
    if ended_ago is not None:
        end(signal, to=user, origin=origin, by=BY, reason="ended", at=timezone.now() - ended_ago)
    return origin


def held_by(user):
    """The signals of which a person has a grant row, in force or not."""
    return set(tables(Signal)[0].objects.filter(user=user).values_list("content_object_id", flat=True))


def test_only_what_ended_a_day_ago_is_cleared():
    user = people.wot_worker("WOT Zuid")
    old, fresh, lasting = (cases.signal() for _ in range(3))
    for signal, ago in ((old, timedelta(days=2)), (fresh, timedelta(hours=1)), (lasting, None)):
        given(signal, user, ago)
    assert clear_ended() == 1
    assert held_by(user) == {fresh.pk, lasting.pk}
    assert clear_ended() == 0


def test_the_history_of_what_was_cleared_stays():
    user, signal = people.wot_worker("WOT Zuid"), cases.signal()
    given(signal, user, timedelta(days=2))
    clear_ended()
    rows = tables(Signal)[0].history.filter(user=user, content_object=signal).order_by("history_id")
    assert list(rows.values_list("history_type", "history_change_reason", "history_user")) == [
        ("+", "routing", None),
        ("~", "ended", None),
        ("-", "ended", None),
    ]


def test_what_was_cleared_can_be_given_again():
    user, signal = people.wot_worker("WOT Zuid"), cases.signal()
    origin = given(signal, user, timedelta(days=2))
    clear_ended()
    give(signal, "view", to=user, by=BY, reason="routing", origin=origin)
    assert may(user, "view", signal)


def test_desks_are_cleared_too_and_never_more_at_once_than_is_fit(monkeypatch):
    monkeypatch.setattr(grants, "AT_ONCE", 2)
    desk = people.wot_worker("WOT Zuid").desks[0]
    for _ in range(3):
        given(cases.signal(), desk, timedelta(days=2))
    assert [clear_ended(), clear_ended(), clear_ended()] == [2, 1, 0]
