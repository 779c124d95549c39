"""What must happen before when: rules as configuration, and the running deadlines of records."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from signalering.accounts.models import Team
from signalering.closed_lists import closed_list
from signalering.workflow import Recorded, RecordedQuerySet

WENT_ALONG = "went_along"  # with a signal to its case: the case goes on with the same term


class DeadlineRuleQuerySet(RecordedQuerySet):
    """Rules by when they hold."""

    def in_force(self, day):
        """Those that hold on a day, of each slug the one that began last behind the others."""
        open_end = models.Q(valid_until=None) | models.Q(valid_until__gte=day)
        return self.filter(open_end, valid_from__lte=day).order_by("slug", "valid_from")


class DeadlineRule(Recorded):
    """A term from one day on: how long, counted in which days and from what, who hears of it, and on whose word."""

    LABEL = "deadline_rule"

    class Unit(models.TextChoices):
        """How a term is counted."""

        WORKING_DAYS = "working_days", _("werkdagen")
        DAYS = "days", _("dagen")
        WEEKS = "weeks", _("weken")
        MONTHS = "months", _("maanden")
        HOURS = "hours", _("uren")

    slug = models.SlugField(max_length=6)
    label = models.CharField(max_length=100)
    term = models.PositiveSmallIntegerField()  # 0: no term of its own
    unit = models.CharField(max_length=12, choices=Unit)
    extends = models.BooleanField(default=False)
    start = models.CharField(max_length=30, choices=closed_list("cases", "deadline_start").choices, default="received")
    attached_to = models.CharField(
        max_length=10, choices=closed_list("cases", "deadline_about").choices, default="case"
    )
    active = models.BooleanField(default=True)
    ladder = models.JSONField(default=dict, blank=True)
    source = models.CharField(max_length=200)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)

    objects = DeadlineRuleQuerySet.as_manager()

    class Meta(Recorded.Meta):
        constraints = [
            models.UniqueConstraint(fields=["slug", "valid_from"], name="deadline_rule_once_from_a_day"),
            models.UniqueConstraint(
                fields=["slug"], condition=models.Q(valid_until=None), name="deadline_rule_one_without_end"
            ),
            models.CheckConstraint(
                name="deadline_rule_ends_after_it_began",
                condition=models.Q(valid_until=None) | models.Q(valid_until__gte=models.F("valid_from")),
            ),
            models.CheckConstraint(  # Algemene termijnenwet art. 4: not for hours, not for long terms
                name="deadline_rule_extends_short_terms",
                condition=models.Q(extends=False)
                | models.Q(unit="days", term__lte=84)
                | models.Q(unit="weeks", term__lte=12)
                | models.Q(unit="months", term__lte=3),
            ),
        ]

    def __str__(self):
        return f"{self.slug} {self.label}"


class DeadlineQuerySet(RecordedQuerySet):
    """Deadlines by whether they still run."""

    def running(self):
        """Neither met nor stopped."""
        return self.filter(ended_at=None)

    def unexplained(self, day):
        """Late on a day, or when they ended, and nobody said yet why; what went along is asked of where it went."""
        late = models.Q(ended_at=None, due_on__lt=day) | models.Q(ended_at__date__gt=models.F("due_on"))
        return self.filter(late, late_reason="").exclude(ended_by=WENT_ALONG)

    def to_tell(self, moment):
        """Running, and at a step of the ladder that somebody must hear of by now; oldest first."""
        return self.running().filter(step_at__lte=moment).order_by("step_at", "id")


class Deadline(Recorded):
    """One record must have had one event before one day; told step by step, and never started anew."""

    LABEL = "deadline"

    class Step(models.TextChoices):
        """How far the ladder was climbed."""

        NONE = "", _("nog niet")
        BEFORE = "before", _("bijna om")
        ON = "on", _("vandaag")
        AFTER = "after", _("te laat")

    rule = models.ForeignKey(DeadlineRule, on_delete=models.PROTECT, related_name="deadlines")
    about = models.SlugField(max_length=30, db_index=False)
    about_id = models.UUIDField()
    team = models.ForeignKey(Team, null=True, on_delete=models.PROTECT, related_name="+")
    started_on = models.DateField()
    due_on = models.DateField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.CharField(max_length=20, choices=closed_list("cases", "deadline_end").choices, blank=True)
    late_reason = models.CharField(max_length=20, choices=closed_list("cases", "late_reason").choices, blank=True)
    step = models.CharField(max_length=6, choices=Step, blank=True, default=Step.NONE)
    step_at = models.DateTimeField(null=True)
    told_on = models.DateField(null=True)
    warned_at = models.DateTimeField(null=True)

    objects = DeadlineQuerySet.as_manager()

    class Meta(Recorded.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["about_id", "rule"], condition=models.Q(ended_at=None), name="deadline_runs_once_per_record"
            ),
            models.CheckConstraint(
                name="deadline_ends_for_a_reason",
                condition=models.Q(ended_at=None, ended_by="")
                | (models.Q(ended_at__isnull=False) & ~models.Q(ended_by="")),
            ),
        ]
        indexes = [
            models.Index(fields=["about_id", "rule"], name="deadline_of_record"),
            models.Index(fields=["due_on", "id"], name="deadline_running", condition=models.Q(ended_at=None)),
            models.Index(fields=["step_at", "id"], name="deadline_to_tell", condition=models.Q(ended_at=None)),
        ]

    def __str__(self):
        return f"{self.rule_id} {self.due_on}"

    @property
    def runs(self):
        """Whether what must happen has not happened yet, and nobody stopped it."""
        return self.ended_at is None

    @property
    def is_late(self):
        """Whether its last day went by before it ended, and it did not go along to a case, where it is late as well."""
        if self.ended_by == WENT_ALONG:
            return False
        end = timezone.localdate() if self.runs else timezone.localdate(self.ended_at)
        return end > self.due_on


class RetentionPolicy(Recorded):
    """How long a case is kept after it closed with one outcome."""

    LABEL = "retention_policy"

    slug = models.SlugField(max_length=40, unique=True)
    label = models.CharField(max_length=100)
    months = models.PositiveSmallIntegerField()
    source = models.CharField(max_length=200)

    def __str__(self):
        return self.label
