"""How somebody wants to see the work queue: from the address, or as they left it."""

from urllib.parse import urlencode

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from signalering.accounts.configuration import along
from signalering.accounts.models import Area, User
from signalering.cases.actions.desk_view import remember
from signalering.cases.forms.desk import QueueForm
from signalering.cases.models import DeskView
from signalering.cases.taken import since

NAMES = ("volgorde", "thema", "wijk", "team", "status", "dagen", "telaat", "mijn", "alles")
NOTHING = "?alles=1"


def view_of(by):
    """What somebody chose last; a place they no longer work at narrows nothing.

    Along with it comes `taken_since`: what was taken before that moment is nobody's any more.
    """
    here = Exists(Area.objects.filter(pk=OuterRef("desk_view__area"), teams__in=by.teams))
    people = User.objects.select_related("desk_view__area", "desk_view__team")
    person = people.annotate(here=here, hours=along("taken_hours")).get(pk=by.pk)
    view = getattr(person, "desk_view", None) or DeskView()
    view.person, view.taken_since = by, since(int(person.hours))
    if view.area and not person.here:
        view.area = None
    view.team = view.team if view.team in by.teams else None
    return view


def chosen_view(request):
    """The view that the address asks for, kept for the next time, or else as it was left; with its form."""
    by, asked = request.user, request.GET
    areas = list(Area.objects.filter(teams__in=by.teams).distinct())
    choices = {"areas": areas, "teams": by.teams}
    view = view_of(by)
    if any(name in asked for name in NAMES):
        chosen = QueueForm(asked, **choices).chosen
        changed = any(getattr(view, name) != value for name, value in chosen.items())
        if changed and request.headers.get("Sec-Fetch-Site") != "cross-site":  # no link elsewhere changes what I see
            remember(by, **chosen)
        for name, value in chosen.items():
            setattr(view, name, value)
    return view, QueueForm(initial=said(view), **choices)


def said(view):
    """A view as it stands in an address."""
    values = {
        "volgorde": view.order if view.order != DeskView.Order.FIRST_DUE else "",
        "thema": view.theme,
        "wijk": view.area.name if view.area else "",
        "team": view.team.name if view.team else "",
        "status": view.status,
        "dagen": view.older_than or "",
        "telaat": "on" if view.late else "",
        "mijn": "on" if view.mine else "",
    }
    return {name: value for name, value in values.items() if value}


def tags(view):
    """Every filter that is on: its words, and the address without it."""
    words = {
        "thema": view.get_theme_display(),
        "wijk": view.area,
        "team": view.team,
        "status": view.get_status_display(),
        "dagen": ngettext("ouder dan %(n)s werkdag", "ouder dan %(n)s werkdagen", view.older_than or 0)
        % {"n": view.older_than},
        "telaat": _("te laat"),
        "mijn": _("waar ik naar kijk"),
    }
    now = said(view)
    return [{"label": str(words[name]), "url": without(now, name)} for name in now if name in words]


def without(now, name):
    """The address of the queue without one filter."""
    rest = {other: value for other, value in now.items() if other != name}
    return f"?{urlencode(rest)}" if rest else NOTHING
