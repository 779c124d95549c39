"""What phones hand in: signals with the story of their arrival, concepts, and boxes that do not open."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from signalering.accounts.access import GuardedQuerySet
from signalering.accounts.models import Phone
from signalering.cases import codes
from signalering.cases.models.signal import Signal
from signalering.crypto.fields import SealedText
from signalering.workflow import Recorded

WRONG_CLOCK = timedelta(minutes=5)


class FromPhone(Recorded):
    """Something a phone handed in: when by its own clock, and in which box."""

    phone = models.ForeignKey(Phone, on_delete=models.PROTECT, related_name="+")
    kid = models.SlugField(max_length=32, db_index=False)
    box_digest = models.BinaryField(max_length=32)
    sealed_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)

    class Meta(Recorded.Meta):
        abstract = True

    @property
    def clock_error(self):
        """How far the phone's clock was behind when it sent this; nothing when that is only the time of the road."""
        if self.sent_at is None or abs(self.created_at - self.sent_at) < WRONG_CLOCK:
            return timedelta(0)
        return self.created_at - self.sent_at


class Arrival(FromPhone):
    """How a signal came in from a phone; its terms run from here."""

    LABEL = "arrival"

    signal = models.OneToOneField(Signal, on_delete=models.PROTECT, related_name="arrival")
    digest = models.BinaryField(max_length=32)
    incomplete = models.BooleanField(default=False)
    kept_apart = models.BooleanField(default=False, help_text="Its writer was not active any more.")
    released_at = models.DateTimeField(null=True)

    class Meta(FromPhone.Meta):
        constraints = [
            models.CheckConstraint(
                name="arrival_released_was_kept_apart",
                condition=models.Q(released_at=None) | models.Q(kept_apart=True),
            )
        ]

    def __str__(self):
        return f"aankomst van {self.signal}"

    @property
    def in_quarantine(self):
        """Whether a coordinator must still decide that the desk may read it."""
        return self.kept_apart and self.released_at is None


class Concept(FromPhone):
    """A draft that was not sent: only its writer opens it, for a week, and then nobody can."""

    LABEL = "concept"

    code = models.CharField(max_length=8, unique=True, default=codes.new_code, editable=False)
    writer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    form_key = models.UUIDField()
    theme = models.CharField(max_length=16, choices=Signal.Theme, blank=True)
    observed_at = models.DateTimeField(null=True)
    digest = models.BinaryField(max_length=32)
    ends_at = models.DateTimeField()
    destroyed_at = models.DateTimeField(null=True)
    words = SealedText()

    objects = GuardedQuerySet.as_manager()

    class Meta(FromPhone.Meta):
        permissions = [("finish_concept", "may read and finish a concept of one's own")]
        constraints = [models.UniqueConstraint(fields=["writer", "form_key"], name="concept_once")]
        indexes = [
            models.Index(fields=["ends_at"], name="concept_to_destroy", condition=models.Q(destroyed_at=None)),
        ]

    def __str__(self):
        return f"concept {codes.shown(self.code)}"

    @property
    def shown_code(self):
        """The code as people read it."""
        return codes.shown(self.code)


class KeptBox(FromPhone):
    """A box that does not open, kept as it came; nobody can read it, and no page shows it."""

    LABEL = "kept_box"

    class Reason(models.TextChoices):
        """Why it does not open."""

        DOES_NOT_OPEN = "does_not_open", _("past bij geen sleutel")
        KEY_GONE = "key_gone", _("de sleutel is vernietigd")

    writer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    form_key = models.UUIDField()
    reason = models.SlugField(max_length=16, choices=Reason)
    box = models.BinaryField()

    class Meta(FromPhone.Meta):
        constraints = [
            models.UniqueConstraint(fields=["writer", "form_key", "box_digest"], name="box_kept_once"),
        ]

    def __str__(self):
        return f"bewaarde doos {self.pk}"
