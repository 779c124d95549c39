"""A referral: what we ask another to do, and the extract that goes along."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from signalering.accounts.access import GuardedQuerySet
from signalering.accounts.configuration import minutes
from signalering.accounts.models import Team
from signalering.cases import codes
from signalering.cases.models import Case
from signalering.closed_lists import closed_list
from signalering.crypto.fields import SealedText
from signalering.referrals.models.directory import Programme
from signalering.workflow import ImpossibleMove, Moving, Recorded


class ReferralQuerySet(GuardedQuerySet):
    """Referrals by where they stand."""

    def drafts(self):
        """Written and not sent."""
        return self.filter(status=Referral.Status.DRAFT)

    def running(self):
        """Sent and not ended."""
        return self.filter(status__in=Referral.RUNNING)


class Referral(Moving):
    """A request to a team or programme to take over part of a case, with an answer."""

    LABEL = "referral"
    ROOT = "case"

    class Status(models.TextChoices):
        """Where a referral stands."""

        DRAFT = "draft", _("Concept")
        SENT = "sent", _("Verstuurd")
        ASKED = "asked", _("Vraag gesteld")
        ACCEPTED = "accepted", _("Geaccepteerd")
        RETURNED = "returned", _("Teruggestuurd")
        WITHDRAWN = "withdrawn", _("Ingetrokken")
        EXPIRED = "expired", _("Verlopen")
        WAITING = "waiting", _("Wachtlijst")
        STARTED = "started", _("Gestart")
        COMPLETED = "completed", _("Afgerond")
        STOPPED = "stopped", _("Gestopt")

    TAKEN_ON = (Status.ACCEPTED, Status.WAITING, Status.STARTED)
    ENDED = (Status.RETURNED, Status.WITHDRAWN, Status.EXPIRED, Status.COMPLETED, Status.STOPPED)
    RUNNING = (Status.SENT, Status.ASKED, Status.ACCEPTED, Status.WAITING, Status.STARTED)
    MOVES = {
        Status.DRAFT: {Status.SENT, Status.WITHDRAWN},
        Status.SENT: {Status.ACCEPTED, Status.RETURNED, Status.ASKED, Status.WITHDRAWN, Status.EXPIRED},
        Status.ASKED: {Status.SENT},
        Status.ACCEPTED: {Status.WAITING, Status.STARTED, Status.SENT},
        Status.WAITING: {Status.STARTED, Status.STOPPED},
        Status.STARTED: {Status.COMPLETED, Status.STOPPED},
        Status.RETURNED: {Status.SENT},
        Status.WITHDRAWN: set(),
        Status.EXPIRED: set(),
        Status.COMPLETED: set(),
        Status.STOPPED: set(),
    }
    UNDOS = {(Status.ACCEPTED, Status.SENT), (Status.RETURNED, Status.SENT)}

    code = models.CharField(max_length=8, unique=True, default=codes.new_code, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="referrals")
    sender = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    form_key = models.UUIDField()
    status = models.CharField(max_length=12, choices=Status, default=Status.DRAFT)
    programme = models.ForeignKey(Programme, null=True, on_delete=models.PROTECT, related_name="referrals")
    receiving_team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="referrals")
    theme = models.CharField(max_length=16, choices=closed_list("cases", "theme").choices)
    fields_shared = models.JSONField(default=list)
    entry_rule_reason = models.CharField(
        max_length=40, choices=closed_list("referrals", "entry_rule").choices, blank=True
    )
    sent_at = models.DateTimeField(null=True, blank=True)
    answer_due = models.DateField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    first_contact_on = models.DateField(null=True, blank=True)
    return_reason = models.CharField(
        max_length=40, choices=closed_list("referrals", "return_reason").choices, blank=True
    )
    withdraw_reason = models.CharField(max_length=40, choices=closed_list("referrals", "withdraw").choices, blank=True)
    stop_reason = models.CharField(max_length=40, choices=closed_list("referrals", "stop").choices, blank=True)
    outcome = models.CharField(max_length=40, choices=closed_list("referrals", "outcome").choices, blank=True)
    legal_basis = models.CharField(max_length=20, choices=closed_list("cases", "legal_basis").choices)
    purpose = models.CharField(max_length=20, choices=closed_list("cases", "purpose").choices)
    question = SealedText()
    observation = SealedText()
    age_band = SealedText()
    return_words = SealedText()
    ending_words = SealedText()
    entry_rule_words = SealedText()
    late_words = SealedText()

    objects = ReferralQuerySet.as_manager()

    class Meta(Moving.Meta):
        permissions = [
            ("view_referral", "may read a referral"),
            ("change_referral", "may change, send and withdraw a referral"),
            ("preview_referral", "may see what is asked, without a person"),
            ("answer_referral", "may accept or return a referral"),
            ("act_referral", "may start, complete and stop a referral"),
            ("reassign_referral", "may give a referral to another worker"),
            ("receipt_referral", "may see that a referral ended: code, date and reason"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["case", "sender", "form_key"], name="referral_once_per_form"),
            models.CheckConstraint(
                name="referral_sent_has_answer_due",
                condition=models.Q(status="draft")
                | models.Q(status="withdrawn", sent_at=None, answer_due=None)
                | models.Q(sent_at__isnull=False, answer_due__isnull=False),
            ),
            models.CheckConstraint(
                name="referral_accepted_has_person",
                condition=~models.Q(status__in=["accepted", "waiting", "started", "completed", "stopped"])
                | models.Q(accepted_by__isnull=False),
            ),
            models.CheckConstraint(
                name="referral_returned_has_reason",
                condition=~models.Q(status="returned") | ~models.Q(return_reason=""),
            ),
        ]
        indexes = [
            models.Index(fields=["receiving_team", "status", "answer_due"], name="referral_to_answer"),
        ]

    def __str__(self):
        return codes.shown(self.code)

    @property
    def shown_code(self):
        """The code as people read it."""
        return codes.shown(self.code)

    @property
    def target(self):
        """Where it goes: the programme, or the team itself."""
        return self.programme or self.receiving_team

    @property
    def shared_labels(self):
        """What goes along besides the question, in words and in a fixed order."""
        known = closed_list("referrals", "extract")
        return [label for name, label in known.items() if name in self.fields_shared and name != "asked"]

    @property
    def was_thrown_away(self):
        """Whether it ended as a draft: nobody but the sender's side ever saw it."""
        return self.status == self.Status.WITHDRAWN and self.sent_at is None

    @property
    def state_label(self):
        """Where it stands, in words: what was never sent was not withdrawn from anybody."""
        return _("Weggegooid") if self.was_thrown_away else self.get_status_display()

    def throw_away(self, *, by, reason, words=""):
        """A draft is not needed any more; nothing was shared, so there is nothing to take back."""
        self.reread()
        if self.sent_at is not None:
            raise ImpossibleMove(self, self.Status.WITHDRAWN, kept=False)
        return self.move(
            self.Status.WITHDRAWN,
            by=by,
            reason=reason,
            verb="throw_away_draft",
            withdraw_reason=reason,
            typed={"ending_words": words},
        )

    @property
    def lies_open(self):
        """Whether a receiving desk reads what is asked, or reads it again when an answer is taken back."""
        return self.status in (self.Status.SENT, self.Status.ASKED) or self.can_be_undone

    @property
    def can_be_undone(self):
        """Whether the answer was given so short ago that it can still be called a mistake."""
        return (
            self.status in (self.Status.ACCEPTED, self.Status.RETURNED)
            and self.answered_at is not None
            and timezone.now() < self.undo_until
        )

    @property
    def undo_until(self):
        """Until when the answer can be undone; None before there is one."""
        return self.answered_at and self.answered_at + self.undo_time

    @cached_property
    def undo_time(self):
        """How long an answer can be undone, as configured."""
        return minutes("undo_minutes")


class ReferralExtract(Recorded):
    """The chosen values, frozen at sending, under a key of their own that dies with the referral."""

    LABEL = "referral_extract"

    referral = models.OneToOneField(Referral, on_delete=models.PROTECT, related_name="extract")
    field_list = models.JSONField(default=list)
    destroy_at = models.DateTimeField(null=True, blank=True)
    destroyed_at = models.DateTimeField(null=True, blank=True)
    name = SealedText()
    address = SealedText()
    phone = SealedText()
    birth_date = SealedText()
    consent = SealedText()
    observation = SealedText()
    safety_note = SealedText()
    asked = SealedText()

    objects = GuardedQuerySet.as_manager()

    class Meta(Recorded.Meta):
        permissions = [("view_referralextract", "may read what was shared with a referral")]
        indexes = [
            models.Index(fields=["destroy_at"], name="extract_to_destroy", condition=models.Q(destroyed_at=None)),
        ]

    def __str__(self):
        return f"gegevens bij {self.referral}"
