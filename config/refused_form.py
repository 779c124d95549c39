"""A form whose token does not count: nothing was done, and what was typed in it comes back."""

from django.http import UnreadablePostError
from django.shortcuts import render

from signalering.accounts.sign_in import typed_words

MOST = 100_000  # characters: more than any form of ours takes
TYPED_HERE = {"", "same-origin", "none"}  # an older browser does not say where a form comes from


def csrf_failure(request, reason=""):
    """Says so, and repeats every text of this very form; not that of a page elsewhere, which nobody typed here."""
    here = request.headers.get("Sec-Fetch-Site", "") in TYPED_HERE
    return render(request, "403_csrf.html", {"typed": repeated(request) if here else []}, status=403)


def repeated(request):
    """The texts of a form, as far as there is room for them."""
    try:
        typed = typed_words(request.POST)
    except UnreadablePostError:
        return []
    room = MOST
    for text in typed:
        text["value"] = text["value"][:room]
        room -= len(text["value"])
    return [text for text in typed if text["value"]]
