"""The meldcode: five steps of a professional who suspects violence at home or child abuse."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from signalering.accounts.access import GuardedQuerySet
from signalering.cases.models.case import Case
from signalering.crypto.fields import SealedText
from signalering.workflow import Recorded


class MeldcodeAssessment(Recorded):
    """One time that the five steps were gone through for a case; only its director reads what stands in it."""

    LABEL = "meldcode"

    class Step(models.TextChoices):
        """The steps in their order, as the law names them."""

        SIGNS = "signs", _("Signalen op een rij")
        ADVICE = "advice", _("Advies vragen")
        TALK = "talk", _("Praten met de betrokkenen")
        WEIGH = "weigh", _("Wegen")
        DECIDE = "decide", _("Beslissen")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="meldcodes")
    step = models.CharField(max_length=8, choices=Step, help_text="The last step that was done.")
    finished_at = models.DateTimeField(null=True)
    signs = SealedText()
    advice_from = SealedText()
    advised_on = SealedText()
    advice_words = SealedText()
    talked_on = SealedText()
    talk_skipped = SealedText()
    talk_words = SealedText()
    suspicion = SealedText()
    unsafe = SealedText()
    can_help = SealedText()
    accepted = SealedText()
    in_time = SealedText()
    decision = SealedText()
    deviation = SealedText()
    deviation_words = SealedText()
    reported_on = SealedText()
    report_number = SealedText()

    objects = GuardedQuerySet.as_manager()

    class Meta(Recorded.Meta):
        permissions = [
            ("view_meldcodeassessment", "may read the five steps of the meldcode"),
            ("change_meldcodeassessment", "may go through the five steps of the meldcode"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["case"], condition=Q(finished_at=None), name="one_meldcode_at_a_time"),
            models.CheckConstraint(
                name="finished_meldcode_was_decided",
                condition=Q(finished_at=None) & ~Q(step="decide") | Q(finished_at__isnull=False, step="decide"),
            ),
        ]

    def __str__(self):
        return f"meldcode bij {self.case}"
