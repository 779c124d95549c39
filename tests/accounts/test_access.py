"""The access door: list, detail, search and has_perm give one answer, and it is the oracle's."""

import random
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils import timezone

from signalering.accounts.access import find, guarded, may, permission_ids, shown, tables
from signalering.accounts.actions import close_account, end_membership, join_team
from signalering.accounts.grants import Origin, end, give, take
from signalering.accounts.models import Team, User
from signalering.audit.actors import system
from signalering.audit.models import Event, Look
from signalering.cases.models import Case, ReporterIdentity, Signal
from signalering.referrals.models import Referral, ReferralExtract
from tests.accounts import factories as people
from tests.accounts.oracle import held
from tests.cases import factories as cases
from tests.referrals import factories as referrals

pytestmark = pytest.mark.django_db
BY = system("routing")
SECOND = timedelta(seconds=1)


def everyone():
    """One person of each role, and some with up to three desks."""
    several = people.wot_worker()
    for team in ("WOT Zuid", "CO-team"):
        join_team(
            several,
            role="wot_worker",
            function="wot_worker",
            organisation=several.memberships.first().organisation,
            team=Team.objects.get(name=team),
            by=BY,
        )
    gone = people.wot_worker()
    close_account(gone, by=BY)
    return [
        *movers(),
        people.home_care(),
        people.shopkeeper(),
        people.wot_worker(),
        several,
        people.coordinator(),
        people.partner(),
        people.privacy_officer(),
        people.administrator(),
        gone,
    ]


def movers():
    """Who has left one place for another, and who has one left of two."""
    moved, half = people.wot_worker(), people.wot_worker("WOT Zuid")
    for person in (moved, half):
        old = person.memberships.get()
        join_team(
            person,
            role="wot_worker",
            function="wot_worker",
            organisation=old.organisation,
            team=Team.objects.get(name="CO-team"),
            by=BY,
        )
        if person is moved:
            end_membership(old, by=BY)
    end_membership(half.memberships.latest("starts_at"), by=BY)
    return [moved, half]


def scatter(records, holders, dice):
    """Give every record to some holders, by one to three origins, some ended and some about to end."""
    now = timezone.now()
    places = {holder: list(holder.memberships.all()) for holder in holders if isinstance(holder, User)}
    for record in records:
        words = sorted(permission_ids(type(record)))
        for holder in dice.sample(holders, 4):
            for number in range(dice.choice([1, 1, 2, 3])):
                ends = dice.choice([None, None, now - SECOND, now + SECOND, now + timedelta(hours=1)])
                give(
                    record,
                    *dice.sample(words, dice.randint(1, len(words))),
                    to=holder,
                    by=BY,
                    reason="routing",
                    origin=Origin(dice.choice(["routing", "stand_in"]), records[number].pk),
                    ends_at=ends,
                    place=dice.choice(places[holder]) if holder in places else None,
                )


@pytest.fixture
def world():
    """Records of every guarded kind, scattered over people and desks."""
    dice = random.Random(20261121)
    people_ = everyone()
    records = [referrals.accepted() for _ in range(3)]
    signals = [cases.signal() for _ in range(12)]
    groups = [g for name in ("WOT Oost", "WOT Zuid", "CO-team", "Ontruimingspreventie") for g in both(name)]
    holders = [*people_, *groups]
    kinds = {
        Signal: [*signals, *(s for r in records for s in r.case.signals.all())],
        ReporterIdentity: [signal.reporter for signal in signals],
        Case: [referral.case for referral in records],
        Referral: records,
        ReferralExtract: [referral.extract for referral in records],
    }
    for found in kinds.values():
        scatter(found, holders, dice)
    return people_, kinds


def both(name):
    team = Team.objects.get(name=name)
    return [team.desk_id, team.coordinators_id]


def agrees(answer, model, user, word):
    """Whether an answer is the oracle's, unless a grant ended between asking the one and the other."""
    before = held(model, user, word)
    found = answer()
    return found == before or before != held(model, user, word)


def test_list_detail_and_permission_agree_with_the_oracle(world, reading):
    people_, kinds = world
    compared = 0
    for user in people_:
        user = type(user).objects.get(pk=user.pk)
        for model in kinds:
            for word in permission_ids(model):
                compared += compare(model, user, word, reading)
    assert compared > 500


def compare(model, user, word, reading):
    """Every way of asking gives the oracle's answer; how many records were compared."""
    ways = {
        "visible_to": lambda: {record.pk for record in model.objects.visible_to(user, word)},
        "page_for": lambda: walk(model, user, word),
        "has_perm": lambda: {record.pk for record in records_may(model, user, word)},
        "shown": lambda: {record.pk for record in shown(model.objects.all(), user, word)},
    }
    if hasattr(model, "code"):
        ways["find"] = lambda: found(model, user, word)
    with reading(user):
        for name, way in ways.items():
            assert agrees(way, model, user, word), (name, model, user, word)
    return len(ways) * model.objects.count()


def records_may(model, user, word):
    codename = f"{model._meta.app_label}.{word}_{model._meta.model_name}"
    return [record for record in model.objects.all() if user.has_perm(codename, record)]


def found(model, user, word):
    seen = set()
    for code in model.objects.values_list("code", flat=True):
        try:
            seen.add(find(model.objects, by=user, code=code, to=word).pk)
        except (Http404, PermissionDenied):
            continue
    return seen


