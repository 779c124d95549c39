"""The people who work with the system, and in which team they do so."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.contrib.auth.models import _user_has_perm
from django.db import models
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from uuid_utils.compat import uuid7

from signalering.accounts.models.kept import Kept
from signalering.accounts.models.places import Organisation, Team
from signalering.workflow import Recorded, RecordedQuerySet


class UserManager(BaseUserManager):
    """Find people by e-mail address."""

    def get_by_natural_key(self, username):
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    """Somebody with an account; what they may see stands in grant rows and nowhere else."""

    LABEL = "user"
    ROOT = ""
    USERNAME_FIELD = EMAIL_FIELD = "email"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    email = models.EmailField(_("e-mailadres"), unique=True)
    name = models.CharField(_("naam"), max_length=100)
    is_active = models.BooleanField(default=True)
    is_demo = models.BooleanField(default=False)
    invited = models.BooleanField(default=False, help_text="Acts through an invitation only: nobody signs in with it.")
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    closed_at = models.DateTimeField(null=True)

    objects = UserManager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="closed_account_is_not_active",
                condition=models.Q(is_active=True, closed_at__isnull=True)
                | models.Q(is_active=False, closed_at__isnull=False),
            ),
            models.CheckConstraint(
                name="invited_account_has_no_password",
                condition=models.Q(invited=False) | models.Q(password__startswith=UNUSABLE_PASSWORD_PREFIX),
            ),
        ]

    def __str__(self):
        return self.name

    def has_perm(self, perm, obj=None):
        """Whether this person may do something with one record; never with all records of a kind."""
        return _user_has_perm(self, perm, obj)

    @cached_property
    def memberships_now(self):
        """The memberships of today with team and organisation, the one that began first in front."""
        if not self.is_active:
            return []
        memberships = places_today(self.pk)
        for membership in memberships:
            membership.person = self
        return memberships

    @property
    def desks(self):
        """The ids of the groups through which this person may hold records."""
        groups = []
        for membership in self.memberships_now:
            groups += membership.groups
        return list(dict.fromkeys(groups))

    @property
    def roles(self):
        """The roles of today."""
        return {membership.role for membership in self.memberships_now}

    def has_role(self, *roles):
        """Whether this person has one of these roles today."""
        return not self.roles.isdisjoint(roles)

    @property
    def teams(self):
        """The teams of today."""
        return [membership.team for membership in self.memberships_now if membership.team_id]


class Role(models.TextChoices):
    """What somebody is here for."""

    REPORTER = "reporter", _("melder")
    SHOPKEEPER = "shopkeeper", _("winkelier")
    WOT_WORKER = "wot_worker", _("WOT-medewerker")
    COORDINATOR = "coordinator", _("coördinator")
    PARTNER = "partner", _("programmapartner")
    PRIVACY_OFFICER = "privacy_officer", _("privacy officer")
    ADMINISTRATOR = "administrator", _("beheerder")


CONTENT_ROLES = (Role.WOT_WORKER, Role.COORDINATOR, Role.PARTNER)
DESK_ROLES = CONTENT_ROLES
MAY_REPORT = (Role.REPORTER, Role.SHOPKEEPER, *CONTENT_ROLES)  # from which place, when somebody has several


class MembershipQuerySet(RecordedQuerySet):
    """Memberships by time."""

    def in_force(self):
        """Begun and not ended, by the clock of the database."""
        return self.filter(models.Q(ends_at__isnull=True) | models.Q(ends_at__gt=Now()), starts_at__lte=Now())


class Membership(Recorded):
    """Somebody works for an organisation, in a role, perhaps in a team, from one day until another."""

    LABEL = "membership"

    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="memberships")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="memberships")
    team = models.ForeignKey(Team, null=True, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=16, choices=Role)
    function = models.SlugField(max_length=30)
    starts_at = models.DateTimeField(default=timezone.now)
    ends_at = models.DateTimeField(null=True)

    objects = MembershipQuerySet.as_manager()

    class Meta(Recorded.Meta):
        constraints = [
            models.CheckConstraint(
                name="desk_role_has_team",
                condition=~models.Q(role__in=CONTENT_ROLES) | models.Q(team__isnull=False),
            )
        ]

    def __str__(self):
        return f"{self.person} · {self.get_role_display()}"

    @property
    def groups(self):
        """The groups this membership puts somebody in: the desk, and for a coordinator also the coordinators."""
        if self.role == Role.COORDINATOR:
            return [self.team.desk_id, self.team.coordinators_id]
        return [self.team.desk_id] if self.role in DESK_ROLES else []


@Kept
def places_today(person):
    """The memberships of today of who has this key, with team and organisation, the one that began first in front."""
    now = Membership.objects.in_force().filter(person=person)
    return now.select_related("team", "organisation").order_by("starts_at", "pk")
