"""What phones ask and hand in, in JSON: who is signed in and which key to seal to, and one letter at a time."""

import base64
import json
import re

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import RequestDataTooBig
from django.http import JsonResponse
from django.middleware.csrf import get_token
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from signalering.accounts import phone_keys, phones, sessions
from signalering.audit.models import Event
from signalering.audit.record import note_later
from signalering.cases import reporter_reads
from signalering.cases.actions import reporting
from signalering.cases.actions.arriving import Letter, TooMany, receive
from signalering.cases.fitting import moment
from signalering.crypto.keys import pseudonym

LARGEST_BOX = 16 * 1024
KINDS = ("signal", "concept")
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
KID = re.compile(r"[0-9A-Za-z_-]{1,32}")


@login_not_required
@require_safe
def phone_start(request):
    """What a phone must know before it can seal: its person, the key of now, and what waits for an answer.

    The key is no secret: with it a phone also puts away what somebody left whose session has ended.
    """
    by = request.user
    if not by.is_authenticated:
        return JsonResponse({"reason": "signed_out", **key_of_now()}, status=401)
    if not by.has_role(*reporting.MAY_REPORT):
        note_later("open_phone", by, by=by, result=Event.Result.REFUSED)
        return JsonResponse({"reason": "not_for_you"}, status=403)
    place, shared = reporting.reporting_place(by), sessions.is_shared(request.session)
    return JsonResponse(
        {
            "who": name_of(by),
            **key_of_now(),
            "csrf": get_token(request),
            "shared": shared,
            "session_until": sessions.end_of(request.session).isoformat() if shared else None,
            "role": place.role,
            "young": place.function == "youth_worker",
            "questions": reporter_reads.open_questions(by),
        }
    )


def key_of_now():
    """The key to seal to and until when, with the clock by which that counts."""
    key = phone_keys.current()
    return {
        "kid": key.kid,
        "pub": base64.b64encode(key.public).decode(),
        "until": key.until.isoformat(),
        "now": timezone.now().isoformat(),
    }


def name_of(person):
    """What a phone calls its person: always the same, and nobody's name."""
    return pseudonym("account", person.pk)


# There is no cookie to protect here: a page elsewhere cannot know the ticket, and what it sends signs nobody in.
@csrf_exempt
@login_not_required
@require_POST
def phone_send(request):
    """A phone hands in one letter with its ticket; it reads back what became of it, and nothing else."""
    try:
        body = json.loads(request.body)
        letter_id = body["id"] if UUID.fullmatch(body["id"]) else None
    except RequestDataTooBig:
        return JsonResponse({"reason": "too_large"}, status=413)
    except (ValueError, RecursionError, TypeError, KeyError):
        letter_id = None
    if letter_id is None:
        return JsonResponse({"reason": "malformed"}, status=400)
    phone = phones.phone_of(ticket_of(request))
    if phone is None:
        return reply(letter_id, 401, reason="ticket")
    request.reader.by = phone.person
    if body.get("who") != name_of(phone.person):
        return reply(letter_id, 403, reason="not_yours")
    if isinstance(body.get("box"), str) and len(body["box"]) > LARGEST_BOX * 4 // 3 + 4:
        return reply(letter_id, 413, reason="too_large")
    letter = letter_of(body)
    if letter is None:
        return reply(letter_id, 400, reason="malformed")
    phones.used(phone)
    try:
        answer = receive(letter, phone=phone)
    except TooMany as wait:
        return reply(letter_id, 429, {"Retry-After": str(wait.seconds)}, reason="too_many")
    return reply(letter_id, answer.status, **answer.said)


def ticket_of(request):
    """The ticket in the header of a request."""
    kind, _, ticket = request.headers.get("Authorization", "").partition(" ")
    return ticket.strip() if kind == "Bearer" else ""


def letter_of(body):
    """The letter in a body, or None when it is none; one of a later version than ours is taken as far as it opens."""
    version, kid, box = body.get("v"), body.get("kid"), body.get("box")
    marked = type(version) is int and version > 0 and isinstance(kid, str) and KID.fullmatch(kid)
    if not marked or body.get("kind") not in KINDS:
        return None
    try:
        opened = base64.b64decode(box, validate=True)
    except (ValueError, TypeError):
        return None
    times = {"sealed_at": moment(body.get("sealed")), "sent_at": moment(body.get("sent"))}
    return Letter(id=body["id"], kid=kid, who=body["who"], kind=body["kind"], box=opened, **times)


def reply(letter_id, status, headers=None, **said):
    """One reply, that always names the letter."""
    return JsonResponse({"id": letter_id, **said}, status=status, headers=headers)
