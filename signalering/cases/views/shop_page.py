"""The page of a shop or courier, the same bytes for everybody; and what its phones ask: to begin, and the key of now.

The token of an invitation stands behind the # of the address: it reaches the server in the body of one request only.
"""

import hashlib
import json

from allauth.core import ratelimit
from csp.decorators import csp
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import RequestDataTooBig
from django.http import HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_POST, require_safe

from signalering.accounts import invitations, phones
from signalering.accounts.configuration import setting
from signalering.cases.forms.shop_page import shop_questions
from signalering.cases.views.capture import POLICY, judging
from signalering.cases.views.phone import key_of_now, name_of, ticket_of
from signalering.citizen_number import DIGITS

FILES = ("style.css", "vendor/source-sans-3/latin.woff2", "shop.js", "icon.svg")
PAGES = {"nl": "shop_page", "en": "shop_page_english"}


@login_not_required
@require_safe
@csp(POLICY)
@gzip_page
def shop_page(request, language="nl"):
    """One empty form, and one button to begin with; whether a token is good is not looked at here."""
    return HttpResponse(page(language), headers={"Content-Language": language, "X-Version": version()})


def page(language):
    """The page in one language, which depends on nobody."""
    with translation.override(language):
        context = {
            "ask": shop_questions(),
            "wot_phone": settings.WOT_PHONE,
            "judging": judging(),
            "digits": DIGITS.pattern,
            "a_day": setting("shop_signals_a_day"),
            "minutes": setting("shop_correct_minutes"),
        }
        return render_to_string("cases/shop_page.html", context)


def version():
    """A word that changes with everything that the worker keeps."""
    kept = [*(page(language) for language in PAGES), *map(static, FILES)]
    return hashlib.sha256("\n".join(kept).encode()).hexdigest()[:16]


@login_not_required
@require_safe
@gzip_page
def shop_worker(request):
    """The service worker of this page: it keeps the page and its files for when there is no network."""
    context = {
        "kept": "winkel",
        "version": version(),
        "pages": json.dumps([reverse(name) for name in PAGES.values()]),
        "files": json.dumps([static(name) for name in FILES]),
    }
    return HttpResponse(render_to_string("cases/worker.js", context), content_type="text/javascript; charset=utf-8")


# No cookie is looked at here: who does not know the token of an invitation gains nothing by sending somebody here.
@csrf_exempt
@login_not_required
@require_POST
@sensitive_variables("token", "body", "ticket", "given")
def shop_begin(request):
    """A phone begins with the token of an invitation, and gets its ticket; why not is told to nobody."""
    if not ratelimit.consume(request, action="begin_phone"):
        return JsonResponse({"reason": "too_many"}, status=429, headers={"Retry-After": "60"})
    try:
        body = json.loads(request.body)
        token = body.get("token") if isinstance(body, dict) else None
    except (ValueError, RecursionError, RequestDataTooBig):
        token = None
    agent = request.headers.get("User-Agent", "")
    given = invitations.begin(token, user_agent=agent) if isinstance(token, str) and token.isascii() else None
    if given is None:
        return JsonResponse({"reason": "invitation"}, status=403)
    ticket, phone = given
    return JsonResponse({"ticket": ticket, **start_of(phone)}, status=201)


@login_not_required
@require_safe
def shop_start(request):
    """What a phone of a shop must know before it can seal; asking keeps its ticket alive."""
    phone = phones.phone_of(ticket_of(request))
    if phone is None or phone.invitation_id is None or phone.ended_at is not None:
        return JsonResponse({"reason": "ticket"}, status=401)
    request.reader.by = phone.person
    phones.used(phone)
    return JsonResponse(start_of(phone))


def start_of(phone):
    """The key of now, the name by which a phone knows its shop, and where a signal without an address belongs."""
    area = phone.person.shop.area
    return {
        "who": name_of(phone.person),
        **key_of_now(),
        "area": area.statcode if area else "",
        "ticketUntil": phone.until.isoformat(),
    }
