"""The table of wrapped data keys."""

from django.db import models


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
