"""Shops and couriers that report without an account of their own, and the invitations by which they begin."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

from signalering import codes
from signalering.accounts.access import GuardedQuerySet
from signalering.accounts.models.grants import PersonGrant, TeamGrant
from signalering.accounts.models.places import Area, Team
from signalering.workflow import Recorded, RecordedQuerySet


class Shop(Recorded):
    """A shop or a courier that sends signals to a team; on its own phones, without signing in."""

    LABEL = "shop"

    code = models.CharField(max_length=8, unique=True, default=codes.new_code, editable=False)
    account = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="shop",
        help_text="Writes its signals; has no password and never signs in.",
    )
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="shops")
    area = models.ForeignKey(Area, null=True, on_delete=models.PROTECT, related_name="+")

    objects = GuardedQuerySet.as_manager()

    class Meta(Recorded.Meta):
        permissions = [("manage_shop", "may invite phones of a shop and end them")]

    def __str__(self):
        return self.account.name

    @property
    def shown_code(self):
        """The code as people read it."""
        return codes.shown(self.code)

    @property
    def phones_in_use(self):
        """Its phones that may send, the last used one first."""
        return self.account.phones.in_use().filter(until__gt=timezone.now()).order_by("-used_at")


class InvitationQuerySet(RecordedQuerySet):
    """Invitations by whether a phone may still begin with them."""

    def open(self):
        """Not ended, and their time is not over."""
        return self.filter(ended_at=None, until__gt=timezone.now())


class Invitation(Recorded):
    """A QR code by which a few phones of one shop may begin, for a few days; as a poster it is dead afterwards."""

    LABEL = "invitation"

    shop = models.ForeignKey(Shop, on_delete=models.PROTECT, related_name="invitations")
    form_key = models.UUIDField(unique=True)
    token_digest = models.BinaryField(max_length=32, unique=True)
    until = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects = InvitationQuerySet.as_manager()

    class Meta(Recorded.Meta):
        constraints = [
            # two coordinators at once: the database keeps one
            models.UniqueConstraint(fields=["shop"], name="one_open_invitation", condition=models.Q(ended_at=None)),
        ]

    def __str__(self):
        return f"uitnodiging van {self.shop}"

    @property
    def left(self):
        """How much longer a phone may begin with it; nothing when that is over."""
        return max(self.until - timezone.now(), timedelta(0)) if self.ended_at is None else timedelta(0)


class ShopPersonGrant(PersonGrant):
    """A person manages a shop."""

    content_object = models.ForeignKey(Shop, on_delete=models.CASCADE, related_name="person_grants")


class ShopTeamGrant(TeamGrant):
    """The coordinators of a team manage a shop."""

    content_object = models.ForeignKey(Shop, on_delete=models.CASCADE, related_name="team_grants")
