"""A reporter's own signals: where each stands, and what may still be done with it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from signalering.accounts.access import find, refuse
from signalering.accounts.pages import page_of
from signalering.audit.models import Event
from signalering.audit.record import note_later
from signalering.cases import deadlines, reporter_reads, summary
from signalering.cases.actions import reporting
from signalering.cases.forms.my_signals import Addition, Answer, Correction
from signalering.cases.models import Signal, SignalAddition
from signalering.cases.terms import within
from signalering.cases.views.concepts import concepts_of
from signalering.cases.views.reporting import for_reporters
from signalering.closed_lists import closed_list
from signalering.typed import Form
from signalering.workflow import SentBefore

Status, Kind = Signal.Status, SignalAddition.Kind
TOO_LATE = gettext_lazy("Dit signaal kun je niet meer wijzigen. Jouw tekst staat hieronder, die ben je niet kwijt.")
SENT_BEFORE = gettext_lazy(
    "Dit formulier is al eerder verstuurd, met andere woorden. Wat je toen schreef, is bewaard. "
    "Jouw nieuwe tekst staat hieronder, die ben je niet kwijt."
)


@for_reporters
def my_signals(request):
    """A reporter sees where every signal of their own stands; nothing of what was written."""
    page = page_of(Signal.objects.all(), request.user, "follow", request.GET)
    context = {
        "page": page,
        "groups": reporter_reads.grouped(page.records),
        "concepts": concepts_of(request.user),
    }
    return render(request, "cases/my_signals.html", context)


def my_signal(request, code):
    """One signal: its word, its own text while that may be read, and what can be done."""
    return shown_signal(request, followed(request, code), Answer())


def shown_signal(request, signal, answer_form):
    """The page of one signal of one's own."""
    word, own = reporter_reads.status(signal), "own_text" in signal.allowed
    may_hear = not reporter_reads.gets_receipt_only(signal)
    talk = signal.additions.filter(kind__in=(Kind.QUESTION, Kind.ANSWER)) if own and may_hear else ()
    context = {
        "signal": signal,
        "status": word,
        "label": reporter_reads.label(word),
        "reads_within": within("DL23")["DL23"],
        "promised": deadlines.promised(signal, "DL13", "DL23") if word == "received" and may_hear else {},
        "chips": chip_labels(signal) if own else [],
        "told": summary.of_signal(signal) if own else [],
        "talk": list(talk),
        "answer_form": answer_form if own and may_hear and signal.status == Status.ASKED else None,
        "shows_text": own,
        "may_change": may_change(signal),
        "may_add": reporter_reads.may_add(signal),
        "receipt_only": not may_hear,
    }
    return render(request, "cases/my_signal.html", context)


def chip_labels(signal):
    """The chips of a signal as people read them."""
    labels = closed_list("cases", f"chips_{signal.theme}")
    return [labels.spoken(slug) for slug in signal.chips.split(",") if slug]


def followed(request, code):
    """A signal that this person sent."""
    return find(Signal.objects.select_related("area"), by=request.user, code=code, to="follow")


def may_change(signal):
    """Whether its writer may still change it: no team has decided, and the time for it is not over."""
    return "own_text" in signal.allowed and signal.status in Signal.OPEN


def do(act, signal, form, request, said):
    """Do what the writer asks and say so; when that is no longer possible, every typed word comes back."""
    try:
        act(signal, by=request.user, **form.cleaned_data)
    except PermissionDenied:
        return too_late(request, signal, form)
    except SentBefore:
        return typed_again(request, signal, form, SENT_BEFORE)
    messages.success(request, said)
    return redirect("my_signal", code=signal.shown_code)


def too_late(request, signal, form=None):
    """A team has decided, or the time to change it is over: say so, and repeat what was typed."""
    if request.method != "POST":
        return redirect("my_signal", code=signal.shown_code)
    note_later("own_text", signal, by=request.user, result=Event.Result.REFUSED)
    return typed_again(request, signal, form, TOO_LATE)


def typed_again(request, signal, form, sentence):
    """Nothing was kept: say why, and repeat what was typed."""
    context = {
        "sentence": sentence,
        "typed": [
            {"label": field.label, "name": field.name, "value": field.value()}
            for field in (form.visible_fields() if form else ())
        ],
        "back_url": reverse("my_signal", args=[signal.shown_code]),
        "frame": "phone.html",
    }
    return render(request, "conflict.html", context, status=409)


def my_signal_correct(request, code):
    """The writer mends words or address, as long as no team has decided."""
    signal = followed(request, code)
    if not may_change(signal):
        return too_late(request, signal, Correction(request.POST, signal=signal))
    form = Correction(request.POST or None, signal=signal)
    if form.is_valid():
        return do(reporting.correct, signal, form, request, _("Je verbetering is bewaard."))
    return render(request, "cases/my_signal_correct.html", {"form": form, "signal": signal})


def my_signal_withdraw(request, code):
    """The writer takes the signal back, as long as no team has decided."""
    signal = followed(request, code)
    form = Form(request.POST)
    if signal.status == Status.WITHDRAWN or request.method != "POST":
        return redirect("my_signal", code=signal.shown_code)
    if not may_change(signal) or not form.is_valid():
        return too_late(request, signal)
    return do(reporting.withdraw, signal, form, request, _("Je signaal is ingetrokken."))


def my_signal_add(request, code):
    """The writer tells more about a signal that a team has already decided on."""
    signal = followed(request, code)
    if not reporter_reads.may_add(signal):
        refuse(request.user, "add_to_signal", signal)
    form = Addition(request.POST or None)
    if form.is_valid():
        return do(reporting.add, signal, form, request, _("Je aanvulling is verstuurd."))
    return render(request, "cases/my_signal_add.html", {"form": form, "signal": signal})


def my_signal_answer(request, code):
    """The writer answers the question of the team, on the page of the signal itself."""
    signal = followed(request, code)
    form = Answer(request.POST or None)
    if request.method != "POST" or not may_change(signal):
        return too_late(request, signal, form)
    if not form.is_valid():
        return shown_signal(request, signal, form)
    key = form.cleaned_data["form_key"]
    if signal.status != Status.ASKED and not signal.additions.filter(form_key=key).exists():
        return too_late(request, signal, form)
    return do(reporting.answer, signal, form, request, _("Je antwoord is verstuurd."))
