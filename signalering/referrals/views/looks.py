"""Everybody sees what they themselves looked at, and why they might."""

from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from signalering.accounts.pages import day_asked, end_of
from signalering.audit import attempts, looks, words
from signalering.audit.models import Look
from signalering.cases.looked import team_names, with_teams
from signalering.referrals.looked import codes_of

OPENED, LISTED, REFUSED = "geopend", "lijst", "geweigerd"
KINDS = [(OPENED, _("Geopend")), (LISTED, _("Gezien in lijsten of gevonden")), (REFUSED, _("Geweigerd"))]


@require_safe
def my_looks(request):
    """What this person opened, saw in lists or found, or was refused, newest first."""
    asked = request.GET.get("soort", "")
    kind = asked if asked in dict(KINDS) else OPENED
    from_day = end_of(day_asked(request.GET))
    cursors = {
        "before": looks.cursor(request.GET.get("ouder", "")) or (from_day and from_day.pk),
        "after": looks.cursor(request.GET.get("nieuwer", "")),
    }
    told_of = my_refusals if kind == REFUSED else my_sights
    context = {"kind": kind, "kinds": KINDS, **told_of(request.user, kind, cursors)}
    return render(request, "audit/my_looks.html", context)


def my_sights(person, kind, cursors):
    """What somebody saw, one line for each request."""
    mine = looks.of_person(person)
    mine = mine.filter(looks.OPENED) if kind == OPENED else mine.exclude(kind=Look.Kind.OPENED)
    page = looks.page_of(with_teams(mine), **cursors)
    codes, teams = codes_of(page.looks), team_names(page.looks)
    return {
        "opened": kind == OPENED,
        "lines": [told(line, codes, teams) for line in page.lines],
        "older": page.older,
        "newer": page.newer,
    }


def my_refusals(person, kind, cursors):
    """What somebody was refused: when and what, never of which record, for that might tell that it exists."""
    page = attempts.page_of(attempts.of_person(person), **cursors)
    lines = [{"at": event.at, "what": words.attempt_label(event.verb)} for event in page.lines]
    return {"attempts": lines, "older": page.older, "newer": page.newer}


def told(line, codes, teams):
    """One line as the page shows it."""
    look = line.first
    # who found cases of others was told which team to ask: not which cases, nor how many
    own = [one for one in line.looks if one.origin_kind != "search"]
    return {
        "at": look.at,
        "page": words.page_label(look),
        "kind": words.kind_label(look),
        "summary": words.summary(own) if own else _("een team om het aan te vragen"),
        "parts": words.parts(own, codes),
        "codes": sorted({codes[look.record_id] for look in own if look.record_id in codes}),
        "why": words.reasons(line.looks, teams, mine=True),
        "unexplained": line.unexplained,
    }
