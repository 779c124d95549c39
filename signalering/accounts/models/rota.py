"""Who of a team is on duty when the office is closed."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from signalering import codes
from signalering.accounts.access import GuardedQuerySet
from signalering.accounts.models.grants import PersonGrant, TeamGrant
from signalering.accounts.models.people import Membership, Role
from signalering.accounts.models.places import Team
from signalering.closed_lists import closed_list
from signalering.crypto.fields import SealedText
from signalering.workflow import Recorded

SERVE = (Role.WOT_WORKER, Role.COORDINATOR)


def serving(person, team):
    """The places from which somebody serves on the rota of a team: at it, or at a team that shares the rota."""
    of_team = models.Q(team=team) | models.Q(team__shares_rota_of=team)
    return Membership.objects.in_force().filter(of_team, person=person, person__is_active=True, role__in=SERVE)


class ShiftQuerySet(GuardedQuerySet):
    """Shifts by time; the telephone number stays sealed in all of them."""

    def kept(self):
        """Not taken off the rota."""
        return self.filter(ended_at=None)

    def served(self):
        """Not taken off the rota, and of somebody who may serve the team today: whoever left it is not called."""
        return self.kept().filter(models.Exists(serving(models.OuterRef("person"), models.OuterRef("team"))))

    def on_duty(self, moment, *teams):
        """The shifts of these teams at a moment, of who may be called; the first on duty in front."""
        now = self.served().filter(team__in=teams, starts_at__lte=moment, ends_at__gt=moment)
        return now.select_related("person", "team").order_by("team", "order")

    def coming(self, moment, *teams):
        """What everybody of these teams may know: who has which shift, from this moment on."""
        rest = self.kept().filter(team__in=teams, ends_at__gt=moment).defer("phone", "reason_words")
        return rest.select_related("person", "team").order_by("starts_at", "order", "id")


class Shift(Recorded):
    """Somebody of a team can be called, from one moment until another."""

    LABEL = "shift"

    class Order(models.IntegerChoices):
        """Who is called before whom."""

        FIRST = 1, _("eerste")
        SECOND = 2, _("tweede")

    code = models.CharField(max_length=8, unique=True, default=codes.new_code, editable=False)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="shifts")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="shifts")
    order = models.PositiveSmallIntegerField(choices=Order, default=Order.FIRST)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    form_key = models.UUIDField(unique=True)
    ended_at = models.DateTimeField(null=True)
    ended_because = models.CharField(max_length=20, choices=closed_list("accounts", "end_shift").choices, blank=True)
    phone = SealedText()
    reason_words = SealedText()

    objects = ShiftQuerySet.as_manager()

    class Meta(Recorded.Meta):
        permissions = [("plan_shift", "may take a shift off the rota and knows its number")]
        constraints = [
            models.CheckConstraint(
                name="shift_ends_after_it_starts", condition=models.Q(ends_at__gt=models.F("starts_at"))
            ),
            models.CheckConstraint(
                name="shift_ended_has_because",
                condition=models.Q(ended_at=None, ended_because="")
                | (models.Q(ended_at__isnull=False) & ~models.Q(ended_because="")),
            ),
        ]
        indexes = [
            models.Index(fields=["team", "ends_at"], name="shift_of_team", condition=models.Q(ended_at=None)),
        ]

    def __str__(self):
        return f"{self.get_order_display()} dienst van {self.team}"

    @property
    def shown_code(self):
        """The code as people read it."""
        return codes.shown(self.code)


class ShiftPersonGrant(PersonGrant):
    """A person plans a shift; nobody gives this today."""

    content_object = models.ForeignKey(Shift, on_delete=models.CASCADE, related_name="person_grants")


class ShiftTeamGrant(TeamGrant):
    """The coordinators of a team plan a shift."""

    content_object = models.ForeignKey(Shift, on_delete=models.CASCADE, related_name="team_grants")
