"""A referral that nobody answered: the day after its last day it is over, and its sender chooses something else."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from signalering.audit.actors import system
from signalering.cases import deadlines
from signalering.cases.actions.standing_in import tell_director
from signalering.cases.models import Deadline
from signalering.cases.working_days import today
from signalering.clock.kinds import Kind
from signalering.referrals.actions.extracts import will_be_destroyed
from signalering.referrals.actions.sending import end_receiver
from signalering.referrals.models import Referral

BY = system("expiry")
UNANSWERED = (Referral.Status.SENT, Referral.Status.ASKED)


def waiting():
    """The terms for an answer of which the last day has been, the oldest first."""
    return Deadline.objects.running().filter(rule__slug="DL10", due_on__lt=today()).order_by("due_on", "id")


@transaction.atomic
def expire(deadline):
    """Nobody answered in time: who could answer sees nothing more, and the director hears it; whether it was so."""
    referral = Referral.objects.get(pk=deadline.about_id)
    referral.reread()  # first the referral, then its clock: the order in which an answer holds them
    deadline.reread()
    if not deadline.runs or deadline.due_on >= today():
        return False  # the answer was first, or another worker
    unanswered = referral.status in UNANSWERED
    if unanswered:
        end(referral)
    deadlines.stop_all(referral, by=BY, reason="answered")
    return unanswered


def end(referral):
    """The referral is over; a question about it is over with it."""
    move = {"by": BY, "reason": "expired", "verb": "expire_referral"}
    if referral.status == Referral.Status.ASKED:
        referral.move(Referral.Status.SENT, **move)
    referral.move(Referral.Status.EXPIRED, **move)
    end_receiver(referral, by=BY, reason="expired")
    will_be_destroyed(referral, by=BY)
    tell_director("referral_expired", referral.case, referral, by=BY)


KIND = Kind("expiry", waiting, expire, label=_("Verwijzingen zonder antwoord beëindigen"), since="due_on")
