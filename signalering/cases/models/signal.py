"""A signal: one report by one reporter that something may be wrong."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from signalering.accounts.access import GuardedQuerySet
from signalering.accounts.models import Area, Team
from signalering.cases import codes
from signalering.closed_lists import closed_list
from signalering.crypto.fields import SealedText
from signalering.crypto.index import BlindIndex
from signalering.workflow import Moving, Recorded


class SignalQuerySet(GuardedQuerySet):
    """Signals by where they stand."""

    def open(self):
        """Not decided yet: new, or waiting for an answer of the reporter."""
        return self.filter(status__in=Signal.OPEN)

    def unopened(self):
        """Without anything sealed, for a list that shows nothing of it."""
        return self.defer(*(field.name for field in Signal._meta.concrete_fields if isinstance(field, SealedText)))

    def written_by(self, person):
        """The signals of one reporter."""
        return self.filter(writer=person)


class Signal(Moving):
    """Somebody saw or heard something and tells the team."""

    LABEL = "signal"

    class Status(models.TextChoices):
        """Where a signal stands."""

        NEW = "new", _("Nieuw")
        ASKED = "asked", _("Vraag gesteld")
        LINKED = "linked", _("Gekoppeld")
        ADVISED = "advised", _("Advies gegeven")
        PASSED_ON = "passed_on", _("Doorgegeven")
        NOT_TAKEN_UP = "not_taken_up", _("Niet opgepakt")
        WITHDRAWN = "withdrawn", _("Ingetrokken")

    OPEN = (Status.NEW, Status.ASKED)
    BY_REPORTER = ("reported", "corrected", "added", "answered", "withdrawn")  # why its writer changes it as reporter
    TRIAGED = (Status.LINKED, Status.ADVISED, Status.PASSED_ON, Status.NOT_TAKEN_UP)
    MOVES = {
        Status.NEW: {
            Status.ASKED,
            Status.LINKED,
            Status.ADVISED,
            Status.PASSED_ON,
            Status.NOT_TAKEN_UP,
            Status.WITHDRAWN,
        },
        Status.ASKED: {Status.NEW},
        Status.LINKED: set(),
        Status.ADVISED: set(),
        Status.PASSED_ON: set(),
        Status.NOT_TAKEN_UP: set(),
        Status.WITHDRAWN: set(),
    }

    class Theme(models.TextChoices):
        """What the reporter worries about."""

        LONELINESS = "loneliness", _("Eenzaamheid")
        MONEY_OR_RENT = "money_or_rent", _("Geld of huur")
        YOUTH_AT_RISK = "youth_at_risk", _("Jongere loopt risico")
        CARE_OR_HOME = "care_or_home", _("Zorg of thuis")
        OTHER = "other", _("Iets anders")

    class Urgency(models.TextChoices):
        """How soon the team should read it."""

        TODAY = "today", _("vandaag")
        THIS_WEEK = "this_week", _("deze week")
        CAN_WAIT = "can_wait", _("kan wachten")

    class AreaSource(models.TextChoices):
        """Who says in which area the resident lives."""

        REPORTER = "reporter", _("volgens melder")
        TABLE = "table", _("volgens tabel")
        WORKER = "worker", _("volgens medewerker")
        UNKNOWN = "unknown", _("onbekend")

    class Channel(models.TextChoices):
        """How the signal came in."""

        PHONE_FORM = "phone_form", _("formulier")
        SEALED = "sealed", _("telefoon")

    code = models.CharField(max_length=8, unique=True, default=codes.new_code, editable=False)
    status = models.CharField(max_length=12, choices=Status, default=Status.NEW)
    theme = models.CharField(max_length=16, choices=Theme)
    area = models.ForeignKey(Area, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    area_source = models.CharField(max_length=8, choices=AreaSource, default=AreaSource.UNKNOWN)
    urgency = models.CharField(max_length=10, choices=Urgency)
    reporter_kind = models.CharField(max_length=20, choices=closed_list("accounts", "functions").choices)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="signals")
    proposed_team = models.ForeignKey(
        Team, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    case = models.ForeignKey("cases.Case", null=True, blank=True, on_delete=models.PROTECT, related_name="signals")
    writer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    form_key = models.UUIDField()
    words_name = models.CharField(max_length=40)
    observed_at = models.DateTimeField()
    first_opened_at = models.DateTimeField(null=True, blank=True)
    next_due = models.DateField(null=True, blank=True)
    channel = models.CharField(max_length=12, choices=Channel, default=Channel.PHONE_FORM)
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        help_text="Who said that they look into it.",
    )
    taken_at = models.DateTimeField(null=True, blank=True)
    feedback_code = models.CharField(
        max_length=20, choices=closed_list("cases", "feedback").choices, default="received"
    )
    reason_internal = models.CharField(max_length=40, choices=closed_list("cases", "close_signal").choices, blank=True)
    legal_basis = models.CharField(max_length=20, choices=closed_list("cases", "legal_basis").choices, blank=True)
    purpose = models.CharField(max_length=20, choices=closed_list("cases", "purpose").choices, blank=True)
    place = SealedText()
    postcode = SealedText()
    house_number = SealedText()
    suffix = SealedText()
    street = SealedText()
    name = SealedText()
    age_band = SealedText()
    chips = SealedText()
    observation = SealedText()
    already_done = SealedText()
    opinion = SealedText()
    consent_answer = SealedText()
    unsafe_reason = SealedText()
    phone = SealedText()
    reason_words = SealedText()
    late_words = SealedText()
    threat_kind = SealedText()
    threat_date = SealedText()
    proposal_words = SealedText()
    address_index = BlindIndex(kind="address", over=("postcode", "house_number"), db_index=True)
    address_key = BlindIndex(
        kind="address_key",
        over=("postcode", "house_number"),
        also=("suffix",),
        apart=("consent_answer", "not_safe"),
        db_index=True,
        null=True,
        default=None,
        help_text="One front door, suffix and all. Null: from before it was kept.",
    )

    objects = SignalQuerySet.as_manager()

    class Meta(Moving.Meta):
        default_permissions = ()
        permissions = [
            ("view_signal", "may read a signal"),
            ("triage_signal", "may decide what happens with a signal"),
            ("follow_signal", "may follow where a signal of one's own stands"),
            ("own_text_signal", "may read and correct a signal of one's own"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["writer", "form_key"], name="signal_once_per_form"),
            models.CheckConstraint(
                name="signal_linked_has_case",
                condition=models.Q(status="linked", case__isnull=False)
                | (~models.Q(status="linked") & models.Q(case__isnull=True)),
            ),
            models.CheckConstraint(
                name="signal_closed_has_reason",
                condition=~models.Q(status__in=["advised", "passed_on", "not_taken_up"])
                | ~models.Q(reason_internal=""),
            ),
            models.CheckConstraint(
                name="signal_taken_since",
                condition=models.Q(taken_by=None, taken_at=None)
                | models.Q(taken_by__isnull=False, taken_at__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                fields=["team", "next_due", "id"],
                name="signal_work_queue",
                condition=models.Q(status__in=["new", "asked"]),
            ),
            models.Index(fields=["writer", "-id"], name="signal_of_writer"),
        ]

    def __str__(self):
        return codes.shown(self.code)

    @property
    def shown_code(self):
        """The code as people read it."""
        return codes.shown(self.code)

    @property
    def came_by_phone(self):
        """How it arrived from a phone, or None when it was sent from the form."""
        return getattr(self, "arrival", None)

    @property
    def is_triaged(self):
        """Whether a team has decided what happens with it."""
        return self.status in self.TRIAGED


class ReporterIdentity(Recorded):
    """Who gave a signal: kept apart, under a key and grants of its own."""

    LABEL = "reporter_identity"

    class Level(models.TextChoices):
        """Who may know the reporter."""

        ANONYMOUS = "anonymous", _("niemand")
        TRIAGE_ONLY = "triage_only", _("alleen wie de triage doet")
        OPEN = "open", _("iedereen die aan de casus werkt")

    signal = models.OneToOneField(Signal, on_delete=models.PROTECT, related_name="reporter")
    level = models.CharField(max_length=12, choices=Level, default=Level.TRIAGE_ONLY)
    name = SealedText()
    function = SealedText()
    organisation = SealedText()
    phone = SealedText()
    email = SealedText()

    objects = GuardedQuerySet.as_manager()

    class Meta(Recorded.Meta):
        permissions = [("view_reporter_reporteridentity", "may know who gave a signal")]

    def __str__(self):
        return f"melder van {self.signal}"


class SignalAddition(Recorded):
    """What came after the signal: a correction, an addition, a question or remark of the team, or an answer."""

    LABEL = "signal_addition"
    ROOT = "signal"

    class Kind(models.TextChoices):
        """What kind of words these are."""

        CORRECTION = "correction", _("Verbetering")
        ADDITION = "addition", _("Aanvulling")
        QUESTION = "question", _("Vraag aan melder")
        ANSWER = "answer", _("Antwoord van melder")
        REMARK = "remark", _("Toelichting van het team")
        REST = "rest", _("Ook gestuurd, paste niet in het formulier")
        OTHER_TEXT = "other_text", _("Nog een keer gestuurd, met andere tekst")

    OF_TEAM = (Kind.QUESTION, Kind.REMARK)
    signal = models.ForeignKey(Signal, on_delete=models.PROTECT, related_name="additions")
    kind = models.CharField(max_length=12, choices=Kind)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Nobody: the system itself asks.",
    )
    form_key = models.UUIDField()
    words = SealedText()

    class Meta(Recorded.Meta):
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["signal", "author", "form_key"], name="addition_once_per_form")]

    def __str__(self):
        return f"{self.get_kind_display()} bij {self.signal}"
