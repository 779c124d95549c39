"""The facts of a team: its own coordinators say how much it takes and when it is closed."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from signalering.accounts import teams
from signalering.accounts.access import refuse
from signalering.cases.forms.team_facts import ClosureForm, TakeBackForm, TeamFactsForm
from signalering.cases.standing import taken_in_week
from signalering.cases.views.desk import attempt, posted
from signalering.cases.working_days import today

act = require_http_methods(["GET", "HEAD", "POST"])


def team_asked(request):
    """The team that the address names by its number in the list, else the first; only teams this person coordinates."""
    mine = teams.coordinated(request.user)
    if not mine:
        refuse(request.user, "edit_team", None)
    asked = request.GET.get("team", "")
    found = next((team for team in mine if str(team.pk) == asked), None if asked else mine[0])
    if found is None:
        raise Http404
    return found, mine


def address(name, team):
    """A page about one of somebody's teams."""
    return f"{reverse(name)}?team={team.pk}"


@act
def team_facts(request):
    """A coordinator says what the team takes, knows and when it works."""
    team, mine = team_asked(request)
    names = ("places_a_week", "expertise", "open_days", "version")
    form = TeamFactsForm(posted(request), initial={name: getattr(team, name) for name in names})
    if attempt(form, teams.set_facts, team, by=request.user):
        messages.success(request, _("Bewaard. Nieuwe voorstellen houden hier rekening mee."))
        return redirect(address("team_facts", team))
    context = {
        "team": team,
        "organisations": teams.organisations_of(team),
        "others": [one for one in mine if one != team],
        "form": form,
        "taken": next(iter(taken_in_week({team.pk}, today()).values()), 0),
        "rows": [
            {"closure": closure, "hidden": [("closure", closure.pk)]} for closure in team.closures.from_day(today())
        ],
        "closure_address": address("team_closure", team),
        "end_address": address("team_closure_end", team),
    }
    return render(request, "cases/team_facts.html", context)


@act
def team_closure(request):
    """A coordinator says on which days the team takes nothing new."""
    team, _mine = team_asked(request)
    form = ClosureForm(posted(request))
    if attempt(form, teams.close_team, team, by=request.user):
        messages.success(request, _("Bewaard. Op deze dagen stellen we een ander team voor."))
        return redirect(address("team_facts", team))
    context = {"team": team, "form": form, "back": address("team_facts", team)}
    return render(request, "cases/team_closure.html", context)


@act
def team_closure_end(request):
    """A coordinator takes a closure back: the team is open after all."""
    team, _mine = team_asked(request)
    form = TakeBackForm(posted(request), team=team)
    if attempt(form, teams.take_back_closure, by=request.user):
        messages.success(request, _("De sluiting is ingetrokken."))
    return redirect(address("team_facts", team))
