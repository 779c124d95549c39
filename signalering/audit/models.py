"""The two traces: an event for what somebody did, a look for what somebody saw."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from uuid_utils.compat import uuid7

from signalering.audit.actors import ActorKind


class Trace(models.Model):
    """What every trace holds: when, in which request, who, and for which desk."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    at = models.DateTimeField(db_default=Now(), editable=False)
    request_id = models.UUIDField(null=True)
    actor_kind = models.CharField(max_length=12, choices=ActorKind)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.DO_NOTHING, related_name="+", db_index=False
    )
    system = models.SlugField(max_length=30, blank=True, db_index=False)
    desk_id = models.UUIDField(null=True)
    label = models.SlugField(max_length=30, blank=True, db_index=False)
    record_id = models.UUIDField(null=True)
    root_id = models.UUIDField(null=True)
    purpose = models.SlugField(max_length=30, blank=True, db_index=False)

    class Meta:
        abstract = True

    def __str__(self):
        return f"{self.label} {self.record_id}"


class Event(Trace):
    """Somebody did something, or tried to."""

    class Result(models.TextChoices):
        """How it ended."""

        DONE = "done", "gedaan"
        REFUSED = "refused", "geweigerd"
        FAILED = "failed", "mislukt"

    verb = models.SlugField(max_length=40, db_index=False)
    result = models.CharField(max_length=8, choices=Result, default=Result.DONE)
    reason = models.SlugField(max_length=40, blank=True, db_index=False)
    from_status = models.SlugField(max_length=20, blank=True, db_index=False)
    to_status = models.SlugField(max_length=20, blank=True, db_index=False)
    address = models.GenericIPAddressField(null=True)
    device = models.SlugField(max_length=20, blank=True, db_index=False)

    class Meta:
        indexes = [
            models.Index(fields=["root_id", "id"], name="event_of_root"),
            models.Index(fields=["actor", "id"], name="event_of_actor"),
        ]


class Look(Trace):
    """Somebody saw something of a record: one row per record per request."""

    class Kind(models.TextChoices):
        """Seen in a list, opened, or found by searching."""

        LISTED = "listed", "gezien in een lijst"
        OPENED = "opened", "geopend"
        SEARCHED = "searched", "gezocht"

    page = models.SlugField(max_length=60, blank=True, db_index=False)
    kind = models.CharField(max_length=8, choices=Kind)
    fields = models.JSONField(default=list)
    activity = models.SlugField(max_length=40, blank=True, db_index=False)
    grant_id = models.UUIDField(null=True)
    origin_kind = models.SlugField(max_length=20, blank=True, db_index=False)
    origin_id = models.UUIDField(null=True)
    team_id = models.UUIDField(null=True)
    subjects = models.JSONField(default=list)

    class Meta:
        indexes = [
            models.Index(fields=["root_id", "request_id"], name="look_of_root"),
            models.Index(fields=["actor", "request_id"], name="look_of_actor"),
        ]


class AuditScope(models.Model):
    """What a privacy officer may review: the log of one municipality."""

    LABEL = "audit_scope"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    municipality = models.CharField(max_length=60, unique=True)

    class Meta:
        default_permissions = ()
        permissions = [("review_auditscope", "may review who looked at what")]

    def __str__(self):
        return self.municipality
