"""Open a record by its code; what is hidden and what does not exist get the same answer."""

from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from signalering.accounts.access import normal_code, shown
from signalering.audit.models import Event, Look
from signalering.audit.record import note_later
from signalering.cases.looked import behind
from signalering.cases.models import Case, Signal

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
        return render(request, "cases/code_search.html", {"code": ""})
    for model, word, page in PAGES:
        record = model.objects.visible_to(request.user, word).filter(code=normal_code(typed)).first()
        if record is not None:
            shown([record], request.user, word, kind=Look.Kind.SEARCHED)
            note_later("search_code", record, by=request.user)
            return redirect(page, record.shown_code)
    note_later("search_code", behind(typed), by=request.user, result=Event.Result.REFUSED)
    return render(request, "cases/code_search.html", {"code": typed, "not_found": True}, status=404)
