"""A notice: somebody must hear that something happened; a link, never a name."""

from django.conf import settings
from django.db import models

from signalering.closed_lists import closed_list, read
from signalering.workflow import Recorded, RecordedQuerySet

KINDS = read("cases", "lists")["notice"]["items"]
DIGEST = frozenset(kind["slug"] for kind in KINDS if kind.get("digest"))  # one mail a morning tells of all of them
SAME_DAY = frozenset(kind["slug"] for kind in KINDS if kind.get("same_day"))  # but the next morning is too late
WAITS = models.Q(kind__in=DIGEST, at_once=False)


class NoticeQuerySet(RecordedQuerySet):
    """Notices by whether they were sent."""

    def waiting(self):
        """Not sent yet."""
        return self.filter(sent_at=None)

    def urgent(self):
        """Mailed one by one, as soon as they are due."""
        return self.exclude(WAITS)

    def for_the_morning(self):
        """Told together, in one mail a day."""
        return self.filter(WAITS)


class Notice(Recorded):
    """A due row: one mail to one person about one record, sent once."""

    LABEL = "notice"

    kind = models.CharField(max_length=20, choices=closed_list("cases", "notice").choices)
    to = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    about = models.SlugField(max_length=30, db_index=False)
    about_id = models.UUIDField()
    code = models.CharField(max_length=8)
    due_at = models.DateTimeField()
    at_once = models.BooleanField(default=False)  # also of a kind that can wait for the morning
    sent_at = models.DateTimeField(null=True)
    effect_key = models.SlugField(max_length=100, unique=True)
    told_in = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="tells")

    objects = NoticeQuerySet.as_manager()

    class Meta(Recorded.Meta):
        indexes = [
            models.Index(fields=["due_at", "id"], name="notice_waiting", condition=models.Q(sent_at=None)),
        ]

    def __str__(self):
        return f"{self.kind} {self.about_id}"
