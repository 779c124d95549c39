"""What somebody can do with a referral now: each act with who may, from where, and its words."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from signalering.accounts.models import Membership, User
from signalering.accounts.models.people import DESK_ROLES
from signalering.referrals.actions import answering, sending
from signalering.referrals.forms import acts as forms
from signalering.referrals.models import Referral

Status = Referral.Status


@dataclass(frozen=True)
class Act:
    """One thing that can be done with a referral, and how it reads; `keeps` is the field that keeps its words."""

    name: str
    word: str
    starts: tuple
    ends: str
    form: type
    do: Callable
    label: str
    said: str
    question: str = ""
    submit: str = ""
    primary: bool = False
    danger: bool = False
    at_once: bool = False
    undoes: bool = False
    keeps: str = "ending_words"

    def fits(self, referral):
        """Whether the referral stands where this act starts."""
        return referral.status in self.starts and (referral.can_be_undone or not self.undoes)

    def make_form(self, referral, data=None):
        """The form of this act for a referral."""
        options = {"auto_id": f"{self.name}_%s"}
        if "version" in self.form.base_fields:
            options["initial"] = {"version": referral.version}
        if self.form is forms.ReassignForm:
            # whom it was handed to a moment ago is a right answer when the same form comes twice
            options["colleagues"] = colleagues(referral, but=None if data else referral.accepted_by_id)
        return self.form(data, **options)

    def address(self, referral):
        """Where this act is done."""
        return reverse(f"referral_{self.name}", args=[referral.shown_code])


def colleagues(referral, *, but):
    """Who works at the receiving desk today, but for one."""
    places = Membership.objects.in_force().filter(team=referral.receiving_team_id, role__in=DESK_ROLES)
    people = User.objects.filter(is_active=True, memberships__in=places).exclude(pk=but)
    return people.distinct().order_by("name")


SEND = Act(
    name="send",
    word="change",
    starts=(Status.DRAFT,),
    ends=Status.SENT,
    form=forms.SendForm,
    do=sending.send,
    label=_("Versturen"),
    said=_("Verstuurd. De ontvanger ziet nog geen naam of adres."),
    primary=True,
    at_once=True,
)
WITHDRAW = Act(
    name="withdraw",
    word="change",
    starts=(Status.SENT,),
    ends=Status.WITHDRAWN,
    form=forms.WithdrawForm,
    do=sending.withdraw,
    label=_("Intrekken"),
    question=_("Intrekken? De ontvanger ziet dan meteen niets meer. Dit kun je niet ongedaan maken."),
    submit=_("Trek in"),
    said=_("Ingetrokken. De ontvanger ziet alleen nog code, datum en reden."),
    danger=True,
)
DISCARD = Act(
    name="discard",
    word="change",
    starts=(Status.DRAFT,),
    ends=Status.WITHDRAWN,
    form=forms.WithdrawForm,
    do=sending.throw_away,
    label=_("Weggooien"),
    question=_("Weggooien? Dit kun je niet ongedaan maken. Niemand krijgt bericht."),
    submit=_("Gooi weg"),
    said=_("Weggegooid."),
    danger=True,
)
RESTORE = Act(
    name="restore",
    word="change",
    starts=(Status.RETURNED,),
    ends=Status.SENT,
    form=forms.NothingForm,
    do=sending.restore,
    label=_("Herstellen"),
    said=_("Hersteld. De ontvanger kan opnieuw antwoorden."),
    at_once=True,
    undoes=True,
)
ACCEPT = Act(
    name="accept",
    word="answer",
    starts=(Status.SENT,),
    ends=Status.ACCEPTED,
    form=forms.AcceptForm,
    do=answering.accept,
    label=_("Accepteren"),
    question=_("Accepteren? Daarna zie je om wie het gaat."),
    said=_("Geaccepteerd. Hieronder zie je om wie het gaat."),
    primary=True,
)
RETURN = Act(
    name="return",
    word="answer",
    starts=(Status.SENT,),
    ends=Status.RETURNED,
    form=forms.ReturnForm,
    do=answering.send_back,
    label=_("Terugsturen"),
    question=_("Terugsturen? Daarna ziet je team alleen nog code, datum en reden."),
    submit=_("Stuur terug"),
    said=_(
        "Teruggestuurd. Je houdt code, datum en reden, geen persoon. "
        "Vergissing? De verzender kan dit nog even herstellen."
    ),
    keeps="return_words",
)
UNDO = Act(
    name="undo",
    word="act",
    starts=(Status.ACCEPTED,),
    ends=Status.SENT,
    form=forms.NothingForm,
    do=answering.undo_accept,
    label=_("Ongedaan maken"),
    said=_("Ongedaan gemaakt. De verwijzing ligt weer bij je team."),
    at_once=True,
    undoes=True,
)
START = Act(
    name="start",
    word="act",
    starts=(Status.ACCEPTED, Status.WAITING),
    ends=Status.STARTED,
    form=forms.NothingForm,
    do=answering.start,
    label=_("Starten"),
    question=_("Is de inwoner echt begonnen?"),
    submit=_("Ja, gestart"),
    said=_("Gestart. De verzender kan dit zien."),
    primary=True,
)
COMPLETE = Act(
    name="complete",
    word="act",
    starts=(Status.STARTED,),
    ends=Status.COMPLETED,
    form=forms.CompleteForm,
    do=answering.complete,
    label=_("Afronden"),
    question=_("Afronden? Daarna zie je deze inwoner niet meer."),
    submit=_("Rond af"),
    said=_("Afgerond. Je houdt code, datum en afloop, geen persoon. De verzender krijgt bericht."),
    primary=True,
)
STOP = Act(
    name="stop",
    word="act",
    starts=(Status.STARTED, Status.WAITING),
    ends=Status.STOPPED,
    form=forms.StopForm,
    do=answering.stop,
    label=_("Stoppen"),
    question=_("Stoppen? Daarna zie je deze inwoner niet meer."),
    submit=_("Stop"),
    said=_("Gestopt. Je houdt code, datum en reden, geen persoon. De verzender krijgt bericht."),
)
REASSIGN = Act(
    name="reassign",
    word="reassign",
    starts=Referral.TAKEN_ON,
    ends="",
    form=forms.ReassignForm,
    do=answering.reassign,
    label=_("Overdragen"),
    question=_("Overdragen? De vorige ziet de gegevens dan meteen niet meer."),
    submit=_("Draag over"),
    said=_("Overgedragen. Je collega krijgt bericht."),
)
EVERY = (SEND, DISCARD, ACCEPT, RETURN, UNDO, RESTORE, START, COMPLETE, STOP, WITHDRAW, REASSIGN)


def now(referral):
    """The acts that this person can do with a referral where it stands."""
    return [act for act in EVERY if act.word in referral.allowed and act.fits(referral)]
