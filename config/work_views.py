"""The page of the work: what waits, what was given up, and one button; it names no person and no record by its code."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from config.clockwork import TURNS
from config.work_forms import TryAgain
from signalering.accounts.access import refuse
from signalering.accounts.models.people import Role
from signalering.cases.notices import teams_told_of
from signalering.clock.status import status, stopped, try_again


@require_http_methods(["GET", "HEAD", "POST"])
def work_status(request):
    """Who runs the system sees how the work stands, and has what was given up tried again."""
    if not request.user.has_role(Role.ADMINISTRATOR):
        refuse(request.user, "work_status", None)
    form = TryAgain(request.POST)
    if request.method == "POST" and form.is_valid():
        if try_again(form.cleaned_data["row"], by=request.user):
            messages.success(request, _("De werker probeert het opnieuw."))
        else:
            messages.info(request, _("Dit was al opnieuw geprobeerd."))
        return redirect("work_status")
    lines, labels = status(TURNS), {turn.name: turn.label for turn in TURNS}
    rows = [{"lease": lease, "label": labels.get(lease.kind, lease.kind)} for lease in stopped()]
    kinds, rounds = ([line for line in lines if line.rows is rows_of_it] for rows_of_it in (True, False))
    context = {"kinds": kinds, "rounds": rounds, "stopped": rows, "teams": teams_told_of()}
    return render(request, "config/work.html", context)
