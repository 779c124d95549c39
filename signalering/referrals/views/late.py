"""The receiving side says why its answer, or the start of the help, was late."""

from django.contrib import messages
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from signalering.accounts.access import refuse
from signalering.cases import deadlines
from signalering.cases.actions.lateness import say_why_late
from signalering.cases.forms.terms import LateForm
from signalering.cases.views.desk import attempt, posted
from signalering.referrals.views.acts import back_to
from signalering.referrals.views.opening import STRONGEST_FIRST, opened, word_of_who_was_late


@require_http_methods(["GET", "HEAD", "POST"])
def referral_late(request, code):
    """Whoever should have acted says why that came too late."""
    referral = opened(request, code, "act", *STRONGEST_FIRST)
    word = word_of_who_was_late(referral)
    if word not in referral.allowed:
        refuse(request.user, word, referral)
    sent, late = posted(request), deadlines.late(referral)
    if sent is None:
        late = [clock for clock in late if not clock.late_reason]
        if not late:
            return back_to(referral)
    form = LateForm(sent, late=late)
    if attempt(form, say_why_late, referral, by=request.user, word=word):
        messages.success(request, _("De reden is bewaard."))
        return back_to(referral)
    return render(request, "referrals/late.html", {"referral": referral, "form": form})
