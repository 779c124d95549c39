"""The safety list: addresses that nobody visits alone."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from signalering.accounts.access import GuardedQuerySet
from signalering.accounts.models import Team
from signalering.cases import codes
from signalering.cases.working_days import today
from signalering.closed_lists import closed_list
from signalering.crypto.fields import SealedText
from signalering.crypto.index import BlindIndex
from signalering.workflow import Recorded


class SafetyAddressQuerySet(GuardedQuerySet):
    """Addresses by whether they still stand on the list."""

    def standing(self):
        """Not taken off the list, and their time is not over."""
        return self.filter(ended_at=None, until__gte=today())


class SafetyAddress(Recorded):
    """At this address somebody who works here was or may be in danger: nobody goes there alone."""

    LABEL = "safety_address"

    code = models.CharField(max_length=8, unique=True, default=codes.new_code, editable=False)
    form_key = models.UUIDField(unique=True)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="safety_addresses")
    reason = models.SlugField(_("reden"), max_length=40, db_index=False)
    until = models.DateField()
    ended_at = models.DateTimeField(null=True)
    postcode = SealedText()
    house_number = SealedText()
    suffix = SealedText()
    words = SealedText()
    # the same kind as that of a resident: the two are equal where the address is
    address_index = BlindIndex(kind="address", over=("postcode", "house_number"), db_index=True)

    objects = SafetyAddressQuerySet.as_manager()

    class Meta(Recorded.Meta):
        permissions = [
            ("view_safetyaddress", "may read which address nobody visits alone"),
            ("end_safetyaddress", "may take an address off the safety list"),
        ]
        constraints = [
            models.CheckConstraint(name="safety_address_has_address", condition=~Q(address_index="")),
            models.UniqueConstraint(
                fields=["team", "address_index"], condition=Q(ended_at=None), name="safety_address_once_per_team"
            ),
        ]

    def __str__(self):
        return codes.shown(self.code)

    @property
    def shown_code(self):
        """The code as people read it."""
        return codes.shown(self.code)

    @property
    def stands(self):
        """Whether it is on the list today."""
        return self.ended_at is None and self.until >= today()

    @property
    def reason_label(self):
        """Why, in Dutch."""
        return closed_list("cases", "safety_reason").label(self.reason)
