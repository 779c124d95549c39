"""A case: the follow-up of one or more signals, with a goal and a director."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from signalering.accounts.access import GuardedQuerySet
from signalering.accounts.models import Area, Team
from signalering.cases import codes
from signalering.cases.models.resident import Resident
from signalering.closed_lists import closed_list
from signalering.crypto.fields import SealedText
from signalering.workflow import Moving, Recorded


class CaseQuerySet(GuardedQuerySet):
    """Cases by where they stand."""

    def open(self):
        """Still worked on."""
        return self.filter(status=Case.Status.OPEN)

    def directed_by(self, person):
        """The cases one person holds the overview of."""
        return self.filter(director=person)

    def known_to_colleagues(self, person):
        """What everybody of a team may know of its cases: code, director and status, and nothing else."""
        known = self.filter(team__in=person.teams).select_related("director")
        return known.only("code", "status", "director__name").order_by("-id")


class Case(Moving):
    """What a team does about one or more signals of a resident or household."""

    LABEL = "case"

    class Status(models.TextChoices):
        """Where a case stands."""

        OPEN = "open", _("Open")
        CLOSED = "closed", _("Gesloten")

    MOVES = {Status.OPEN: {Status.CLOSED}, Status.CLOSED: {Status.OPEN}}

    code = models.CharField(max_length=8, unique=True, default=codes.new_code, editable=False)
    status = models.CharField(max_length=12, choices=Status, default=Status.OPEN)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="cases")
    director = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    themes = models.JSONField(default=list)
    area = models.ForeignKey(Area, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    next_due = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=20, choices=closed_list("cases", "case_outcome").choices, blank=True)
    few_attempts = models.CharField(max_length=20, choices=closed_list("cases", "few_attempts").choices, blank=True)
    legal_basis = models.CharField(max_length=20, choices=closed_list("cases", "legal_basis").choices)
    purpose = models.CharField(max_length=20, choices=closed_list("cases", "purpose").choices)
    retention_from = models.DateField(null=True, blank=True)
    retention_policy = models.ForeignKey(
        "cases.RetentionPolicy", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    summary = SealedText()
    safety_note = SealedText()
    minor_children = SealedText()
    threat_kind = SealedText()
    threat_date = SealedText()
    closing_words = SealedText()

    objects = CaseQuerySet.as_manager()

    class Meta(Moving.Meta):
        permissions = [
            ("view_case", "may read a case"),
            ("change_case", "may work on a case"),
            ("reassign_case", "may give a case to another director"),
        ]
        constraints = [
            models.CheckConstraint(
                name="case_closed_has_outcome",
                condition=(models.Q(status="closed") & ~models.Q(outcome="") & ~models.Q(retention_from=None))
                | models.Q(status="open", outcome="", retention_from=None),
            ),
        ]
        indexes = [models.Index(fields=["director", "status", "-id"], name="case_of_director")]

    def __str__(self):
        return codes.shown(self.code)

    @property
    def shown_code(self):
        """The code as people read it."""
        return codes.shown(self.code)

    @property
    def theme_labels(self):
        """The themes in Dutch."""
        labels = dict(closed_list("cases", "theme"))
        return [labels[theme] for theme in self.themes]


class CaseResident(Recorded):
    """A resident has a part in a case."""

    LABEL = "case_resident"
    ROOT = "case"

    class Role(models.TextChoices):
        """Which part."""

        MAIN = "main", _("inwoner")
        PARTNER = "partner", _("partner")
        CHILD = "child", _("kind")
        OTHER = "other", _("andere huisgenoot")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="case_residents")
    resident = models.ForeignKey(Resident, on_delete=models.PROTECT, related_name="case_residents")
    role = models.CharField(max_length=8, choices=Role, default=Role.MAIN)
    form_key = models.UUIDField(null=True, help_text="Of the form that added them.")
    left_on = models.DateField(null=True, help_text="Since when they are no part of the household any more.")

    class Meta(Recorded.Meta):
        constraints = [
            models.UniqueConstraint(fields=["case", "resident"], name="resident_once_in_case"),
            models.UniqueConstraint(
                fields=["case"], condition=models.Q(role="main"), name="case_has_one_main_resident"
            ),
            models.UniqueConstraint(fields=["case", "form_key"], name="resident_once_per_form"),
            models.CheckConstraint(
                name="main_resident_stays", condition=~models.Q(role="main") | models.Q(left_on=None)
            ),
        ]

    def __str__(self):
        return f"{self.get_role_display()} in {self.case}"
