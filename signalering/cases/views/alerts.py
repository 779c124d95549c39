"""Alerts: the page of a link in a text message, and what is still open for a team."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from signalering.accounts.access import find, may
from signalering.accounts.models import Shift
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
    alerts = list(Alert.objects.open().known_to(person))
    called = calls_of(alerts) if alerts else {}
    return [
        {
            "alert": alert,
            "calls": called[alert.pk],
            "opens": person.pk in {alert.raised_by_id, *(call.to_id for call in called[alert.pk])},
        }
        for alert in alerts
    ]


def duty_now(person):
    """Who is on duty now for the teams of somebody."""
    return list(Shift.objects.on_duty(timezone.now(), *teams_of(person)).defer("phone", "reason_words"))
