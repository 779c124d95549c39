"""Open a record by its code, or find a resident; what is hidden and what does not exist get the same answer."""

from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from signalering.accounts.access import normal_code, shown
from signalering.audit.models import Event, Look
from signalering.audit.record import note_later
from signalering.cases.forms.searching import InvolvedForm, TwoIdentifiersForm
from signalering.cases.involvement import ask
from signalering.cases.looked import behind
from signalering.cases.models import Case, Signal
from signalering.cases.searching import search
from signalering.cases.views.desk import DESK, attempt, for_desks, posted
from signalering.cases.views.residents import with_names
from signalering.cases.views.triage import asked_too_late, to_decide
from signalering.workflow import ImpossibleMove

Referral = Case._meta.get_field("referrals").related_model
PAGES = (
    (Signal, "view", "inbox_signal"),
    (Signal, "follow", "my_signal"),
    (Case, "view", "case"),
    (Referral, "view", "referral"),
    (Referral, "preview", "referral"),
    (Referral, "receipt", "referral"),
)


@require_safe
def code_search(request):
    """Somebody typed a code: to its page when they may see it."""
    typed = request.GET.get("code", "")
    if not typed.strip():
        return render(request, "cases/code_search.html", {"code": "", "by_person": request.user.has_role(*DESK)})
    for model, word, page in PAGES:
        record = model.objects.visible_to(request.user, word).filter(code=normal_code(typed)).first()
        if record is not None:
            shown([record], request.user, word, kind=Look.Kind.SEARCHED)
            note_later("search_code", record, by=request.user)
            return redirect(page, record.shown_code)
    note_later("search_code", behind(typed), by=request.user, result=Event.Result.REFUSED)
    return render(request, "cases/code_search.html", {"code": typed, "not_found": True}, status=404)


@require_http_methods(["GET", "HEAD", "POST"])
def resident_search(request):
    """Somebody of a desk looks for a resident by two identifiers; what was typed stands in no address."""
    for_desks(request, "resident_search")
    form = TwoIdentifiersForm(posted(request))
    found = attempt(form, search, by=request.user)
    context = {"form": form, "searched": found is not None}
    if found is not None:
        cases = with_names(request, found.cases, kind=Look.Kind.SEARCHED)
        context |= {"cases": cases, "signals": found.signals, "teams": found.teams}
    return render(request, "cases/resident_search.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def triage_involved(request, code):
    """A WOT worker asks which other organisations are involved with the resident of a signal."""
    signal = to_decide(request, code)
    if too_late := asked_too_late(request, signal):
        return too_late
    if signal.status not in Signal.OPEN:
        raise ImpossibleMove(signal, Signal.Status.NEW)  # decided meanwhile: what was typed comes back
    form = InvolvedForm(posted(request))
    found = attempt(form, ask, signal, by=request.user)
    return render(request, "cases/signal_involved.html", {"signal": signal, "form": form, "found": found})
