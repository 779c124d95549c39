"""Who may see and do what: one question to the grant rows, asked everywhere in the same way."""

import uuid
from functools import cache
from itertools import chain

from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db import connections
from django.db.models import BooleanField, F, Func, Q
from django.http import Http404

from signalering.accounts.questions import Questions
from signalering.audit.models import Event, Look
from signalering.audit.reading import Because
from signalering.audit.record import note_later
from signalering.crypto import reader
from signalering.workflow import RecordedQuerySet

NOTHING = uuid.UUID(int=0)


class NotGiven(PermissionDenied):
    """Somebody may not do this with a record; what was tried with no record at all has none."""

    def __init__(self, record):
        super().__init__()
        self.model, self.record = record and type(record), record


class NotVisible(Http404):
    """There is no such record for this person, whether it exists or not."""

    def __init__(self, model, record):
        super().__init__()
        self.model, self.record = model, record


@cache
def permission_ids(model):
    """The id of each permission of a model, by its word; cached for the life of the process."""
    content_type = ContentType.objects.get_for_model(model)
    ending = f"_{model._meta.model_name}"
    pairs = Permission.objects.filter(content_type=content_type).values_list("codename", "pk")
    return {codename.removesuffix(ending): pk for codename, pk in pairs}


def tables(model):
    """The two grant tables of a guarded model: of people and of teams."""
    return tuple(model._meta.get_field(name).related_model for name in ("person_grants", "team_grants"))


def guarded(model):
    """Whether a model has grant tables of its own."""
    return any(relation.name == "person_grants" for relation in model._meta.related_objects)


def works_here(user):
    """Whether somebody has an account and a place today; without a place nothing that was given opens any more."""
    return bool(user.pk and user.is_active and user.memberships_now)


class Allowed(Func):
    """Whether a person with a place today, or one of their desks, holds `action` on a row: the SQL of the question."""

    output_field = BooleanField()

    def __init__(self, user, action, model):
        super().__init__(F("pk"))
        self.user, self.action, self.model = user, action, model

    def as_sql(self, compiler, connection, **options):
        record, values = compiler.compile(self.source_expressions[0])
        permission = permission_ids(self.model)[self.action]
        return Questions(self.user).whether(tables(self.model), permission, record, values)


def allowed_rows(user, action, model):
    """The rows of a model with which this person may do `action`; for whoever has no place today there are none."""
    return Q(Allowed(user, action, model)) if works_here(user) else Q(pk__in=[])


def may(user, action, record):
    """Whether this person may do `action` with this record, now."""
    model = type(record)
    if action not in permission_ids(model):
        return False
    return model._base_manager.filter(allowed_rows(user, action, model), pk=record.pk).exists()


def allow(by, action, record):
    """Go on when this person may do this, else note the refusal and answer 403."""
    if not may(by, action, record):
        refuse(by, action, record)


def refuse(by, action, record):
    """Note that this person tried something that was not given to them, and answer 403."""
    note_later(action, record, by=by, result=Event.Result.REFUSED)
    raise NotGiven(record)


class GuardedQuerySet(RecordedQuerySet):
    """Records that are seen only by whom they were given to."""

    def visible_to(self, user, action="view"):
        """The records with which this person may do `action`."""
        return self.filter(allowed_rows(user, action, self.model))

    def page_for(self, user, action="view", *, before=None, after=None, size=25):
        """The newest records this user may see: per holder the newest grants, merged; never the whole visible set."""
        if not works_here(user):
            return self.none()
        edges = {"before": before and before.pk, "after": after and after.pk}
        permission = permission_ids(self.model)[action]
        newest = Questions(user).keys(tables(self.model), permission, size=size, **edges)
        merged = sorted(newest, reverse=after is None)[:size]
        return self.filter(pk__in=merged).order_by("-pk")


def in_parts(alias="default"):
    """Whether this database takes several ordered, limited parts in one statement."""
    return connections[alias].features.supports_slicing_ordering_in_compound


def all_of(parts):
    """What several limited parts hold together: asked in one statement where the database can, else in one each."""
    if len(parts) > 1 and in_parts(parts[0].db):
        return parts[0].union(*parts[1:], all=True)
    return chain.from_iterable(parts)


def grants_on(user, keys):
    """Why this person may do what with these records: {record key: {word: Because}}, in one query.

    `keys` are the keys of the records by model.
    """
    if not works_here(user):
        return {}
    words = {pk: word for model in keys for word, pk in permission_ids(model).items()}
    team_of = {group: m.team_id for m in user.memberships_now for group in m.groups}
    rows = Questions(user).reasons([(tables(model), wanted) for model, wanted in keys.items()])
    found = {}
    # what was given to the person comes last and so says why, before what was given to a desk; of each the newest
    for record, permission, grant, kind, origin, purpose, holder in sorted(rows, key=lambda r: (r[6] is None, r[2])):
        because = Because(grant, kind, origin, team_of.get(holder), purpose)
        found.setdefault(record, {})[words[permission]] = because
    return found


def reasons_for(records, by):
    """Why this person may do what with some records, of one kind or of several, in one query."""
    keys = {}
    for record in records:
        keys.setdefault(type(record), []).append(record.pk)
    return grants_on(by, keys)


def shown(records, by, action="view", *, kind=Look.Kind.LISTED, reasons=None):
    """The records of a list that this person may see, each with a look that says why; of one kind, or of several.

    `reasons` are those of `reasons_for`, when they were asked already.
    """
    records, seen = list(records), []
    reasons = reasons_for(records, by) if reasons is None else reasons
    for record in records:
        words = reasons.get(record.pk, {})
        if action in words:
            record.allowed = frozenset(words)
            reader.current().sees(record, words[action], kind)
            seen.append(record)
    return seen


def find(records, *, by, code, to="view", along=()):
    """Open one record by its code: 404 when it is not visible to this person, 403 when it is but this is not.

    `to` is one word, or several of which the first that was given says why the record is seen. The reasons for records
    to which the names in `along` lead are asked in the same question: all stand in `record.reasons`.
    A code that does not exist costs the same questions as one that is hidden.
    """
    record = records.filter(code=normal_code(code)).first()
    key = record.pk if record else NOTHING
    asked = {records.model: [key]}
    for name in along:
        asked[records.model._meta.get_field(name).related_model] = [getattr(record, name).pk if record else NOTHING]
    reasons = grants_on(by, asked)
    words = reasons.get(key, {})
    wanted = (to,) if isinstance(to, str) else to
    word = next((word for word in wanted if word in words), None)
    if word is None:
        note_later(wanted[0], record, by=by, result=Event.Result.REFUSED)
        if words:
            raise NotGiven(record)
        raise NotVisible(records.model, record)
    record.allowed, record.reasons = frozenset(words), reasons
    reader.current().sees(record, words[word], Look.Kind.OPENED)
    return record


def normal_code(code):
    """A code as it is stored, from what somebody typed."""
    return "".join(letter for letter in code.upper() if letter.isascii() and letter.isalnum())[:8]
