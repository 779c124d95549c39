"""Which team is proposed for which signal: tables of ordered rules, each in force from a day on."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from signalering.accounts.models import Area, Team
from signalering.cases import codes
from signalering.cases.models.signal import Signal
from signalering.closed_lists import closed_list
from signalering.workflow import Recorded, RecordedQuerySet


class RoutingTableQuerySet(RecordedQuerySet):
    """Tables by time."""

    def in_force(self, day):
        """The one table that holds on a day: of those that began, the one put in force last."""
        began = self.filter(valid_from__lte=day)
        return began.order_by("-valid_from", "-put_at", "-number")[:1]


class RoutingTable(Recorded):
    """An ordered set of rules; a draft until it is put in force, and never changed after that."""

    LABEL = "routing_table"

    code = models.CharField(max_length=8, unique=True, default=codes.new_code, editable=False)
    number = models.PositiveIntegerField(unique=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    copied_from = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="copies")
    form_key = models.UUIDField(null=True, unique=True)
    valid_from = models.DateField(null=True)
    put_at = models.DateTimeField(null=True)

    objects = RoutingTableQuerySet.as_manager()

    class Meta(Recorded.Meta):
        ordering = ["-number"]

    def __str__(self):
        return f"routeringstabel {self.number}"

    @property
    def shown_code(self):
        """The code as people read it."""
        return codes.shown(self.code)

    @property
    def is_draft(self):
        """Whether its rules can still change."""
        return self.valid_from is None


class RoutingRuleQuerySet(RecordedQuerySet):
    """Rules in their order."""

    def in_use(self):
        """Those that were not taken out, with what they name."""
        return self.filter(active=True).select_related("team", "area").order_by("position", "id")


class RoutingRule(Recorded):
    """Signals of this kind are proposed to this team; an empty condition holds for every signal."""

    LABEL = "routing_rule"
    ROOT = "table"

    class Age(models.TextChoices):
        """How old the resident is, as far as routing asks."""

        UNDER_18 = "under_18", _("jonger dan 18")
        ADULT = "adult", _("18 of ouder")
        UNKNOWN = "unknown", _("leeftijd onbekend")

    class AreaKnown(models.TextChoices):
        """Whether it is known in which area the resident lives."""

        YES = "yes", _("wijk bekend")
        NO = "no", _("wijk onbekend")

    table = models.ForeignKey(RoutingTable, on_delete=models.PROTECT, related_name="rules")
    position = models.PositiveSmallIntegerField()
    active = models.BooleanField(default=True, help_text="Taken out of the draft when not.")
    form_key = models.UUIDField(null=True, unique=True)
    not_safe = models.BooleanField(default=False, help_text="Only when talking with the resident is not safe.")
    theme = models.CharField(max_length=16, choices=Signal.Theme, blank=True)
    age = models.CharField(max_length=10, choices=Age, blank=True)
    urgency = models.CharField(max_length=10, choices=Signal.Urgency, blank=True)
    municipality = models.CharField(max_length=60, blank=True)
    area = models.ForeignKey(Area, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    area_known = models.CharField(max_length=3, choices=AreaKnown, blank=True)
    expertise = models.SlugField(max_length=20, choices=closed_list("accounts", "expertise").choices, blank=True)
    needs_place = models.BooleanField(default=False, help_text="Only while the team has a place this week.")
    needs_open = models.BooleanField(default=False, help_text="Only when the team is open that day.")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")

    CONDITIONS = (
        "not_safe",
        "theme",
        "age",
        "urgency",
        "municipality",
        "area",
        "area_known",
        "expertise",
        "needs_place",
        "needs_open",
    )

    objects = RoutingRuleQuerySet.as_manager()

    class Meta(Recorded.Meta):
        ordering = ["position", "id"]

    def __str__(self):
        return f"regel {self.position} van {self.table_id}"

    @property
    def holds_always(self):
        """Whether this rule proposes its team for whatever signal."""
        return not any(getattr(self, name) for name in self.CONDITIONS)

    @property
    def asks_where(self):
        """Whether it asks where the resident lives."""
        return bool(self.municipality or self.area_id or self.area_known)

    def fits(self, facts):
        """Whether a signal is of this kind; of the team itself nothing is asked here."""
        return (
            (not self.not_safe or facts.not_safe)
            and self.theme in ("", facts.theme)
            and self.age in ("", facts.age)
            and self.urgency in ("", facts.urgency)
            and self.area_id in (None, facts.area and facts.area.pk)
            and self.municipality in ("", facts.area and facts.area.municipality)
            and (not self.area_known or (self.area_known == self.AreaKnown.YES) == (facts.area is not None))
        )
