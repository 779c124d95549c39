"""The work queue of a desk, and every signal somebody may see."""

from functools import partial

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from signalering.accounts.access import shown
from signalering.accounts.models import Area
from signalering.accounts.models.people import Role
from signalering.accounts.pages import day_asked, page_of, seen_by, turn
from signalering.cases.models import Signal
from signalering.cases.views.desk import for_desks
from signalering.cases.views.queue import COUNTED, measure, part, queue_of
from signalering.cases.working_days import today, working_days_between

LISTED = ("code", "status", "theme", "words_name", "created_at", "area__name", "team__name")


@require_safe
def inbox(request):
    """The signals that wait for a decision of this person's desks, first due first; nothing sealed."""
    for_desks(request, "open_inbox")
    by = request.user
    areas = list(Area.objects.filter(teams__in=by.teams).distinct())
    queue, chosen = chosen_of(queue_of(by), request.GET, areas)
    page = turn(
        request.GET,
        seen=partial(seen_by, Signal.objects.open(), by, "triage"),
        rows=partial(part, queue, by.teams),
        dated=False,
    )
    waiting = measure(queue)
    context = {
        "page": page,
        "rows": [row_of(signal) for signal in shown(page.records, by, "triage")],
        "number": waiting["number"],
        "counted": f"{COUNTED}+" if waiting["number"] > COUNTED else waiting["number"],
        "oldest": age(waiting["oldest"]) if 0 < waiting["number"] <= COUNTED else None,
        "themes": Signal.Theme.choices,
        "areas": areas,
        "chosen": chosen,
        "several_teams": len(set(by.teams)) > 1,
        "checked_at": timezone.localtime(),
        "quarantine": quarantine_of(by),
    }
    return render(request, "cases/inbox.html", context)


def quarantine_of(person):
    """The signals of reporters who are not active any more, for the coordinators who let them in."""
    if not person.has_role(Role.COORDINATOR):
        return []
    apart = (
        Signal.objects.open().unopened().visible_to(person).filter(arrival__kept_apart=True, arrival__released_at=None)
    )
    return shown(apart.order_by("pk"), person)


def chosen_of(queue, asked, areas):
    """The queue by theme and area as the address asks, and what was chosen as (name in the address, label)."""
    chosen = []
    if asked.get("thema") in Signal.Theme:
        queue = queue.filter(theme=asked["thema"])
        chosen.append(("thema", Signal.Theme(asked["thema"]).label))
    here = [area for area in areas if area.name == asked.get("wijk")]
    if here:
        queue = queue.filter(area__in=here)
        chosen.append(("wijk", here[0].name))
    return queue, chosen


def row_of(signal):
    """One line of the queue."""
    arrival = signal.came_by_phone
    return {
        "signal": signal,
        "age": age(signal.created_at),
        "incomplete": arrival is not None and arrival.incomplete,
    }


def age(moment):
    """How many working days ago something came in."""
    return working_days_between(timezone.localdate(moment), today())


@require_safe
def signals(request):
    """Every signal this person may see, newest first."""
    for_desks(request, "list_signals")
    page = page_of(Signal.objects.select_related("area", "team").only(*LISTED), request.user, "view", request.GET)
    wrong_day = bool(request.GET.get("vanaf")) and day_asked(request.GET) is None
    return render(request, "cases/signals.html", {"page": page, "wrong_day": wrong_day})
