"""Give a record to a person or a desk, and take it back: the only writers of grant rows."""

import uuid
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from signalering.accounts.access import permission_ids, tables
from signalering.accounts.models import User
from signalering.audit import actors
from signalering.audit.record import note


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
stand_in = origin_of("stand_in")


def holder_columns(to):
    """The column that names who holds: a person, or the group with this id."""
    return {"user": to} if isinstance(to, User) else {"group_id": to}


def table_for(record, to):
    """The grant table of a record for this kind of holder."""
    people, teams = tables(type(record))
    return people if isinstance(to, User) else teams


@transaction.atomic(savepoint=False)
def give(record, *actions, to, by, reason, origin, ends_at=None, purpose=""):
    """Give a person or a group (its id) some actions on a record; giving again renews what ended."""
    table = table_for(record, to)
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
        renewed = list(table.objects.filter(**same, permission_id__in=permissions))
    for grant in renewed:
        grant.ends_at, grant.reason, grant.given_by, grant.given_at = ends_at, reason, person, timezone.now()
    fresh = [
        table(**same, permission_id=permission, reason=reason, purpose=purpose, given_by=person, ends_at=ends_at)
        for permission in sorted(permissions - {grant.permission_id for grant in renewed})
    ]
    who = {"default_user": person, "default_change_reason": reason}
    if fresh:
        bulk_create_with_history(fresh, table, **who)
    if renewed:
        fields = ["ends_at", "reason", "given_by", "given_at"]
        bulk_update_with_history(renewed, table, fields, **who)
    note("give", record, by=by, reason=reason, purpose=purpose)


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
