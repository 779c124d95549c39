"""The page on which a signal is captured without network, and the worker that keeps it on the phone.

Both are the same bytes for everybody: neither looks at who asks.
"""

import hashlib
import json
import re
from functools import lru_cache
from itertools import chain

from csp.constants import NONE, SELF
from csp.decorators import csp
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from signalering.cases.forms.capture import questions
from signalering.cases.terms import within
from signalering.citizen_number import DIGITS
from signalering.closed_lists import read

PAGES = {"nl": "capture", "en": "capture_english"}
FILES = ("style.css", "vendor/source-sans-3/latin.woff2", "phone.js", "icon.svg")
POLICY = {
    "default-src": [NONE],
    "script-src": [SELF],
    "style-src": [SELF],
    "font-src": [SELF],
    "connect-src": [SELF],
    "manifest-src": [SELF],
    "worker-src": [SELF],
    "img-src": [SELF, "data:"],
    "form-action": [NONE],
    "base-uri": [NONE],
    "frame-ancestors": [NONE],
    "require-trusted-types-for": ["'script'"],
    "trusted-types": ["worker"],
}


@login_not_required
@require_safe
@csp(POLICY)
@gzip_page
def capture(request, language="nl"):
    """Three empty steps for everybody; what they ask is decided on the phone."""
    pages = pages_now()
    return HttpResponse(pages[language], headers={"Content-Language": language, "X-Version": version(pages)})


def pages_now():
    """The page in each language, as it is now; drawn again only when something in it has changed."""
    served = tuple(questions()["area"].field.choices)
    terms = within("DL13", "DL23")
    facts = (served, terms["DL23"], terms["DL13"], settings.WOT_PHONE, tuple(map(static, FILES)))
    return {language: page(language, facts) for language in PAGES}


@lru_cache(maxsize=2 * len(PAGES))
def page(language, facts):
    """The page in one language; `facts` is everything in it that can change while the server runs."""
    with translation.override(language):
        words, terms = read("cases", "words"), within("DL13", "DL23")
        context = {
            "ask": questions(),
            "wot_phone": settings.WOT_PHONE,
            "adjectives": " ".join(words["adjectives"]),
            "nouns": " ".join(words["nouns"]),
            "judging": judging(),
            "digits": DIGITS.pattern,
            "reads_within": terms["DL23"],
            "hears_within": terms["DL13"],
        }
        return render_to_string("cases/capture.html", context)


def judging():
    """The words of diagnosis and judgement as one pattern, the longest first."""
    listed = read("cases", "writing_help")["judging"]
    words = sorted({*listed, *chain.from_iterable(listed.values())}, key=len, reverse=True)
    return "|".join(re.sub(r"\\([ -])", r"\1", re.escape(word)) for word in words)  # phones refuse these two escaped


def version(pages):
    """A word that changes with everything that the worker keeps."""
    return hashlib.sha256("\n".join([*pages.values(), *map(static, FILES)]).encode()).hexdigest()[:16]


@login_not_required
@require_safe
@gzip_page
def worker(request):
    """The service worker: it knows which files the page needs, and changes when one of them does."""
    context = {
        "version": version(pages_now()),
        "pages": json.dumps([reverse(name) for name in PAGES.values()]),
        "files": json.dumps([static(name) for name in FILES]),
    }
    return HttpResponse(render_to_string("cases/worker.js", context), content_type="text/javascript; charset=utf-8")
