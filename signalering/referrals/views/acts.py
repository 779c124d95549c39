"""What people do with a referral: one address for each act, all in the same way."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from signalering.accounts.access import refuse
from signalering.audit.models import Event
from signalering.audit.record import note_later
from signalering.referrals.views import possible
from signalering.referrals.views.opening import STRONGEST_FIRST, opened
from signalering.referrals.views.page import show
from signalering.workflow import ImpossibleMove


def carry_out(request, code, act):
    """Do an act and go back to the page; what is not right yet comes back with everything that was typed."""
    referral = opened(request, code, act.word, *STRONGEST_FIRST)
    if request.method != "POST":
        if act.word not in referral.allowed:
            refuse(request.user, act.word, referral)
        return show(request, referral, opened_act=act.name) if act.fits(referral) else back_to(referral)
    if act.word not in referral.allowed:
        if done_before(act, referral, request.user):
            must_be_kept(act, referral, request.POST.get("words", ""))
            return back_to(referral)
        if referral.status not in act.starts:
            note_later(act.word, referral, by=request.user, result=Event.Result.REFUSED)
            raise ImpossibleMove(referral, act.ends)
        refuse(request.user, act.word, referral)
    if act.undoes and referral.status in act.starts and not referral.can_be_undone:
        messages.warning(request, _("De tijd om dit ongedaan te maken is voorbij."))
        return back_to(referral)
    form = act.make_form(referral, request.POST)
    if form.is_valid():
        try:
            act.do(referral, by=request.user, **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, act.said)
            return back_to(referral)
    return show(request, referral, opened_act=act.name, bound=form)


def back_to(referral):
    """The page of a referral."""
    return redirect("referral", code=referral.shown_code)


def done_before(act, referral, person):
    """Whether this person did this already, so that a second sending of the form is harmless."""
    return referral.status == act.ends and referral.moved_by() == person


def must_be_kept(act, referral, words):
    """Go on when the words beside an act that was done before are those that were kept, else say that they are not."""
    typed = words.replace("\r\n", "\n").strip()
    if typed and not referral.keeps(act.keeps, typed):
        raise ImpossibleMove(referral, act.ends, kept=False)


def referral_send(request, code):
    """The director sends a draft to the receiving desk."""
    return carry_out(request, code, possible.SEND)


def referral_discard(request, code):
    """The director throws a draft away."""
    return carry_out(request, code, possible.DISCARD)


def referral_withdraw(request, code):
    """The director takes a referral back before it is answered."""
    return carry_out(request, code, possible.WITHDRAW)


def referral_restore(request, code):
    """The sender's side takes a return as a mistake."""
    return carry_out(request, code, possible.RESTORE)


def referral_accept(request, code):
    """Somebody of the receiving desk takes a referral on."""
    return carry_out(request, code, possible.ACCEPT)


def referral_return(request, code):
    """The receiving desk says no."""
    return carry_out(request, code, possible.RETURN)


def referral_undo(request, code):
    """Accepted by mistake: it lies with the desk again."""
    return carry_out(request, code, possible.UNDO)


def referral_start(request, code):
    """The resident really takes part."""
    return carry_out(request, code, possible.START)


def referral_complete(request, code):
    """The receiver is done."""
    return carry_out(request, code, possible.COMPLETE)


def referral_stop(request, code):
    """The programme stops before it is done."""
    return carry_out(request, code, possible.STOP)


def referral_reassign(request, code):
    """A coordinator gives a referral to another worker."""
    return carry_out(request, code, possible.REASSIGN)
