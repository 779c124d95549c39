"""The tables of wrapped keys."""

import uuid

from django.db import models
from django.utils import timezone


class DataKey(models.Model):
    """The key of one root record, wrapped; emptied when what it seals must never be read again."""

    id = models.UUIDField(primary_key=True, editable=False)
    wrapped = models.BinaryField(null=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    destroyed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="data_key_wrapped_until_destroyed",
                condition=models.Q(wrapped__isnull=False, destroyed_at__isnull=True)
                | models.Q(wrapped__isnull=True, destroyed_at__isnull=False),
            )
        ]

    def __str__(self):
        return f"sleutel {self.pk}"


class BoxKey(models.Model):
    """A key pair to which phones seal; its private half is emptied when nothing sealed to it can still arrive."""

    LABEL = "box_key"
    ROOT = ""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    wrapped = models.BinaryField(null=True, editable=False)
    public = models.BinaryField(editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    until = models.DateTimeField()
    destroyed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="box_key_wrapped_until_destroyed",
                condition=models.Q(wrapped__isnull=False, destroyed_at__isnull=True)
                | models.Q(wrapped__isnull=True, destroyed_at__isnull=False),
            )
        ]

    def __str__(self):
        return self.kid

    @property
    def kid(self):
        """The name under which phones know this key."""
        return self.pk.hex
