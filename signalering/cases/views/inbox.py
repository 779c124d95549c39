"""The work queue of a desk, and every signal somebody may see."""

from functools import partial

from django.http import JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from signalering.accounts.access import reasons_for, shown
from signalering.accounts.models.people import Role
from signalering.accounts.pages import day_asked, page_of, seen_by, turn
from signalering.accounts.sessions import asks_by_itself
from signalering.cases.models import Signal
from signalering.cases.taken import taker
from signalering.cases.views.alerts import duty_now, open_alerts
from signalering.cases.views.chosen import chosen_view, tags
from signalering.cases.views.desk import for_desks
from signalering.cases.views.queue import COUNTED, ORDERS, measure, narrowed, part, queue_of
from signalering.cases.working_days import today, working_days_between

LISTED = ("code", "status", "theme", "words_name", "created_at", "area__name", "team__name")


@require_safe
def inbox(request):
    """The signals that wait for a decision of this person's desks, as they want to see them; nothing sealed."""
    for_desks(request, "open_inbox")
    by = request.user
    view, form = chosen_view(request)
    queue = narrowed(queue_of(by), view)
    page = turn(
        request.GET,
        seen=partial(seen_by, Signal.objects.open(), by, "triage"),
        rows=partial(part, queue, by.teams if view.team is None else [view.team], ORDERS[view.order]),
        dated=False,
    )
    waiting, alerts, apart = measure(queue), open_alerts(by), quarantine_of(by)
    reasons = reasons_for([*page.records, *apart], by)
    context = {
        "page": page,
        "rows": [row_of(signal, view) for signal in shown(page.records, by, "triage", reasons=reasons)],
        "number": waiting["number"],
        "counted": f"{COUNTED}+" if waiting["number"] > COUNTED else waiting["number"],
        "oldest": age(waiting["oldest"]) if 0 < waiting["number"] <= COUNTED else None,
        "form": form,
        "chosen": tags(view),
        "view": view,
        "several_teams": len(set(by.teams)) > 1,
        "checked_at": timezone.localtime(),
        "quarantine": shown(apart, by, reasons=reasons),
        "alerts": alerts,
        "duty": duty_now(by) if alerts else [],
    }
    return render(request, "cases/inbox.html", context)


@asks_by_itself
@require_safe
def inbox_count(request):
    """How much waits and since when, for the menu of a page that asks by itself; nothing of any signal."""
    for_desks(request, "inbox_count")
    waiting = measure(queue_of(request.user))
    number = waiting["number"]
    label = f"{COUNTED}+" if number > COUNTED else str(number or "")
    says = ngettext("%(n)s signaal wacht.", "%(n)s signalen wachten.", number) % {"n": label or 0}
    oldest = age(waiting["oldest"]) if 0 < number <= COUNTED else None
    return JsonResponse({"label": label, "oldest": oldest, "says": says})


def quarantine_of(person):
    """The signals of reporters who are not active any more, for the coordinators who let them in."""
    if not person.has_role(Role.COORDINATOR):
        return []
    apart = (
        Signal.objects.open().unopened().visible_to(person).filter(arrival__kept_apart=True, arrival__released_at=None)
    )
    return list(apart.order_by("pk"))


def row_of(signal, view):
    """One line of the queue."""
    arrival = signal.came_by_phone
    return {
        "signal": signal,
        "age": age(signal.created_at),
        "taker": taker(signal, view.taken_since),
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
