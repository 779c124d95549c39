"""Grant rows: one table for people and one for teams beside each guarded model."""

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db import models
from django.db.models.functions import Now
from django.utils import timezone
from guardian.models import GroupObjectPermissionBase, UserObjectPermissionBase
from simple_history.models import HistoricalRecords
from uuid_utils.compat import uuid7

from signalering.accounts.models.people import Membership
from signalering.audit.models import AuditScope
from signalering.workflow import History


class GrantQuerySet(models.QuerySet):
    """Grants by time."""

    def in_force(self):
        """Not ended, by the clock of the database."""
        return self.filter(models.Q(ends_at__isnull=True) | models.Q(ends_at__gt=Now()))

    def where_they_work(self):
        """Of what people hold: what opens today, because its holder still has the place for which it was given."""
        here = Membership.objects.in_force().filter(person=models.OuterRef("user"))
        for_it = here.filter(pk=models.OuterRef("membership"))
        opens = models.Exists(for_it) | (models.Q(membership=None) & models.Exists(here))
        return self.in_force().filter(opens, user__is_active=True)


class Grant(models.Model):
    """Somebody may do one thing with one record, because of one origin, until it ends."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    permission = models.ForeignKey(Permission, on_delete=models.PROTECT, db_index=False, related_name="+")
    origin_kind = models.SlugField(max_length=20, db_index=False)
    origin_id = models.UUIDField()
    reason = models.SlugField(max_length=40, db_index=False)
    purpose = models.SlugField(max_length=30, blank=True, db_index=False)
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    given_at = models.DateTimeField(default=timezone.now)
    ends_at = models.DateTimeField(null=True)

    objects = GrantQuerySet.as_manager()
    history = HistoricalRecords(
        inherit=True,
        history_manager=History,
        history_id_field=models.UUIDField(default=uuid7),
        history_change_reason_field=models.SlugField(max_length=40, db_index=False),
        user_db_constraint=False,
        no_db_index=["user", "group", "permission", "given_by", "content_object", "membership"],
    )

    class Meta:
        abstract = True
        default_permissions = ()

    def __str__(self):
        return f"{self.origin_kind} {self.content_object_id}"


class PersonGrant(Grant, UserObjectPermissionBase):
    """What one person holds, for the time of one place; the unique index stands in list order."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, db_index=False, related_name="+")
    permission = models.ForeignKey(Permission, on_delete=models.PROTECT, db_index=False, related_name="+")
    membership = models.ForeignKey(
        Membership,
        null=True,
        on_delete=models.PROTECT,
        db_index=False,
        related_name="+",
        help_text="The place it is for.",
    )

    class Meta(Grant.Meta):
        abstract = True
        unique_together = ["user", "permission", "content_object", "origin_kind", "origin_id"]


class TeamGrant(Grant, GroupObjectPermissionBase):
    """What a desk or the coordinators of a team hold; the unique index stands in list order."""

    group = models.ForeignKey(Group, on_delete=models.PROTECT, db_index=False, related_name="+")
    permission = models.ForeignKey(Permission, on_delete=models.PROTECT, db_index=False, related_name="+")

    class Meta(Grant.Meta):
        abstract = True
        unique_together = ["group", "permission", "content_object", "origin_kind", "origin_id"]


class AuditScopePersonGrant(PersonGrant):
    """A privacy officer may review the log of a municipality."""

    content_object = models.ForeignKey(AuditScope, on_delete=models.CASCADE, related_name="person_grants")


class AuditScopeTeamGrant(TeamGrant):
    """A team of privacy officers may review the log of a municipality."""

    content_object = models.ForeignKey(AuditScope, on_delete=models.CASCADE, related_name="team_grants")
