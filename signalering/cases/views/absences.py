"""Who of a team is away and who stands in: arranged, changed and ended by its coordinators."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from signalering.accounts.access import normal_code, refuse
from signalering.accounts.models import Membership
from signalering.accounts.models.people import Role
from signalering.audit.models import Event
from signalering.audit.record import note_later
from signalering.cases.actions import standing_in
from signalering.cases.forms.absence import AbsenceForm, UntilForm
from signalering.cases.models import Absence
from signalering.cases.views.desk import DESK, attempt, posted, pressed

act = require_http_methods(["GET", "HEAD", "POST"])


def teams_of(request):
    """The teams this person coordinates; who coordinates none is refused."""
    if not request.user.has_role(Role.COORDINATOR):
        refuse(request.user, "absences", None)
    return standing_in.coordinated(request.user)


@act
def absences(request):
    """Who is away now, and a form for the next."""
    teams = teams_of(request)
    places = Membership.objects.in_force().filter(team__in=teams, role__in=DESK, person__is_active=True)
    form = AbsenceForm(posted(request), places=list(places.select_related("person", "team").order_by("person__name")))
    if attempt(form, standing_in.arrange, by=request.user):
        messages.success(request, _("Geregeld. De vervanger ziet de open casussen nu."))
        return redirect("absences")
    running = Absence.objects.running().filter(team__in=teams).select_related("person", "stand_in", "team")
    return render(request, "cases/absences.html", {"form": form, "running": running.order_by("until", "pk")})


@act
def absence(request, code):
    """One absence: another last day, or over at once."""
    running = Absence.objects.running().filter(team__in=standing_in.coordinated(request.user))
    found = running.select_related("person", "stand_in", "team").filter(code=normal_code(code)).first()
    if found is None:
        note_later("absences", by=request.user, result=Event.Result.REFUSED)
        raise Http404
    if request.method == "POST" and "end" in request.POST:
        said = _("Beëindigd. De vervanger ziet de casussen niet meer.")
        pressed(request, standing_in.end_absence, found, by=request.user, said=said)
        return redirect("absences")
    form = UntilForm(posted(request), initial={"until": found.until, "version": found.version})
    if attempt(form, standing_in.change_until, found, by=request.user):
        messages.success(request, _("De nieuwe datum is bewaard."))
        return redirect("absences")
    return render(request, "cases/absence.html", {"form": form, "absence": found})
