"""The cases of a director, and what the team may know of its cases."""

import uuid
from functools import partial

from django.shortcuts import render
from django.views.decorators.http import require_safe

from signalering.accounts.access import normal_code, shown
from signalering.accounts.models.people import Role
from signalering.accounts.pages import page_of, seen_by, turn
from signalering.cases.models import Case
from signalering.cases.stand_in_chain import stood_in_for
from signalering.cases.views.desk import for_desks
from signalering.cases.views.mine import part
from signalering.cases.views.residents import with_names

AT_ONCE = 24  # the looks at so many cases and residents go into the log in one statement, also on SQLite


@require_safe
def my_cases(request):
    """The cases this person directs, by name; beside it those of who is away, and without a name those of the team."""
    for_desks(request, "list_cases")
    asked, away = request.GET.get("lijst"), stood_in_for(request.user)
    if asked == "team":
        return of_team(request)
    mine = Case.objects.directed_by(request.user)
    if stands_in := asked == "vervanging":
        mine = Case.objects.open().filter(director__in=[one["person"] for one in away])
    page = turn(
        request.GET,
        seen=partial(seen_by, mine, request.user, "view"),
        rows=partial(part, mine.visible_to(request.user)),
        size=AT_ONCE,
        dated=False,
    )
    context = {
        "page": page,
        "cases": with_names(request, page.records),
        "stands_in": stands_in,
        "away": away,
    }
    return render(request, "cases/my_cases.html", context)


def of_team(request):
    """The cases of the team: for a coordinator with the next due day, for a colleague that they exist."""
    by = request.user
    coordinates = by.has_role(Role.COORDINATOR)
    director = director_asked(request)
    if coordinates and director:
        theirs = Case.objects.open().filter(director=director).select_related("director").order_by("-id")
        seen, rows = partial(seen_by, theirs, by, "reassign"), partial(newest, theirs.visible_to(by, "reassign"))
        page = turn(request.GET, seen=seen, rows=rows)
        page.records = shown(page.records, by, "reassign")
    elif coordinates:
        page = page_of(Case.objects.select_related("director"), by, "reassign", request.GET)
    else:
        known = Case.objects.known_to_colleagues(by)
        page = turn(request.GET, seen=partial(known_by_code, known), rows=partial(newest, known))
    return render(request, "cases/team_cases.html", {"page": page, "coordinates": coordinates, "divides": director})


def director_asked(request):
    """The key of the colleague whose cases a coordinator wants to divide; None when the address names nobody."""
    try:
        return uuid.UUID(request.GET.get("regisseur", ""))
    except ValueError:
        return None


def known_by_code(known, code):
    """The case with this code when colleagues know of it."""
    return known.filter(code=normal_code(code)).first() if code else None


def newest(known, *, before, after, size):
    """The newest cases before one, or the next newer ones after one."""
    if after is not None:
        return list(known.filter(pk__gt=after.pk).order_by("id")[:size])[::-1]
    return list((known if before is None else known.filter(pk__lt=before.pk))[:size])
