"""What holds for every reply: private pages stay out of caches, and typed words are never lost."""

from django.conf import settings
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from signalering.accounts.sign_in import typed_fields
from signalering.workflow import ImpossibleMove, Stale


class PrivatePages:
    """Nothing but static files may be kept by a browser or a proxy."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if not request.path.startswith(settings.STATIC_URL):
            response.headers.setdefault("Cache-Control", "no-store, private")
        return response


class TypedAgain:
    """When somebody else was first: one page that says so and repeats every word that was typed."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if not isinstance(exception, ImpossibleMove | Stale):
            return None
        record, first = exception.record, exception.first
        if isinstance(exception, ImpossibleMove) and record.status == exception.to and first == request.user:
            return redirect(request.path)  # the same person sent the same form twice
        who = _("Je") if first == request.user else first or _("Het systeem")
        context = {
            "sentence": _("%(who)s heeft dit net gewijzigd. Jouw tekst staat hieronder, die ben je niet kwijt.")
            % {"who": who},
            "typed": [
                {"label": name, "name": name, "value": value}
                for name, value in typed_fields(request.POST)
                if value.strip()
            ],
            "back_url": request.path,
        }
        return render(request, "conflict.html", context, status=409)
