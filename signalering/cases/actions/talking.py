"""Triage asks the desks of other organisations to talk; what is known here stays here until they do."""

from copy import copy

from django.db import transaction

from signalering.accounts.access import allow
from signalering.cases import notices
from signalering.cases.models import TalkRequest


@transaction.atomic
def ask_to_talk(signal, desks, *, by, reason):
    """Each of these desks hears once that this team asks to talk, with a code; the requests, in their order."""
    copy(signal).reread()  # held, so that two who ask at once ask once; what was fetched along stays
    allow(by, "triage", signal)
    known = {request.asked_id: request for request in TalkRequest.objects.filter(signal=signal, asked__in=desks)}
    return [known.get(desk.pk) or request_of(signal, desk, by=by, reason=reason) for desk in desks]


def request_of(signal, desk, *, by, reason):
    """A new request; everybody of that desk hears it at once, with a link and no name."""
    request = TalkRequest(signal=signal, asks=signal.team, asked=desk).save_as(by, reason, verb="ask_to_talk")
    notices.tell_team("talk_asked", desk, request, by=by)
    return request
