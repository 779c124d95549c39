"""How the people of a desk share their work: what each wants to see of the queue, and who stands in for whom."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from signalering.accounts.models import Area, Team
from signalering.cases import codes
from signalering.cases.models.signal import Signal
from signalering.closed_lists import closed_list
from signalering.workflow import Recorded, RecordedQuerySet


class DeskView(Recorded):
    """The order and the filters of the queue that one person chose last, and whether keys work there."""

    LABEL = "desk_view"

    class Order(models.TextChoices):
        """What comes first."""

        FIRST_DUE = "eerst-vandaag", _("Eerst vandaag")
        OLDEST = "oudste-eerst", _("Oudste eerst")
        NEWEST = "nieuwste-eerst", _("Nieuwste eerst")

    class Status(models.TextChoices):
        """Which signals, by where they stand."""

        NEW = Signal.Status.NEW.value, _("Nieuw")
        ASKED = Signal.Status.ASKED.value, _("Wacht op antwoord")

    person = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="desk_view")
    order = models.SlugField(max_length=16, choices=Order, default=Order.FIRST_DUE, db_index=False)
    theme = models.SlugField(max_length=16, choices=Signal.Theme, blank=True, db_index=False)
    area = models.ForeignKey(Area, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    team = models.ForeignKey(Team, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    status = models.SlugField(max_length=12, choices=Status, blank=True, db_index=False)
    older_than = models.PositiveSmallIntegerField(null=True, help_text="Working days.")
    late = models.BooleanField(default=False)
    mine = models.BooleanField(default=False)
    keys = models.BooleanField(default=False)

    def __str__(self):
        return f"postvak van {self.person_id}"


class AbsenceQuerySet(RecordedQuerySet):
    """Absences by time."""

    def running(self):
        """Not ended, and the last day has not passed."""
        return self.filter(ended_at=None, until__gte=timezone.localdate())


class Absence(Recorded):
    """Somebody is away until a day, and a colleague does their cases meanwhile."""

    LABEL = "absence"

    code = models.CharField(max_length=8, unique=True, default=codes.new_code, editable=False)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="absences")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    stand_in = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    until = models.DateField(help_text="The last day.")
    reason = models.SlugField(max_length=40, choices=closed_list("cases", "absence").choices, db_index=False)
    ended_at = models.DateTimeField(null=True)

    objects = AbsenceQuerySet.as_manager()

    class Meta(Recorded.Meta):
        constraints = [
            models.CheckConstraint(name="absence_stand_in_is_another", condition=~Q(stand_in=F("person"))),
        ]

    def __str__(self):
        return codes.shown(self.code)

    @property
    def shown_code(self):
        """The code as people read it."""
        return codes.shown(self.code)
