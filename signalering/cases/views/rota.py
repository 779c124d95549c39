"""The rota: everybody of a team sees who is on duty, and its coordinators make it."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from signalering.accounts import rota as actions
from signalering.accounts.access import find, refuse
from signalering.accounts.models import Shift
from signalering.cases.forms.rota import EndShiftForm, ShiftForm
from signalering.cases.rota_gaps import gaps_of
from signalering.cases.views.desk import attempt, for_desks, posted

MOST = 100


@require_safe
def rota(request):
    """Who is on duty now and later, without any number."""
    for_desks(request, "list_rota")
    by, now = request.user, timezone.now()
    plans = actions.plans_for(by)
    teams = teams_of(by)
    shifts = list(Shift.objects.coming(now, *teams)[:MOST])
    context = {
        "now": [shift for shift in shifts if shift.starts_at <= now],
        "later": [shift for shift in shifts if shift.starts_at > now],
        "plans": plans,
        "gaps": gaps_of(teams),
        "several_teams": len(teams) > 1,
    }
    return render(request, "cases/rota.html", context)


def teams_of(person):
    """The teams whose rota somebody may know."""
    return list(dict.fromkeys(actions.rota_of(team) for team in person.teams))


@require_http_methods(["GET", "HEAD", "POST"])
def rota_add(request):
    """A coordinator puts a colleague on the rota."""
    plans = actions.plans_for(request.user)
    if not plans:
        refuse(request.user, "plan", None)
    form = ShiftForm(posted(request), teams=plans, colleagues=actions.who_may_serve(*plans))
    if attempt(form, actions.add_shift, by=request.user):
        messages.success(request, _("De dienst staat op het rooster."))
        return redirect("rota")
    return render(request, "cases/rota_add.html", {"form": form})


def planned(request, code):
    """A shift that this person plans."""
    return find(Shift.objects.select_related("team", "person"), by=request.user, code=code, to="plan")


@require_safe
def shift(request, code):
    """One shift with its number, for the coordinators of the team."""
    record = planned(request, code)
    return render(request, "cases/shift.html", {"shift": record, "form": EndShiftForm()})


@require_http_methods(["GET", "HEAD", "POST"])
def shift_end(request, code):
    """A coordinator takes a shift off the rota."""
    record = planned(request, code)
    if request.method != "POST":
        return redirect("shift", record.shown_code)
    form = EndShiftForm(request.POST)
    if attempt(form, actions.end_shift, record, by=request.user):
        messages.success(request, _("Deze dienst staat niet meer op het rooster."))
        return redirect("rota")
    return render(request, "cases/shift.html", {"shift": record, "form": form})
