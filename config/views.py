"""The small pages of the whole: where somebody starts, whether it runs, and what machines may know."""

import time
from datetime import timedelta

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import Error
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe
from django.views.i18n import set_language

from config import mailbox
from config.context import MENU
from config.language import address
from signalering.accounts import sessions
from signalering.accounts.models import Setting
from signalering.crypto.models import DataKey

SECURITY_TXT_HOLDS = timedelta(days=180)
choose_language = login_not_required(require_POST(set_language))


@require_safe
def home(request):
    """Everybody starts where their work is; who has none here can see what they looked at."""
    mine = [name for roles, name, _label in MENU if request.user.has_role(*roles)]
    return redirect(address(mine[0]) if mine else "my_looks")


@require_POST
def stay_signed_in(request):
    """Somebody who reads or types for a long time is still there."""
    request.session[sessions.SEEN] = int(time.time())
    return JsonResponse({"seconds": sessions.ends_at(request.session) - int(time.time())})


@login_not_required
@require_safe
def health(request):
    """Whether both databases answer and the set-up was finished; nothing else is told."""
    try:
        DataKey.objects.exists()
        ready = Setting.objects.exists()
    except Error:
        ready = False
    return plain("ok") if ready else plain("not ok", status=503)


@login_not_required
@require_safe
def security_txt(request):
    """Whom to tell about a weak spot, in the form of RFC 9116."""
    expires = timezone.now().replace(hour=0, minute=0, second=0, microsecond=0) + SECURITY_TXT_HOLDS
    return plain(
        f"Contact: {settings.SECURITY_CONTACT}",
        f"Expires: {expires.isoformat()}",
        "Preferred-Languages: nl, en",
        f"Canonical: {settings.SITE_ADDRESS}{request.path}",
    )


@login_not_required
@require_safe
def robots(request):
    """No search engine has anything to look for here."""
    return plain("User-agent: *", "Disallow: /")


@require_safe
def mails(request):
    """In the demo mail goes to files: everybody can read what was sent to themselves."""
    demo_only()
    return render(request, "config/mails.html", {"mails": mailbox.mails_to(request.user)})


@require_safe
def mail(request, name):
    """One mail of one's own; somebody else's is not there."""
    demo_only()
    found = mailbox.mail_to(request.user, name)
    if found is None:
        raise Http404
    return render(request, "config/mail.html", {"mail": found})


def demo_only():
    """Outside the demo there are no mail pages."""
    if not settings.DEMO:
        raise Http404


def plain(*lines, status=200):
    """A page of plain lines."""
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8", status=status)
