"""What holds for every reply: private pages stay out of caches, and typed words are never lost."""

import logging
import re

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from signalering.accounts.lost import taken_in
from signalering.accounts.sign_in import typed_words
from signalering.cases.models import Signal
from signalering.cases.working_days import OutsideTable
from signalering.workflow import ImpossibleMove, Stale

log = logging.getLogger("signalering")


class PrivatePages:
    """Nothing but static files may be kept by a browser or a proxy."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if not request.path.startswith(settings.STATIC_URL):
            response.headers.setdefault("Cache-Control", "no-store, private")
        return response


class OneAlphabet:
    """Forms are sent as UTF-8, as every browser does; another encoding is no form of ours."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.content_params.get("charset", "utf-8").lower() != "utf-8":
            return HttpResponseBadRequest()
        return self.get_response(request)


class OwnSessions:
    """A session key that is not written as ours are names no session; not every database could look it up."""

    OURS = re.compile("[a-z0-9]{32}")

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not self.OURS.fullmatch(request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")):
            request.COOKIES.pop(settings.SESSION_COOKIE_NAME, None)
        return self.get_response(request)


class SameForEverybody:
    """The pages of the phone and their workers are the same for everybody: what would tell who asks is not even read.

    A phone of a shop shows its ticket, or the token of an invitation, and is never signed in.
    """

    NAMES = (
        *("capture", "capture_english", "worker"),
        *("shop_page", "shop_page_english", "shop_worker", "shop_begin", "shop_start"),
    )

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path in map(reverse, self.NAMES):
            request.COOKIES = {}
        return self.get_response(request)


class TypedAgain:
    """When somebody else was first: one page that says so and repeats every word that was typed."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if isinstance(exception, PermissionDenied | Http404):
            return self.taken_away(request, exception)
        if isinstance(exception, OutsideTable):
            return self.no_term(request, exception)
        if not isinstance(exception, ImpossibleMove | Stale):
            return None
        page = request.path.rstrip("/").rpartition("/")[0] + "/"  # an act stands one step below its record
        if isinstance(exception, ImpossibleMove) and exception.is_harmless(request.user):
            return redirect(page)  # the same person sent the same form twice
        return somebody_was_first(request, exception.record, exception.change, back_url=page)

    def no_term(self, request, exception):
        """A term cannot be counted: nothing was kept, the words come back, and who maintains it reads why."""
        log.error("no term can be counted: %s (manage.py check)", exception)
        typed = typed_words(request.POST) if request.method == "POST" else []
        return render(request, "outside_table.html", {"typed": typed}, status=503)

    def taken_away(self, request, exception):
        """Somebody's act ended this person's sight while they typed: who did so, or nothing but their own words."""
        if request.method != "POST" or not request.user.is_authenticated:
            return None
        if model := getattr(exception, "model", None):
            change = taken_in(request.user, model, exception.record)
            if change is not None:
                return somebody_was_first(request, exception.record, change, back_url=reverse("home"))
        typed = typed_words(request.POST)
        if not typed:
            return None
        context = {
            "sentence": _("Dit kan niet meer, of het mag niet. Jouw tekst staat hieronder, die ben je niet kwijt."),
            "typed": typed,
            "back_url": reverse("home"),
        }
        return render(request, "conflict.html", context, status=403 if isinstance(exception, PermissionDenied) else 404)


def somebody_was_first(request, record, change, *, back_url):
    """Who was first, and every word that this person typed."""
    sentence = _("%(who)s heeft dit net gewijzigd. Jouw tekst staat hieronder, die ben je niet kwijt.")
    if change.history_user == request.user:
        sentence = _("Je hebt dit zelf net gewijzigd. Jouw tekst staat hieronder, die ben je niet kwijt.")
    context = {
        "sentence": sentence % {"who": who_was_first(record, change, request.user)},
        "typed": typed_words(request.POST),
        "back_url": back_url,
    }
    return render(request, "conflict.html", context, status=409)


def who_was_first(record, change, reader):
    """The name of who was first; a reporter is never named to others, and a team member not to a reporter."""
    writer = getattr(getattr(record, "signal", None) or record, "writer_id", None)
    if change.history_user is None:
        return _("Het systeem")
    if change.history_user_id == writer and change.history_change_reason in Signal.BY_REPORTER:
        return _("De melder")
    return _("Het team") if reader.pk == writer else change.history_user.name
