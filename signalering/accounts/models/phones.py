"""The phones with which people send signals, each with its ticket."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from signalering.workflow import Recorded, RecordedQuerySet


class PhoneQuerySet(RecordedQuerySet):
    """Phones by whether they may still send."""

    def in_use(self):
        """Not ended; its ticket may have run out, and a new one is given at the next sign-in."""
        return self.filter(ended_at=None)


class Phone(Recorded):
    """A phone on which somebody signed in: with its ticket it can hand in signals, and read nothing."""

    LABEL = "phone"

    class Kind(models.TextChoices):
        """What kind of device it says to be."""

        ANDROID = "android", _("Android-telefoon of -tablet")
        IPHONE = "iphone", _("iPhone of iPad")
        COMPUTER = "computer", _("computer")
        OTHER = "other", _("ander apparaat")

    class Ending(models.TextChoices):
        """Why a phone may no longer send."""

        SIGNED_OUT = "signed_out", _("uitgelogd")
        LOST = "lost", _("kwijt")
        ACCOUNT_CLOSED = "account_closed", _("account gesloten")
        NEW_PASSWORD = "new_password", _("nieuw wachtwoord")
        ENDED = "ended", _("beëindigd door de coördinator")

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="phones")
    invitation = models.ForeignKey(
        "accounts.Invitation",
        null=True,
        on_delete=models.PROTECT,
        related_name="phones",
        help_text="A phone of a shop began with it; on any other somebody signed in.",
    )
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.OTHER)
    shared = models.BooleanField(default=False)
    ticket_digest = models.BinaryField(max_length=32, unique=True)
    until = models.DateTimeField()
    used_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_because = models.CharField(max_length=16, choices=Ending, blank=True)

    objects = PhoneQuerySet.as_manager()

    class Meta(Recorded.Meta):
        constraints = [
            models.CheckConstraint(
                name="phone_ended_has_because",
                condition=models.Q(ended_at=None, ended_because="")
                | (models.Q(ended_at__isnull=False) & ~models.Q(ended_because="")),
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()} van {self.person}"
