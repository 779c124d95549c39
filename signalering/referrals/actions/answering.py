"""What the receiver does: accept, return, undo, start, complete, stop, hand to a colleague."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from signalering.accounts.grants import give, place_at, take
from signalering.accounts.grants import referral as from_referral
from signalering.cases import deadlines, notices
from signalering.cases.actions.standing_in import tell_director
from signalering.cases.actions.terms import help_started
from signalering.referrals.actions.extracts import will_be_destroyed
from signalering.referrals.actions.holding import hold
from signalering.referrals.actions.sending import close_off, consent_still_fits, end_receiver, waits_again
from signalering.referrals.models import Referral, ReferralExtract
from signalering.workflow import ImpossibleMove


@transaction.atomic
def accept(referral, *, by, first_contact_on):
    """Somebody of the receiving desk takes the referral on, and now sees who it is about."""
    hold(referral, "answer", by=by)
    referral.move(
        Referral.Status.ACCEPTED,
        by=by,
        reason="accepted",
        verb="accept_referral",
        accepted_by=by,
        answered_at=timezone.now(),
        typed={"first_contact_on": first_contact_on},
    )
    consent_still_fits(referral)
    give_referral(referral, to=by, by=by, reason="accepted")
    deadlines.meet(referral, "DL10", by=by)
    deadlines.begin("DL11", referral, by=by, team=referral.receiving_team)
    tell_director("referral_accepted", referral.case, referral, by=by)
    return referral


def give_referral(referral, *, to, by, reason):
    """The person who takes it on gets the referral and its extract; the coordinators may reassign it."""
    extract = ReferralExtract.objects.get(referral=referral)
    given = {"by": by, "reason": reason, "origin": from_referral(referral), "purpose": referral.purpose}
    place = place_at(referral.receiving_team, to)
    give(referral, "view", "act", to=to, place=place, **given)
    give(extract, "view", to=to, place=place, **given)
    give(referral, "view", "reassign", to=referral.receiving_team.coordinators_id, **given)


@transaction.atomic
def send_back(referral, *, by, reason, words=""):
    """The receiving desk says no; its sight ends at once and what was shared is destroyed after ten minutes."""
    hold(referral, "answer", by=by)
    referral.move(
        Referral.Status.RETURNED,
        by=by,
        reason=reason,
        verb="return_referral",
        return_reason=reason,
        typed={"return_words": words},
        answered_at=timezone.now(),
    )
    end_receiver(referral, by=by, reason=reason)
    will_be_destroyed(referral, by=by)
    deadlines.meet(referral, "DL10", by=by)
    tell_director("referral_returned", referral.case, referral, by=by)
    return referral


@transaction.atomic
def undo_accept(referral, *, by):
    """Accepted by mistake: within ten minutes it lies with the desk again, and the person is closed off."""
    hold(referral, "act", by=by)
    if referral.status != Referral.Status.ACCEPTED or not referral.can_be_undone:
        raise ImpossibleMove(referral, Referral.Status.SENT)
    undone = {"by": by, "reason": "mistake"}
    extract = ReferralExtract.objects.get(referral=referral)
    close_off(referral, extract, person=referral.accepted_by, **undone)
    coordinators = referral.receiving_team.coordinators_id
    take(referral, "view", "reassign", origin=from_referral(referral), to=coordinators, **undone)
    referral.move(
        Referral.Status.SENT,
        by=by,
        reason="mistake",
        verb="undo_accept",
        accepted_by=None,
        answered_at=None,
        first_contact_on=None,
    )
    deadlines.stop(referral, "DL11", by=by, reason="undone")
    waits_again(referral, by=by)
    return referral


@transaction.atomic
def start(referral, *, by):
    """The resident really takes part."""
    hold(referral, "act", by=by)
    referral.move(Referral.Status.STARTED, by=by, reason="started", verb="start_referral")
    deadlines.meet(referral, "DL11", by=by)
    help_started(referral.case, by=by)
    return referral


@transaction.atomic
def complete(referral, *, by, outcome, words=""):
    """The receiver is done; its sight of the resident ends, and the director decides how the case goes on."""
    hold(referral, "act", by=by)
    referral.move(
        Referral.Status.COMPLETED,
        by=by,
        reason=outcome,
        verb="complete_referral",
        outcome=outcome,
        typed={"ending_words": words},
    )
    return _ended(referral, by=by, reason="ended")


@transaction.atomic
def stop(referral, *, by, reason, words=""):
    """The programme stops before it is done."""
    hold(referral, "act", by=by)
    referral.move(
        Referral.Status.STOPPED,
        by=by,
        reason=reason,
        verb="stop_referral",
        stop_reason=reason,
        typed={"ending_words": words},
    )
    return _ended(referral, by=by, reason=reason)


def _ended(referral, *, by, reason):
    deadlines.stop_all(referral, by=by, reason="answered")
    end_receiver(referral, by=by, reason=reason)
    tell_director("referral_ended", referral.case, referral, by=by)
    return referral


@transaction.atomic
def reassign(referral, *, by, to, reason, version=None):
    """A coordinator of the receiving team gives a referral to another worker of its desk.

    `version` is what the coordinator was shown: what another coordinator gave away meanwhile is not given twice.
    """
    hold(referral, "reassign", by=by)
    if referral.status not in Referral.TAKEN_ON:
        raise ImpossibleMove(referral, Referral.Status.ACCEPTED)
    if referral.receiving_team.desk_id not in to.desks:
        raise ValidationError(_("Deze collega werkt hier niet meer. Kies een ander."))
    if to == referral.accepted_by:
        return referral
    referral.must_be_at(version, "accepted_by")
    extract = ReferralExtract.objects.get(referral=referral)
    close_off(referral, extract, person=referral.accepted_by, by=by, reason=reason)
    referral.change(by=by, reason=reason, verb="reassign_referral", accepted_by=to)
    give_referral(referral, to=to, by=by, reason=reason)
    notices.tell("referral_sent", to, referral, by=by)
    return referral
