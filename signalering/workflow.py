"""A recorded model, and the one door by which a status moves."""

from functools import cache
from itertools import pairwise

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.encoding import force_str
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from simple_history.manager import HistoryManager
from simple_history.models import HistoricalRecords
from uuid_utils.compat import uuid7

from signalering.audit import actors
from signalering.audit.record import note
from signalering.crypto.fields import SealedText, says


class WhoAndWhy(Exception):
    """A recorded record was written without saying who and why."""


class ImpossibleMove(Exception):
    """The record is no longer where this move starts: somebody was first.

    `kept` says that nothing which was typed along would be lost: it stands there already, or nothing was typed.
    """

    def __init__(self, record, to, *, kept=True):
        super().__init__(f"{record.LABEL}: {record.status} → {to}")
        self.record, self.to, self.kept = record, to, kept

    @property
    def change(self):
        """The move to where the record stands."""
        return self.record.last_move()

    @property
    def first(self):
        """Who did that, or None when it was the system."""
        return self.change.history_user

    def is_harmless(self, person):
        """Whether this person made this very move before, so that nothing has to be said."""
        return self.kept and self.record.status == self.to and self.first == person


class Stale(Exception):
    """The record was changed since the person's page was made; `names` are the values that the page wanted to set."""

    def __init__(self, record, version=None, names=()):
        super().__init__(record.LABEL)
        self.record, self.version, self.names = record, version, names

    @property
    def change(self):
        """The last change of one of those values, or else of anything."""
        return self.record.last_change(self.version, self.names)

    @property
    def first(self):
        """Who did that, or None when it was the system."""
        return self.change.history_user


class SentBefore(ValidationError):
    """The same form was sent before, with other words: what it said then is kept, and this is not."""

    def __init__(self):
        super().__init__(
            _(
                "Dit formulier is al eerder verstuurd, met andere woorden. Wat je toen schreef, is bewaard. "
                "Wil je deze tekst ook versturen? Verstuur het formulier dan nog een keer."
            ),
            code="sent_before",
        )


class RecordedQuerySet(models.QuerySet):
    """Records leave history one by one; ways past it do not exist."""

    def _refuse(self, *args, **kwargs):
        raise WhoAndWhy(f"{self.model.__name__}: use save_as or move; this way leaves no history")

    update = bulk_create = bulk_update = delete = _refuse
    update_or_create = get_or_create = create = _refuse


@cache
def words_of(field, language):
    """The choices of a field with their words in a language."""
    return {value: str(word) for value, word in field.flatchoices}


class History(HistoryManager):
    """The history of a record; the library makes the class of this manager anew at every use, this once."""

    @classmethod
    @cache
    def from_queryset(cls, queryset_class, class_name=None):
        return super().from_queryset(queryset_class, class_name)


class Recorded(models.Model):
    """A record whose every change keeps who did it and why."""

    ROOT = ""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = RecordedQuerySet.as_manager()
    history = HistoricalRecords(
        inherit=True,
        history_manager=History,
        history_id_field=models.UUIDField(default=uuid7),
        history_change_reason_field=models.SlugField(max_length=40, db_index=False),
        user_db_constraint=False,
    )

    class Meta:
        abstract = True
        base_manager_name = "objects"
        default_permissions = ()

    def save(self, *args, **kwargs):
        if not hasattr(self, "_history_user"):
            raise WhoAndWhy(f"{type(self).__name__}: use save_as or move")
        super().save(*args, **kwargs)

    def _get_FIELD_display(self, field):
        # what get_status_display and its like call; Django's own builds the table of words anew at each call
        value = getattr(self, field.attname)
        return force_str(words_of(field, get_language()).get(value, value), strings_only=True)

    def delete(self, *args, **kwargs):
        raise WhoAndWhy(f"{type(self).__name__}: nothing is deleted outside an approved destruction list")

    def save_as(self, by, reason, *, verb="", **event):
        """Save this record; its history row and its event stand in the same transaction."""
        verb = verb or ("create" if self._state.adding else "change")
        if self._state.adding:
            self._state.given = set()  # a record made just now holds no grants but those given here
        self.version += 1
        self._history_user, self._change_reason = actors.person(by), reason
        try:
            with transaction.atomic(savepoint=False):
                self.save()
                note(verb, self, by=by, reason=reason, **event)
        finally:
            del self._history_user, self._change_reason
        return self

    def reread(self):
        """Lock the row until the transaction ends and take its present values."""
        # SQLite has no row locks: there the IMMEDIATE transaction already keeps others out
        self.refresh_from_db(from_queryset=type(self)._base_manager.select_for_update())

    def must_be_at(self, version, *names):
        """Go on when nobody changed the record after this version was read; None asks nothing."""
        if version is not None and version != self.version:
            raise Stale(self, version, names)

    def last_change(self, version, names):
        """The last change of one of these values since a version, or of the record when none of them did change."""
        rows = self.history.order_by("-version").select_related("history_user")
        rows = list(rows.filter(version__gte=version) if version is not None else rows[:1])
        kept = [self._meta.get_field(name).attname for name in names]
        changes = (row for row, before in pairwise(rows) if any(getattr(row, k) != getattr(before, k) for k in kept))
        return next(changes, rows[0])

    @transaction.atomic
    def change(self, *, by, reason, version=None, verb="", **values):
        """Set some values; Stale when somebody changed the record after `version` was read."""
        self.reread()
        self.must_be_at(version, *values)
        for name, value in values.items():
            setattr(self, name, value)
        return self.save_as(by, reason, verb=verb)


class Moving(Recorded):
    """A recorded record with a status that moves along drawn lines."""

    MOVES = {}

    class Meta(Recorded.Meta):
        abstract = True

    def last_move(self):
        """The last move of status, as it stands in the history."""
        rows = self.history.order_by("-version")
        elsewhere = rows.exclude(status=self.status).values_list("version", flat=True).first()
        since = rows if elsewhere is None else rows.filter(version__gt=elsewhere)
        return since.select_related("history_user").last()

    def moved_by(self):
        """Who made that move; None when that was the system."""
        return self.last_move().history_user

    def keeps(self, name, value):
        """Whether what somebody typed stands in this field already; nothing typed is nothing to lose."""
        if not value:
            return True
        if isinstance(self._meta.get_field(name), SealedText):
            return says(self, **{name: value})
        return str(getattr(self, name)) == str(value)

    @transaction.atomic
    def move(self, to, *, by, reason, verb="", typed=None, **values):
        """Move to a next status, once: lock, re-read, check, and keep who and why.

        `typed` is what the person typed along, by the field that keeps it.
        """
        self.reread()
        start, typed = self.status, typed or {}
        if to not in self.MOVES[start]:
            raise ImpossibleMove(self, to, kept=all(self.keeps(*pair) for pair in typed.items()))
        self.status = to
        for name, value in (values | typed).items():
            setattr(self, name, value)
        return self.save_as(by, reason, verb=verb or f"move_{self.LABEL}", from_status=start, to_status=to)
