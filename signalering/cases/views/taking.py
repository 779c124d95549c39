"""Say that you look into signals, or give them back; and whether keys work in the queue."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from signalering.accounts.access import normal_code
from signalering.accounts.pages import SIZE
from signalering.cases.actions import taking
from signalering.cases.actions.desk_view import remember
from signalering.cases.models import Signal
from signalering.cases.views.desk import for_desks

DEEDS = {"kijken": taking.take_up, "teruggeven": taking.give_back}


@require_POST
def inbox_take(request):
    """Somebody looks into the signals that they ticked, or gives them back; each by itself, with its own rights."""
    for_desks(request, "inbox_take")
    by = request.user
    codes = list(dict.fromkeys(normal_code(code) for code in request.POST.getlist("signaal")[:SIZE]))
    deed = DEEDS.get(request.POST.get("act"))
    if deed is None or not codes:
        messages.warning(request, _("Vink eerst een of meer signalen aan."))
        return redirect("inbox")
    mine = list(Signal.objects.visible_to(by, "triage").filter(code__in=codes).select_related("taken_by"))
    done, why = taking.each(mine, deed, by=by)
    if len(mine) < len(codes):
        why[_("Dit ligt niet meer in jouw postvak.")] += len(codes) - len(mine)
    tell(request, deed, done, len(codes), why)
    back = normal_code(request.POST.get("bij", ""))
    return redirect("inbox_signal", mine[0].shown_code) if mine and mine[0].code == back else redirect("inbox")


def tell(request, deed, done, asked, why):
    """How many of how many, and why not the rest."""
    words = {
        taking.take_up: ngettext("Je kijkt naar %(done)s signaal.", "Je kijkt naar %(done)s signalen.", done),
        taking.give_back: ngettext("%(done)s signaal teruggegeven.", "%(done)s signalen teruggegeven.", done),
    }
    if done == asked:
        messages.success(request, words[deed] % {"done": done})
        return
    counted = _("Gelukt: %(done)s van %(asked)s.") % {"done": done, "asked": asked}
    reasons = [f"{reason} ({number})" if asked > 1 else reason for reason, number in why.items()]
    messages.warning(request, " ".join([counted, *reasons]))


@require_POST
def inbox_keys(request):
    """Somebody wants to go through the queue with keys, or no longer."""
    for_desks(request, "inbox_keys")
    on = request.POST.get("toetsen") == "aan"
    remember(request.user, keys=on)
    messages.success(request, _("De toetsen staan aan.") if on else _("De toetsen staan uit."))
    return redirect("inbox")