def walk(model, user, word, size=3):
    """Every record of a list, page by page to the end and back; a gap or a double is an error."""
    forth, page = [], list(model.objects.page_for(user, word, size=size))
    last = page
    while page:
        forth += page
        last = page
        page = list(model.objects.page_for(user, word, before=page[-1], size=size))
    back = list(last)
    page = list(model.objects.page_for(user, word, after=last[0], size=size)) if last else []
    while page:
        back = page + back
        page = list(model.objects.page_for(user, word, after=page[0], size=size))
    keys = [record.pk for record in forth]
    assert keys == sorted(set(keys), reverse=True)
    assert [record.pk for record in back] == keys
    return set(keys)


def test_walk_over_records_held_by_several_origins():
    user = people.wot_worker()
    signals = [cases.signal() for _ in range(11)]
    for signal in signals:
        for origin in signals[:3]:
            give(signal, "view", to=user, by=BY, reason="routing", origin=Origin("stand_in", origin.pk))
    assert walk(Signal, user, "view") == {signal.pk for signal in signals}


def test_a_row_from_before_places_were_kept_opens_for_any_place():
    user, signal = movers()[0], cases.signal()
    origin = Origin("stand_in", signal.pk)
    give(signal, "view", to=user, by=BY, reason="routing", origin=origin, place=user.memberships.earliest("starts_at"))
    assert not may(user, "view", signal)
    assert not held(Signal, user, "view")
    tables(Signal)[0].objects.filter(user=user).update(membership=None)
    assert may(user, "view", signal)
    assert held(Signal, user, "view") == {signal.pk}


def test_what_is_given_for_a_place_that_ended_stays_closed():
    user, signal = people.wot_worker(), cases.signal()
    old = user.memberships.get()
    end_membership(old, by=BY)
    give(signal, "view", to=user, by=BY, reason="routing", origin=Origin("stand_in", signal.pk))
    assert tables(Signal)[0].objects.get(user=user).membership == old
    join_team(user, role="reporter", function="home_care", organisation=old.organisation, by=BY)
    assert not may(type(user).objects.get(pk=user.pk), "view", signal)


def test_taking_one_origin_leaves_the_others():
    user, signal, other = people.wot_worker("WOT Zuid"), cases.signal(), cases.signal()
    for origin in (signal, other):
        give(signal, "view", to=user, by=BY, reason="routing", origin=Origin("stand_in", origin.pk))
    take(signal, origin=Origin("stand_in", signal.pk), by=BY, reason="ended")
    assert may(user, "view", signal)
    take(signal, origin=Origin("stand_in", other.pk), by=BY, reason="ended")
    assert not may(user, "view", signal)


def test_deleting_any_single_grant_never_adds_sight(world):
    people_, _ = world
    user = people_[5]
    for table in tables(Signal):
        for grant in table.objects.all()[:20]:
            before = held(Signal, user, "view")
            grant._change_reason = "mistake"
            grant.delete()
            assert held(Signal, user, "view") <= before


def test_giving_again_renews_what_ended():
    user, signal = people.wot_worker("WOT Zuid"), cases.signal()
    origin = Origin("stand_in", signal.pk)
    for _ in range(2):
        give(signal, "view", to=user, by=BY, reason="routing", origin=origin)
        end(signal, to=user, origin=origin, by=BY, reason="ended", at=timezone.now() - SECOND)
        assert not may(user, "view", signal)
    give(signal, "view", to=user, by=BY, reason="routing", origin=origin)
    assert may(user, "view", signal)


def test_hidden_is_404_and_refused_is_403_and_both_are_on_record(reading):
    signal = cases.signal()
    stranger, writer = people.wot_worker("WOT Zuid"), signal.writer
    with reading(stranger), pytest.raises(Http404):
        find(Signal.objects, by=stranger, code=signal.code)
    with reading(writer), pytest.raises(PermissionDenied):
        find(Signal.objects, by=writer, code=signal.code, to="triage")
    assert list(Event.objects.filter(result="refused").values_list("actor", "record_id")) == [
        (stranger.pk, signal.pk),
        (writer.pk, signal.pk),
    ]
    assert not Look.objects.filter(actor__in=[stranger, writer]).exists()


def test_absent_and_hidden_cost_the_same_questions(reading, django_assert_num_queries):
    signal, stranger = cases.signal(), people.wot_worker("WOT Zuid")
    assert stranger.desks
    with reading(stranger):
        for code in (signal.code, "22222222", "K7PX-3QMD", "'; --", "\x00", "é" * 50):
            with django_assert_num_queries(2), pytest.raises(Http404):
                find(Signal.objects, by=stranger, code=code)


def test_nobody_may_do_anything_with_all_records_of_a_kind():
    for user in everyone():
        for word in permission_ids(Signal):
            assert not user.has_perm(f"cases.{word}_signal")


def test_grant_tables_keep_their_index_in_list_order():
    models = [model for model in (Signal, ReporterIdentity, Case, Referral, ReferralExtract) if guarded(model)]
    for model in models:
        for table, holder in zip(tables(model), ("user", "group"), strict=True):
            expected = (holder, "permission", "content_object", "origin_kind", "origin_id")
            assert expected in table._meta.unique_together
