"""The sociale kaart: programmes, what they ask, and who receives for them."""

from django.db import models

from signalering.accounts.models import Organisation, Team
from signalering.workflow import Recorded, RecordedQuerySet


class ProgrammeQuerySet(RecordedQuerySet):
    """Programmes by what can be done with them."""

    def receiving(self):
        """Those with a team that answers; the others are only led to."""
        return self.filter(receiving_team__isnull=False)


class Programme(Recorded):
    """Something a resident can be referred to, with its entry rules."""

    LABEL = "programme"

    name = models.CharField(max_length=100, unique=True)
    provider = models.ForeignKey(Organisation, null=True, on_delete=models.PROTECT, related_name="programmes")
    partners = models.ManyToManyField(Organisation, related_name="partner_in", blank=True)
    receiving_team = models.ForeignKey(Team, null=True, on_delete=models.PROTECT, related_name="programmes")
    themes = models.JSONField(default=list)
    target = models.CharField(max_length=200, blank=True)
    goal = models.CharField(max_length=200, blank=True)
    before = models.CharField(max_length=100, blank=True)
    requires = models.JSONField(default=dict)
    rubric = models.CharField(max_length=40, blank=True)
    note = models.CharField(max_length=300, blank=True)
    source_note = models.CharField(max_length=300, blank=True)
    answer_days = models.PositiveSmallIntegerField(null=True)
    extract_fields = models.JSONField(default=list)

    objects = ProgrammeQuerySet.as_manager()

    class Meta(Recorded.Meta):
        ordering = ["name"]

    def __str__(self):
        return self.name


class AgreementRow(Recorded):
    """Organisations share for one purpose under an agreement, until it ends."""

    LABEL = "agreement_row"

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="agreements")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="agreements")
    note = models.CharField(max_length=300, blank=True)
    ends_on = models.DateField(null=True)

    class Meta(Recorded.Meta):
        constraints = [models.UniqueConstraint(fields=["team", "organisation"], name="agreement_once")]

    def __str__(self):
        return f"{self.team} · {self.organisation}"
