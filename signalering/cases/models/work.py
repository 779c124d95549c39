"""The work on a case: notes, contact attempts and consent."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from signalering.cases.models.case import Case
from signalering.cases.models.resident import Resident
from signalering.closed_lists import closed_list
from signalering.crypto.fields import SealedText
from signalering.workflow import Recorded


class CaseWork(Recorded):
    """Something done on a case, once per form, by an author."""

    ROOT = "case"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="%(class)ss")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    form_key = models.UUIDField()
    words = SealedText()

    class Meta(Recorded.Meta):
        abstract = True
        constraints = [models.UniqueConstraint(fields=["case", "author", "form_key"], name="%(class)s_once_per_form")]


class Note(CaseWork):
    """What a worker wants to keep about the case."""

    LABEL = "note"

    def __str__(self):
        return f"notitie bij {self.case}"


class ContactAttempt(CaseWork):
    """One attempt to reach the resident."""

    LABEL = "contact_attempt"

    class DayPart(models.TextChoices):
        """When on the day."""

        MORNING = "morning", _("Ochtend")
        AFTERNOON = "afternoon", _("Middag")
        EVENING = "evening", _("Avond")

    channel = models.CharField(max_length=20, choices=closed_list("cases", "contact_channel").choices)
    reached = models.BooleanField()
    at = models.DateTimeField()
    day_part = models.CharField(max_length=10, choices=DayPart)
    not_alone = models.BooleanField(default=False)
    company = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    def __str__(self):
        return f"contactpoging bij {self.case}"


class Consent(CaseWork):
    """The resident, or who decides for a child, agrees that something is shared, until withdrawn."""

    LABEL = "consent"

    class GivenBy(models.TextChoices):
        """Who agreed."""

        RESIDENT = "resident", _("de inwoner zelf")
        GUARDIAN = "guardian", _("de ouder of voogd")
        BOTH = "both", _("allebei: ouder of voogd, en kind")

    resident = models.ForeignKey(Resident, on_delete=models.PROTECT, related_name="+")
    scope = models.CharField(max_length=20, choices=closed_list("cases", "consent_scope").choices)
    given_by = models.CharField(max_length=8, choices=GivenBy, default=GivenBy.RESIDENT)
    given_at = models.DateField()
    withdrawn_at = models.DateField(null=True, blank=True)

    class Meta(CaseWork.Meta):
        constraints = [
            *CaseWork.Meta.constraints,
            models.CheckConstraint(
                name="consent_withdrawn_after_given",
                condition=models.Q(withdrawn_at=None) | models.Q(withdrawn_at__gte=models.F("given_at")),
            ),
        ]

    def __str__(self):
        return f"toestemming bij {self.case}"

    @property
    def asked_by(self):
        """Who asked the resident."""
        return self.author
