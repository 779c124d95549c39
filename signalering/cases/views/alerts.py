"""Alerts: the page of a link in a text message, and what is still open for a team."""

from django.contrib import messages
from django.db.models import F
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from signalering.accounts.access import find, may
from signalering.accounts.models import Shift, User
from signalering.cases.actions.alerts import acknowledge
from signalering.cases.models import Alert, AlertCall
from signalering.cases.views.rota import teams_of

RELATED = ("team", "signal", "case", "acknowledged_by", "raised_by")


def called_about(request, code):
    """The alert about which this person was called."""
    return find(Alert.objects.select_related(*RELATED), by=request.user, code=code, to="respond")


@require_safe
def alert(request, code):
    """What somebody was called for, without anything sealed, and one button."""
    record = called_about(request, code)
    context = {
        "alert": record,
        "opens": may(request.user, "view", record.about),
        "calls": calls_of([record])[record.pk],
        "mine": record.acknowledged_by == request.user,
    }
    return render(request, "cases/alert.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def alert_take(request, code):
    """Somebody takes an alert on; who is too late reads who was first."""
    record = called_about(request, code)
    if request.method != "POST":
        return redirect("alert", record.shown_code)
    if acknowledge(record, by=request.user):
        messages.success(request, _("Jij pakt dit op. Niemand wordt hierover nog opgeroepen."))
    if record.acknowledged_by != request.user or not may(request.user, "view", record.about):
        return redirect("alert", record.shown_code)
    return redirect("inbox_signal" if record.signal_id else "case", record.about.shown_code)


def calls_of(alerts):
    """Who was called about each of these alerts, each person once, in the order of being called."""
    called = {alert.pk: {} for alert in alerts}
    for call in AlertCall.objects.filter(alert__in=called).select_related("to").order_by("id"):
        called[call.alert_id].setdefault(call.to_id, call)
    return {alert: list(people.values()) for alert, people in called.items()}


def open_alerts(person):
    """The alerts of somebody's teams that are not over, with who was called, and whether this person may open them."""
    to = {"called_id": F("calls__to"), "called_name": F("calls__to__name"), "called_as": F("calls__role")}
    alerts, calls = {}, {}
    for row in Alert.objects.open().known_to(person).annotate(**to).order_by("id", "calls__id"):
        alert, called = alerts.setdefault(row.pk, row), calls.setdefault(row.pk, {})
        if row.called_id is not None:
            who = User(pk=row.called_id, name=row.called_name)
            called.setdefault(row.called_id, AlertCall(alert=alert, to=who, role=row.called_as))
    return [
        {"alert": alert, "calls": list(calls[key].values()), "opens": person.pk in {alert.raised_by_id, *calls[key]}}
        for key, alert in alerts.items()
    ]


def duty_now(person):
    """Who is on duty now for the teams of somebody."""
    return list(Shift.objects.on_duty(timezone.now(), *teams_of(person)).defer("phone", "reason_words"))
