"""What belongs together: signals over one address, and residents who are one person; linked, never merged."""

from django.conf import settings
from django.db import models

from signalering.cases.models.case import Case
from signalering.cases.models.resident import Resident
from signalering.cases.models.signal import Signal
from signalering.closed_lists import closed_list
from signalering.crypto.fields import SealedText
from signalering.workflow import Recorded, RecordedQuerySet


class AddressMatch(Recorded):
    """Whether more signals came over the address of one signal, as it was when a team decided about it."""

    LABEL = "address_match"
    ROOT = "signal"

    signal = models.OneToOneField(Signal, on_delete=models.PROTECT, related_name="address_match")
    is_multiple = models.BooleanField()
    is_consecutive = models.BooleanField()
    matching_period_start = models.DateField()
    matching_period_end = models.DateField()
    matched_on = models.DateField()

    class Meta(Recorded.Meta):
        constraints = [
            models.CheckConstraint(
                name="address_match_period_goes_on",
                condition=models.Q(matching_period_start__lte=models.F("matching_period_end")),
            )
        ]

    def __str__(self):
        return f"zelfde adres bij {self.signal}"


class PersonLinkQuerySet(RecordedQuerySet):
    """Links by whether they hold."""

    def holding(self):
        """Not undone."""
        return self.filter(ended_at=None)


class PersonLink(Recorded):
    """Somebody decided that two residents are one person; both keep their own rows, cases and rights."""

    LABEL = "person_link"
    ROOT = "case"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="person_links", help_text="Where from.")
    first = models.ForeignKey(Resident, on_delete=models.PROTECT, related_name="+")
    second = models.ForeignKey(Resident, on_delete=models.PROTECT, related_name="+")
    reason = models.SlugField(max_length=40, choices=closed_list("cases", "link_person").choices)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    words = SealedText()

    objects = PersonLinkQuerySet.as_manager()

    class Meta(Recorded.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["case", "first", "second"],
                condition=models.Q(ended_at=None),
                name="two_residents_linked_once_per_case",
            ),
            models.CheckConstraint(name="linked_residents_in_order", condition=models.Q(first__lt=models.F("second"))),
        ]

    def __str__(self):
        return f"zelfde inwoner {self.pk}"
