"""A lease: which worker is busy with a row that is due, and what became of its tries."""

import uuid

from django.db import models
from django.db.models.functions import Now

ROUND = uuid.UUID(int=0)  # the row of a kind as a whole


class LeaseQuerySet(models.QuerySet):
    """Leases by whether somebody may take them, by the clock of the database."""

    def rows(self):
        """Of single rows that are due, not of a kind as a whole."""
        return self.exclude(row=ROUND)

    def held(self):
        """A worker is busy with it."""
        return self.filter(until__gt=Now())

    def stopped(self):
        """Given up until a person says: try again."""
        return self.filter(stopped_at__isnull=False)

    def free(self):
        """Nobody is busy with it, and its time has come."""
        return self.filter(
            models.Q(until__isnull=True) | models.Q(until__lte=Now()),
            models.Q(not_before__isnull=True) | models.Q(not_before__lte=Now()),
            stopped_at__isnull=True,
        )

    def taken(self):
        """Not to be done now: held, put off or stopped."""
        return self.filter(
            models.Q(until__gt=Now()) | models.Q(not_before__gt=Now()) | models.Q(stopped_at__isnull=False)
        )


class Lease(models.Model):
    """The worker's own note on one row of one kind; gone as soon as that row is done."""

    kind = models.SlugField(max_length=40, db_index=False)
    row = models.UUIDField()
    holder = models.UUIDField(null=True)
    until = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    not_before = models.DateTimeField(null=True)
    stopped_at = models.DateTimeField(null=True)
    error = models.SlugField(max_length=80, blank=True, db_index=False, help_text="The kind of error; never its words.")
    since = models.DateTimeField(db_default=Now(), editable=False)
    done_at = models.DateTimeField(null=True, help_text="Of a kind as a whole: when it last got something done.")

    objects = LeaseQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["kind", "row"], name="one_lease_a_row")]
        indexes = [models.Index(fields=["holder"], name="lease_of_holder", condition=models.Q(holder__isnull=False))]

    def __str__(self):
        return f"{self.kind} {self.row}"

    @property
    def short(self):
        """Enough of the key of the row to find it in the log."""
        return self.row.hex[-8:]
