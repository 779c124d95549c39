"""Everybody sees what they themselves looked at, and why they might."""

from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from signalering.accounts.pages import day_asked, end_of
from signalering.audit import looks, words
from signalering.audit.models import Look
from signalering.cases.looked import team_names
from signalering.referrals.looked import codes_of

OPENED, LISTED = "geopend", "lijst"
KINDS = [(OPENED, _("Geopend")), (LISTED, _("Gezien in lijsten"))]


@require_safe
def my_looks(request):
    """What this person opened, or saw in lists, newest first."""
    kind = LISTED if request.GET.get("soort") == LISTED else OPENED
    mine = looks.of_person(request.user)
    mine = mine.filter(looks.OPENED) if kind == OPENED else mine.exclude(kind=Look.Kind.OPENED)
    from_day = end_of(day_asked(request.GET))
    page = looks.page_of(
        mine,
        before=looks.cursor(request.GET.get("ouder", "")) or (from_day and from_day.pk),
        after=looks.cursor(request.GET.get("nieuwer", "")),
    )
    codes, teams = codes_of(page.looks), team_names(page.looks)
    context = {
        "kind": kind,
        "kinds": KINDS,
        "opened": kind == OPENED,
        "lines": [told(line, codes, teams) for line in page.lines],
        "older": page.older,
        "newer": page.newer,
    }
    return render(request, "audit/my_looks.html", context)


def told(line, codes, teams):
    """One line as the page shows it."""
    look = line.first
    return {
        "at": look.at,
        "page": words.page_label(look),
        "kind": words.kind_label(look),
        "summary": words.summary(line.looks),
        "parts": words.parts(line.looks, codes),
        "codes": sorted({codes[look.record_id] for look in line.looks if look.record_id in codes}),
        "why": words.reasons(line.looks, teams, mine=True),
        "unexplained": line.unexplained,
    }
