"""Give a record to a person or a desk, and take it back: the only writers of grant rows."""

import uuid
from dataclasses import dataclass
from datetime import timedelta

from django.apps import apps
from django.db import transaction
from django.utils import timezone
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from signalering.accounts.access import permission_ids, tables
from signalering.accounts.models import User
from signalering.accounts.models.grants import Grant
from signalering.audit import actors
from signalering.audit.record import note, note_all

ENDED_STAYS = timedelta(days=1)
AT_ONCE = 500


@dataclass(frozen=True)
class Origin:
    """Where a grant comes from: a kind and the record that caused it."""

    kind: str
    id: uuid.UUID


def origin_of(kind):
    """A function that names the origin of this kind from a record."""
    return lambda record: Origin(kind, record.pk)


reported = origin_of("report")
routing = origin_of("routing")
directorship = origin_of("director")
referral = origin_of("referral")
question = origin_of("question")
office = origin_of("office")
duty = origin_of("duty")
standing_in = origin_of("stand_in")


def holder_columns(to):
    """The column that names who holds: a person, or the group with this id."""
    return {"user": to} if isinstance(to, User) else {"group_id": to}


def table_for(record, to):
    """The grant table of a record for this kind of holder."""
    people, teams = tables(type(record))
    return people if isinstance(to, User) else teams


def place_at(team, person):
    """The place of a person at a team (or their first, without a team); one that ended when there is no other.

    What is given for a place that ended stays closed: somebody who moved takes nothing along.
    """
    here = [place for place in person.memberships_now if team is None or place.team_id == team.pk]
    if here:
        return here[0]
    before = person.memberships.order_by("-starts_at", "-pk")
    earlier = before.filter(team=team).first() if team is not None else None
    return earlier or next(iter(person.memberships_now), None) or before.first()


@transaction.atomic(savepoint=False)
def give(record, *actions, to, by, reason, origin, ends_at=None, purpose="", place=None):
    """Give a person or a group (its id) some actions on a record; giving again renews what ended.

    What a person gets is for one place (a membership) and closes when that place ends.
    """
    table = table_for(record, to)
    held_for = {"membership": place or place_at(None, to)} if isinstance(to, User) else {}
    person = actors.person(by)
    permissions = {permission_ids(type(record))[action] for action in actions}
    same = {
        **holder_columns(to),
        "content_object": record,
        "origin_kind": origin.kind,
        "origin_id": origin.id,
    }
    renewed, known = [], getattr(record._state, "given", None)
    if known is not None and (to, origin) not in known:
        known.add((to, origin))
    else:
        # locked, because what ended long ago may be cleared away meanwhile
        renewed = list(table.objects.select_for_update().filter(**same, permission_id__in=permissions))
    for grant in renewed:
        grant.ends_at, grant.reason, grant.given_by, grant.given_at = ends_at, reason, person, timezone.now()
        for name, value in held_for.items():
            setattr(grant, name, value)
    fresh = [
        table(
            **same,
            **held_for,
            permission_id=permission,
            reason=reason,
            purpose=purpose,
            given_by=person,
            ends_at=ends_at,
        )
        for permission in sorted(permissions - {grant.permission_id for grant in renewed})
    ]
    who = {"default_user": person, "default_change_reason": reason}
    if fresh:
        bulk_create_with_history(fresh, table, **who)
    if renewed:
        fields = ["ends_at", "reason", "given_by", "given_at", *held_for]
        bulk_update_with_history(renewed, table, fields, **who)
    note("give", record, by=by, reason=reason, purpose=purpose)


@transaction.atomic(savepoint=False)
def give_all(records, *actions, to, by, reason, origin, ends_at, place):
    """Give a person the same actions on many records of one kind, from an origin that gave nothing on them before."""
    records = list(records)
    if not records:
        return
    table, person = table_for(records[0], to), actors.person(by)
    grants = [
        table(
            user=to,
            content_object=record,
            permission_id=permission_ids(type(record))[action],
            origin_kind=origin.kind,
            origin_id=origin.id,
            membership=place,
            reason=reason,
            purpose=getattr(record, "purpose", ""),
            given_by=person,
            ends_at=ends_at,
        )
        for record in records
        for action in actions
    ]
    who = {"default_user": person, "default_change_reason": reason}
    bulk_create_with_history(grants, table, batch_size=AT_ONCE, **who)
    note_all("give", records, by=by, reason=reason)


@transaction.atomic(savepoint=False)
def end_all(model, *, to, origin, by, reason, at):
    """Let all that a person has from one origin on records of a kind end at another moment; what ended stays ended."""
    people, _teams = tables(model)
    held = people.objects.in_force().filter(user=to, origin_kind=origin.kind, origin_id=origin.id)
    grants = list(held.select_for_update(of=("self",)).select_related("content_object"))
    for grant in grants:
        grant.ends_at = at
    if grants:
        who = {"default_user": actors.person(by), "default_change_reason": reason}
        bulk_update_with_history(grants, people, ["ends_at"], batch_size=AT_ONCE, **who)
        note_all("end_grant", {grant.content_object for grant in grants}, by=by, reason=reason)


@transaction.atomic(savepoint=False)
def end(record, *, to, origin, by, reason, at):
    """Let what a holder has from one origin end at a moment."""
    table = table_for(record, to)
    grants = list(
        table.objects.in_force().filter(
            **holder_columns(to), content_object=record, origin_kind=origin.kind, origin_id=origin.id
        )
    )
    for grant in grants:
        grant.ends_at = at
    if grants:
        bulk_update_with_history(
            grants, table, ["ends_at"], default_user=actors.person(by), default_change_reason=reason
        )
        note("end_grant", record, by=by, reason=reason)


@transaction.atomic(savepoint=False)
def take(record, *actions, origin, by, reason, to=None):
    """Take back what one origin gave on a record (to one holder, or to all); other origins stay."""
    taken = 0
    for table in tables(type(record)):
        grants = table.objects.filter(content_object=record, origin_kind=origin.kind, origin_id=origin.id)
        if actions:
            grants = grants.filter(permission_id__in=[permission_ids(type(record))[word] for word in actions])
        if to is not None:
            if table is not table_for(record, to):
                continue
            grants = grants.filter(**holder_columns(to))
        for grant in grants:
            grant._history_user, grant._change_reason = actors.person(by), reason
            grant.delete()
            taken += 1
    if taken:
        note("take", record, by=by, reason=reason)
    return taken


def clear_ended():
    """Delete grants that ended a day ago or longer: lists step over each of them, and their history stays; how many."""
    before, cleared = timezone.now() - ENDED_STAYS, 0
    for table in (model for model in apps.get_models() if issubclass(model, Grant)):
        with transaction.atomic():
            over = table.objects.select_for_update(skip_locked=True).filter(ends_at__lt=before)
            for grant in over.order_by("ends_at")[:AT_ONCE]:
                grant._history_user, grant._change_reason = None, "ended"
                grant.delete()
                cleared += 1
    return cleared
