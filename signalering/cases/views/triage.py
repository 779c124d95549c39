"""The acts of triage: each a small form on a page of its own, so that nothing typed is ever lost."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from signalering.accounts.access import find, shown
from signalering.accounts.models import Area, Team
from signalering.cases import deadlines
from signalering.cases.actions import threats, triage
from signalering.cases.actions.feedback import hears_later
from signalering.cases.actions.lateness import say_why_late
from signalering.cases.actions.triage import STATUS_OF
from signalering.cases.forms.casework import CaseThreatForm
from signalering.cases.forms.terms import LateForm
from signalering.cases.forms.triage import AreaForm, AskForm, CloseForm, LinkForm, PickUpForm, TeamForm
from signalering.cases.models import Case, Signal
from signalering.cases.threats import known
from signalering.cases.views.casework import said_of_threat
from signalering.cases.views.chosen import view_of
from signalering.cases.views.desk import attempt, posted
from signalering.cases.views.queue import ORDERS, narrowed, part, queue_of
from signalering.cases.views.residents import with_names

act = require_http_methods(["GET", "HEAD", "POST"])
TRIAGING = (Team.Kind.WOT, Team.Kind.CO_TEAM, Team.Kind.YOUTH)
MOST_CASES = 200


def to_decide(request, code):
    """The signal that this person is about to decide on."""
    return find(Signal.objects.select_related("team", "area", "reporter"), by=request.user, code=code, to="triage")


def asked_too_late(request, signal, *, open_states=Signal.OPEN):
    """Back to the signal for who opens the page of an act when it was decided on already, else None."""
    if request.method == "POST" or signal.status in open_states:
        return None
    return redirect("inbox_signal", signal.shown_code)


def page(request, signal, form, *, title, submit, intro=""):
    """The page of one act."""
    context = {"signal": signal, "form": form, "title": title, "submit": submit, "intro": intro}
    return render(request, "cases/signal_act.html", context)


def tell_and_lead_on(request, words):
    """What was decided, and the next signal of the queue one tap away."""
    by = request.user
    view = view_of(by)
    waiting = narrowed(queue_of(by), view)
    queue = part(waiting, by.teams, ORDERS[view.order], before=None, after=None, size=1)
    for signal in shown(queue, by, "triage"):
        url = reverse("inbox_signal", args=[signal.shown_code])
        words = format_html('{} <a class="target" href="{}">{}</a>', words, url, _("Volgend signaal"))
    messages.success(request, words)


@act
def triage_let_in(request, code):
    """A coordinator gives the desk a signal whose writer is not active any more."""
    signal = find(Signal.objects.select_related("team", "reporter"), by=request.user, code=code, to="view")
    if request.method == "POST":
        triage.let_in(signal, by=request.user)
        messages.success(request, _("Dit signaal staat nu in het postvak."))
    return redirect("inbox_signal", signal.shown_code)


def ground_of(signal):
    """What stands ready in the form of picking up."""
    ready = {"legal_basis": signal.legal_basis, "purpose": signal.purpose}
    if known(signal):
        ready |= {"threat_kind": signal.threat_kind, "threat_date": signal.threat_date}
    return ready


@act
def triage_pick_up(request, code):
    """A WOT worker takes a signal up: it becomes a case, and theirs."""
    signal = to_decide(request, code)
    if too_late := asked_too_late(request, signal):
        return too_late
    form = PickUpForm(posted(request), initial=ground_of(signal))
    if case := attempt(form, triage.open_case, signal, by=request.user):
        told = _("Opgepakt. Dit is de casus, en jij bent de casusregisseur.")
        tell_and_lead_on(request, f"{told} {called_about(case)}".strip())
        return redirect("case", case.shown_code)
    return page(request, signal, form, title=_("Oppakken"), submit=_("Oppakken"))


@act
def triage_link(request, code):
    """A WOT worker adds a signal to a case of their own."""
    signal = to_decide(request, code)
    if too_late := asked_too_late(request, signal):
        return too_late
    mine = Case.objects.directed_by(request.user).open().order_by("-id")[:MOST_CASES]
    cases = with_names(request, mine, "change")
    if not cases and request.method != "POST":
        return render(request, "cases/signal_act.html", {"signal": signal, "title": _("Koppelen aan casus")})
    form = LinkForm(posted(request), cases=cases)
    if case := attempt(form, triage.join_case, signal, by=request.user):
        tell_and_lead_on(request, _("Gekoppeld. Het signaal hoort nu bij deze casus."))
        return redirect("case", case.shown_code)
    return page(request, signal, form, title=_("Koppelen aan casus"), submit=_("Koppelen"))


@act
def triage_ask(request, code):
    """A WOT worker asks the reporter something, or stops waiting for the answer."""
    signal = to_decide(request, code)
    if request.method == "POST" and "stop" in request.POST:
        return stop_asking(request, signal)
    if too_late := asked_too_late(request, signal, open_states=[Signal.Status.NEW]):
        return too_late
    form = AskForm(posted(request)) if request.method == "POST" or hears_later(signal) else None
    if form and attempt(form, triage.ask, signal, by=request.user):
        messages.success(request, _("Je vraag is gesteld. De melder krijgt bericht."))
        return redirect("inbox")
    return page(request, signal, form, title=_("Vraag aan melder"), submit=_("Vraag stellen"))


def stop_asking(request, signal):
    """The answer does not come: the team decides on what is there."""
    triage.stop_asking(signal, by=request.user)
    messages.success(request, _("Je wacht niet langer op antwoord. Beslis nu over dit signaal."))
    return redirect("inbox_signal", signal.shown_code)


@act
def triage_close(request, code):
    """A WOT worker ends a signal with an explanation."""
    signal = to_decide(request, code)
    if too_late := asked_too_late(request, signal):
        return too_late
    asked = request.GET.get("reden", "")
    form = CloseForm(posted(request), initial={"reason": asked if asked in STATUS_OF else ""})
    if attempt(form, triage.close_with, signal, by=request.user):
        messages.success(request, _("Afgerond. Dit signaal staat niet meer in het postvak."))
        return redirect("inbox")
    return page(request, signal, form, title=_("Afronden met uitleg"), submit=_("Afronden"))


@act
def triage_team(request, code):
    """A WOT worker gives a signal to a team that fits better."""
    signal = to_decide(request, code)
    if too_late := asked_too_late(request, signal):
        return too_late
    others = Team.objects.filter(kind__in=TRIAGING).exclude(pk=signal.team_id)
    form = TeamForm(posted(request), teams=others)
    if attempt(form, triage.reroute, signal, by=request.user):
        messages.success(request, _("Doorgezet. Het signaal ligt nu bij het andere team."))
        return redirect("inbox")
    intro = _("Het andere team krijgt dit signaal. Jouw team ziet het daarna niet meer.")
    return page(request, signal, form, title=_("Ander team"), submit=_("Doorzetten"), intro=intro)


@act
def triage_area(request, code):
    """A WOT worker says in which area the resident lives."""
    signal = to_decide(request, code)
    if too_late := asked_too_late(request, signal):
        return too_late
    form = AreaForm(
        posted(request), areas=areas_near(signal.team), initial={"area": signal.area and signal.area.statcode}
    )
    if attempt(form, triage.choose_area, signal, by=request.user):
        messages.success(request, _("De wijk is bewaard."))
        return redirect("inbox_signal", signal.shown_code)
    return page(request, signal, form, title=_("Wijk kiezen"), submit=_("Bewaren"))


@act
def triage_threat(request, code):
    """A WOT worker sees that something is about to happen: its clock starts, and somebody is called."""
    signal = to_decide(request, code)
    if too_late := asked_too_late(request, signal):
        return too_late
    initial = {"threat_kind": signal.threat_kind, "threat_date": signal.threat_date}
    form = CaseThreatForm(posted(request), initial=initial, known=known(signal))
    if attempt(form, threats.mark_threat, signal, by=request.user):
        messages.success(request, f"{said_of_threat(signal)} {called_about(signal)}".strip())
        return redirect("inbox_signal", signal.shown_code)
    intro = _("De termijn voor het eerste gesprek begint vandaag. Wie dienst heeft, wordt opgeroepen.")
    return page(request, signal, form, title=_("Bedreigende situatie"), submit=_("Vastleggen"), intro=intro)


def called_about(record):
    """That colleagues are called about what threatens, when they are."""
    return _("We roepen collega's op.") if record.alerts.unanswered().exists() else ""


@act
def triage_late(request, code):
    """A WOT worker says why something about a signal was late, also when it was decided already."""
    signal = to_decide(request, code)
    sent, late = posted(request), deadlines.late(signal)
    if sent is None:
        late = [clock for clock in late if not clock.late_reason]
        if not late:
            return redirect("inbox_signal", signal.shown_code)
    form = LateForm(sent, late=late)
    if attempt(form, say_why_late, signal, by=request.user, word="triage"):
        messages.success(request, _("De reden is bewaard."))
        return redirect("inbox_signal", signal.shown_code)
    intro = _("Zo leren we wat er beter kan.")
    return page(request, signal, form, title=_("Waarom te laat?"), submit=_("Bewaren"), intro=intro)


def areas_near(team):
    """The areas of the municipality where a team works; of all when it has none of its own."""
    served = Area.objects.filter(served=True)
    here = served.filter(municipality__in=Area.objects.filter(teams=team).values("municipality"))
    return list(here) or list(served)
