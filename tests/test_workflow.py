"""The status door: drawn lines only, and every change keeps who and why."""

import itertools

import pytest

from signalering.audit.actors import system
from signalering.audit.models import Event
from signalering.cases.models import Case, Signal
from signalering.referrals.models import Referral
from signalering.workflow import ImpossibleMove, Stale, WhoAndWhy
from tests.accounts import factories as people
from tests.cases import factories as cases

pytestmark = pytest.mark.django_db

LINES = {
    Signal: """new-asked asked-new new-linked new-advised new-passed_on new-not_taken_up new-withdrawn""",
    Case: "open-closed closed-open",
    Referral: """draft-sent draft-withdrawn
        sent-accepted sent-returned sent-asked sent-withdrawn sent-expired asked-sent
        accepted-waiting accepted-started accepted-sent waiting-started waiting-stopped
        started-completed started-stopped returned-sent""",
}


@pytest.mark.parametrize("model", LINES)
def test_exactly_the_drawn_lines_exist(model):
    drawn = {tuple(line.split("-")) for line in LINES[model].split()}
    pairs = itertools.product(model.Status.values, repeat=2)
    assert {(start, to) for start, to in pairs if to in model.MOVES[start]} == drawn


def test_every_other_move_is_refused():
    by = people.wot_worker()
    signal = cases.signal()
    signal.move("advised", by=by, reason="advised", reason_internal="advised")
    for to in Signal.Status.values:
        with pytest.raises(ImpossibleMove) as refused:
            signal.move(to, by=by, reason="other")
        assert refused.value.first == by


def test_a_move_sees_what_happened_meanwhile():
    by, other = people.wot_worker(), people.wot_worker()
    signal = cases.signal()
    stale = Signal.objects.get(pk=signal.pk)
    signal.move("advised", by=other, reason="advised", reason_internal="advised")
    with pytest.raises(ImpossibleMove) as refused:
        stale.move("not_taken_up", by=by, reason="duplicate", reason_internal="duplicate")
    assert refused.value.first == other


def test_first_is_who_moved_it_and_not_who_changed_something_else_later():
    by, other, third = people.wot_worker(), people.wot_worker(), people.wot_worker()
    signal = cases.signal()
    assert signal.moved_by() == signal.writer
    signal.change(by=third, reason="corrected", urgency="today")
    assert signal.moved_by() == signal.writer
    signal.move("asked", by=third, reason="asked")
    signal.move("new", by=by, reason="no_answer")
    signal.move("advised", by=other, reason="advised", reason_internal="advised")
    signal.change(by=third, reason="area_chosen", area=None)
    with pytest.raises(ImpossibleMove) as refused:
        signal.move("not_taken_up", by=by, reason="duplicate", reason_internal="duplicate")
    assert refused.value.first == other


def test_an_edit_on_an_old_page_is_refused():
    by = people.wot_worker()
    signal = cases.signal()
    seen = signal.version
    signal.change(by=by, reason="case_work", urgency="today", version=seen)
    with pytest.raises(Stale):
        signal.change(by=by, reason="case_work", urgency="can_wait", version=seen)


def test_an_old_page_hears_who_changed_what_it_wanted_to_change():
    by, other = people.wot_worker(), people.wot_worker()
    signal = cases.signal()
    seen = signal.version
    signal.change(by=by, reason="corrected", observation="Twee stapels.")
    signal.change(by=other, reason="first_reading", urgency="today")
    for values, first in (
        ({"observation": "Drie stapels."}, by),
        ({"urgency": "can_wait"}, other),
        ({"observation": "", "urgency": "can_wait"}, other),
        ({"place": "Portiek"}, other),
    ):
        with pytest.raises(Stale) as refused:
            signal.change(by=by, reason="case_work", version=seen, **values)
        assert refused.value.first == first


def test_a_change_keeps_who_and_why_in_history_and_event():
    by = people.wot_worker()
    signal = cases.signal()
    signal.move("advised", by=by, reason="advised", verb="close_signal", reason_internal="advised")
    row = signal.history.first()
    assert (row.history_user, row.history_change_reason, row.status) == (by, "advised", "advised")
    event = Event.objects.order_by("id").last()
    assert (event.actor, event.verb, event.from_status, event.to_status) == (by, "close_signal", "new", "advised")


def test_the_system_is_named_too():
    signal = cases.signal()
    signal.change(by=system("routing"), reason="case_work", urgency="today")
    event = Event.objects.order_by("id").last()
    assert (event.actor_kind, event.actor, event.system) == ("system", None, "routing")
    with pytest.raises(ValueError, match="not a purpose"):
        system("curiosity")


@pytest.mark.parametrize(
    "way",
    [
        lambda signal: signal.save(),
        lambda signal: signal.delete(),
        lambda signal: Signal.objects.create(),
        lambda signal: Signal.objects.update(urgency="today"),
        lambda signal: Signal.objects.filter(pk=signal.pk).delete(),
        lambda signal: Signal.objects.bulk_create([]),
        lambda signal: Signal.objects.bulk_update([signal], ["urgency"]),
        lambda signal: Signal.objects.get_or_create(pk=signal.pk),
        lambda signal: Signal.objects.update_or_create(pk=signal.pk),
        lambda signal: signal.team.signals.update(urgency="today"),
        lambda signal: Signal._base_manager.filter(pk=signal.pk).update(urgency="today"),
    ],
)
def test_ways_without_history_do_not_exist(way):
    with pytest.raises(WhoAndWhy):
        way(cases.signal())
