"""What must happen before when: rules as configuration, and the running deadlines of records."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from signalering.accounts.models import Team
from signalering.workflow import Recorded, RecordedQuerySet


class DeadlineRule(Recorded):
    """A term: how long, counted in which days, and where that comes from."""

    LABEL = "deadline_rule"

    class Unit(models.TextChoices):
        """How a term is counted."""

        WORKING_DAYS = "working_days", _("werkdagen")
        WEEKS = "weeks", _("weken")

    slug = models.SlugField(max_length=6, unique=True)
    label = models.CharField(max_length=100)
    term = models.PositiveSmallIntegerField()
    unit = models.CharField(max_length=12, choices=Unit)
    source = models.CharField(max_length=200)
    valid_from = models.DateField()

    def __str__(self):
        return f"{self.slug} {self.label}"


class DeadlineQuerySet(RecordedQuerySet):
    """Deadlines by whether they still run."""

    def running(self):
        """Neither met nor stopped."""
        return self.filter(ended_at=None)


class Deadline(Recorded):
    """One record must have had one event before one day."""

    LABEL = "deadline"

    rule = models.ForeignKey(DeadlineRule, on_delete=models.PROTECT, related_name="deadlines")
    about = models.SlugField(max_length=30, db_index=False)
    about_id = models.UUIDField()
    team = models.ForeignKey(Team, null=True, on_delete=models.PROTECT, related_name="+")
    started_on = models.DateField()
    due_on = models.DateField()
    ended_at = models.DateTimeField(null=True)
    warned_at = models.DateTimeField(null=True)

    objects = DeadlineQuerySet.as_manager()

    class Meta(Recorded.Meta):
        constraints = [
            models.UniqueConstraint(fields=["about_id", "rule"], name="deadline_once_per_record"),
        ]
        indexes = [
            models.Index(fields=["due_on", "id"], name="deadline_running", condition=models.Q(ended_at=None)),
        ]

    def __str__(self):
        return f"{self.rule_id} {self.due_on}"


class RetentionPolicy(Recorded):
    """How long a case is kept after it closed with one outcome."""

    LABEL = "retention_policy"

    slug = models.SlugField(max_length=40, unique=True)
    label = models.CharField(max_length=100)
    months = models.PositiveSmallIntegerField()
    source = models.CharField(max_length=200)

    def __str__(self):
        return self.label
