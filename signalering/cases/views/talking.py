"""What the desk of another organisation reads when triage wants to talk with it."""

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from signalering.accounts.access import normal_code
from signalering.accounts.teams import organisations_of
from signalering.audit.models import Event
from signalering.audit.record import note_later
from signalering.cases.models import TalkRequest


@require_safe
def talk_request(request, code):
    """Which team asks to talk, and with which code; nothing of what it is about."""
    found = TalkRequest.objects.to_desk_of(request.user).filter(code=normal_code(code)).first()
    if found is None:
        note_later("talk_request", by=request.user, result=Event.Result.REFUSED)
        raise Http404
    return render(request, "cases/talk_request.html", {"talk": found, "organisations": organisations_of(found.asks)})
