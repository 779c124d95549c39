"""A new signal, from the first choice to the receipt."""

from functools import wraps

from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render

from signalering.accounts.access import find, refuse
from signalering.cases import reporter_reads, summary
from signalering.cases.actions import concepts, reporting
from signalering.cases.actions.feedback import hears_later
from signalering.cases.forms.draft import Draft
from signalering.cases.models import Signal
from signalering.cases.terms import within
from signalering.workflow import SentBefore


def for_reporters(view):
    """Whoever works with residents may report; anybody else reads that this page is not theirs."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not request.user.has_role(*reporting.MAY_REPORT):
            refuse(request.user, view.__name__, None)
        return view(request, *args, **kwargs)

    return guarded


@for_reporters
def report(request):
    """A reporter tells in three steps what was seen or heard; nothing is stored before the last."""
    draft = Draft(request.POST, request.user)
    if request.method != "POST":
        form = draft.page("theme")
    elif "back" in request.POST:
        form = draft.back()
    else:
        form = draft.forward()
    if form is None:
        try:
            signal = concepts.send(by=request.user, **draft.answers())
        except ValidationError as error:
            if isinstance(error, SentBefore):
                draft.renew_key()
            form = draft.page("what", sent=True)
            form.add_error(None, error.messages)
        else:
            return redirect("report_received", code=signal.shown_code)
    context = {"form": form, "carried": draft.carried(form), "told": summary.lines(draft.told_before(form))}
    return render(request, f"cases/report_{form.step}.html", context)


def report_received(request, code):
    """The reporter reads that the signal came in, what it is called and when to expect word."""
    signal = find(Signal.objects, by=request.user, code=code, to="follow")
    terms = within("DL13", "DL23")
    context = {
        "signal": signal,
        "receipt_only": reporter_reads.gets_receipt_only(signal),
        "hears_later": "own_text" in signal.allowed and hears_later(signal),
        "reads_within": terms["DL23"],
        "hears_within": terms["DL13"],
    }
    return render(request, "cases/report_received.html", context)
