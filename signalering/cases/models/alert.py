"""An alert: somebody must take something on now, and is called until somebody does."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from signalering.accounts.access import GuardedQuerySet, allowed_rows
from signalering.accounts.models import Shift, Team
from signalering.cases import codes
from signalering.cases.models.case import Case
from signalering.cases.models.signal import Signal
from signalering.closed_lists import closed_list
from signalering.workflow import Recorded, RecordedQuerySet


class AlertQuerySet(GuardedQuerySet):
    """Alerts by whether somebody took them on."""

    def open(self):
        """What they are about is not decided yet."""
        return self.filter(ended_at=None)

    def unanswered(self):
        """Nobody took them on."""
        return self.open().filter(acknowledged_at=None)

    def due(self):
        """Nobody took them on, and somebody must be called now; who waits longest comes first."""
        return self.unanswered().filter(next_at__lte=timezone.now()).order_by("next_at", "id")

    def known_to(self, person):
        """What everybody of a team, and who was called, may know: code, since when, and who was called."""
        mine = Q(team__in=person.teams) | allowed_rows(person, "respond", self.model)
        return self.filter(mine).select_related("team", "acknowledged_by").order_by("id")


class Alert(Recorded):
    """A due row: the next people are called at `next_at`, until one of them takes it on."""

    LABEL = "alert"

    code = models.CharField(max_length=8, unique=True, default=codes.new_code, editable=False)
    signal = models.ForeignKey(Signal, null=True, on_delete=models.PROTECT, related_name="alerts")
    case = models.ForeignKey(Case, null=True, on_delete=models.PROTECT, related_name="alerts")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="alerts")
    cause = models.CharField(max_length=20, choices=closed_list("cases", "alert_cause").choices)
    raised_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    step = models.PositiveSmallIntegerField(default=0)
    next_at = models.DateTimeField(null=True)
    without_rota = models.BooleanField(default=False)
    acknowledged_at = models.DateTimeField(null=True)
    acknowledged_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_because = models.CharField(max_length=20, choices=closed_list("cases", "alert_end").choices, blank=True)

    objects = AlertQuerySet.as_manager()

    class Meta(Recorded.Meta):
        permissions = [("respond_alert", "was called, and may take an alert on")]
        constraints = [
            models.CheckConstraint(
                name="alert_about_one_record",
                condition=Q(signal__isnull=False, case__isnull=True) | Q(signal__isnull=True, case__isnull=False),
            ),
            models.CheckConstraint(
                name="alert_ended_has_because",
                condition=Q(ended_at=None, ended_because="") | (Q(ended_at__isnull=False) & ~Q(ended_because="")),
            ),
            models.CheckConstraint(
                name="alert_over_calls_nobody",
                condition=Q(acknowledged_at=None, ended_at=None) | Q(next_at=None),
            ),
            models.UniqueConstraint(
                fields=["signal", "cause"], condition=Q(ended_at=None), name="alert_open_once_per_signal"
            ),
            models.UniqueConstraint(
                fields=["case", "cause"], condition=Q(ended_at=None), name="alert_open_once_per_case"
            ),
        ]
        indexes = [
            models.Index(fields=["next_at", "id"], name="alert_due", condition=Q(next_at__isnull=False)),
            models.Index(fields=["team", "id"], name="alert_open_of_team", condition=Q(ended_at=None)),
        ]

    def __str__(self):
        return codes.shown(self.code)

    @property
    def shown_code(self):
        """The code as people read it."""
        return codes.shown(self.code)

    @property
    def about(self):
        """The signal or the case that somebody must look at."""
        return self.signal or self.case


class AlertCallQuerySet(RecordedQuerySet):
    """Calls by whether their text message still has to go."""

    def to_text(self):
        """Not sent yet, to somebody with a number, about an alert that nobody took on; the oldest first."""
        now = timezone.now()
        waiting = self.filter(sent_at=None, shift__isnull=False, due_at__lte=now)
        waiting = waiting.filter(alert__acknowledged_at=None, alert__ended_at=None, shift__ended_at=None)
        waiting = waiting.filter(shift__ends_at__gt=now)
        return waiting.order_by("due_at", "id")


class AlertCall(Recorded):
    """One person was called about one alert at one step: by mail, and by text message when the rota has a number."""

    LABEL = "alert_call"

    class Role(models.TextChoices):
        """As what somebody was called."""

        FIRST = "first", _("eerste dienst")
        SECOND = "second", _("tweede dienst")
        COORDINATOR = "coordinator", _("coördinator")
        CO_TEAM = "co_team", _("CO-team")
        DESK = "desk", _("postvak")

    alert = models.ForeignKey(Alert, on_delete=models.PROTECT, related_name="calls")
    to = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=12, choices=Role)
    shift = models.ForeignKey(
        Shift, null=True, on_delete=models.PROTECT, related_name="+", help_text="Whose number gets a text message."
    )
    effect_key = models.SlugField(max_length=100, unique=True)
    due_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)

    objects = AlertCallQuerySet.as_manager()

    class Meta(Recorded.Meta):
        indexes = [
            models.Index(
                fields=["due_at", "id"],
                name="alert_call_to_text",
                condition=Q(sent_at=None, shift__isnull=False),
            ),
        ]

    def __str__(self):
        return f"{self.get_role_display()} bij {self.alert}"
