"""One desk asks another to talk: that it does, and nothing about whom or what."""

from django.db import models

from signalering.accounts.models import Team
from signalering.cases import codes
from signalering.cases.models.signal import Signal
from signalering.workflow import Recorded, RecordedQuerySet


class TalkRequestQuerySet(RecordedQuerySet):
    """Requests by who may read them."""

    def to_desk_of(self, person):
        """Asked of a team at whose desk this person works today."""
        teams = [place.team_id for place in person.memberships_now if place.groups]
        return self.filter(asked__in=teams).select_related("asks__organisation")


class TalkRequest(Recorded):
    """The desk that triages a signal asks another desk, of another organisation, to talk: once, with a code."""

    LABEL = "talk_request"
    ROOT = "signal"

    code = models.CharField(max_length=8, unique=True, default=codes.new_code, editable=False)
    signal = models.ForeignKey(Signal, on_delete=models.PROTECT, related_name="talk_requests")
    asks = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    asked = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")

    objects = TalkRequestQuerySet.as_manager()

    class Meta(Recorded.Meta):
        constraints = [models.UniqueConstraint(fields=["signal", "asked"], name="talk_request_once_per_desk")]

    def __str__(self):
        return codes.shown(self.code)

    @property
    def shown_code(self):
        """The code as people read it."""
        return codes.shown(self.code)
