"""A new signal, from the first choice to the receipt."""

from functools import wraps

from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.utils.translation import ngettext

from signalering.accounts.access import find, refuse
from signalering.accounts.models.people import Role
from signalering.cases import deadlines, reporter_reads
from signalering.cases.actions import reporting
from signalering.cases.actions.feedback import hears_later
from signalering.cases.forms.draft import Draft
from signalering.cases.models import DeadlineRule, Signal
from signalering.cases.summary import told_so_far

REPORTERS = (Role.REPORTER, Role.SHOPKEEPER)


def for_reporters(view):
    """Only who reports uses this page; anybody else reads that it is not theirs."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not request.user.has_role(*REPORTERS):
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
            signal = reporting.report(by=request.user, **draft.answers())
        except ValidationError as error:
            form = draft.page("what", sent=True)
            form.add_error(None, error.messages)
        else:
            return redirect("report_received", code=signal.shown_code)
    context = {"form": form, "carried": draft.carried(form), "told": told_so_far(draft, form)}
    return render(request, f"cases/report_{form.step}.html", context)


def report_received(request, code):
    """The reporter reads that the signal came in, what it is called and when to expect word."""
    signal = find(Signal.objects, by=request.user, code=code, to="follow")
    rules = deadlines.rules("DL13", "DL23")
    context = {
        "signal": signal,
        "receipt_only": reporter_reads.gets_receipt_only(signal),
        "hears_later": "own_text" in signal.allowed and hears_later(signal),
        "reads_within": within(rules["DL23"]),
        "hears_within": within(rules["DL13"]),
    }
    return render(request, "cases/report_received.html", context)


def within(rule):
    """The length of a term in words: "2 werkdagen"."""
    if rule.unit == DeadlineRule.Unit.WEEKS:
        return ngettext("%(n)d week", "%(n)d weken", rule.term) % {"n": rule.term}
    return ngettext("%(n)d werkdag", "%(n)d werkdagen", rule.term) % {"n": rule.term}
