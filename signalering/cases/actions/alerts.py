"""Somebody must take this on now: who is called, when the next one is, and who took it on."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from signalering.accounts.access import allow, may
from signalering.accounts.configuration import hours, minutes, setting
from signalering.accounts.coordinated import is_coordinated
from signalering.accounts.grants import duty, end, give, take
from signalering.accounts.models import Shift, User
from signalering.accounts.rota import place_of, rota_of
from signalering.audit import actors
from signalering.cases import notices
from signalering.cases.actions.hearers import everybody, steps
from signalering.cases.models import Alert, AlertCall
from signalering.cases.office_hours import in_office_hours, next_closing, next_opening
from signalering.clock.kinds import Kind

ALARM = actors.system("alerts")


def on_arrival(signal, consent):
    """A signal that cannot wait and comes in outside office hours does not wait for the morning."""
    cause = {"not_safe": "not_safe_at_night"}.get(consent)
    if cause is None and signal.urgency == signal.Urgency.TODAY:
        cause = "today_at_night"
    if cause and not in_office_hours():
        raise_alert(cause, by=ALARM, signal=signal)


@transaction.atomic
def raise_alert(cause, *, by, signal=None, case=None):
    """From now on people are called about a signal or a case; who raises it is not called, and may take it on.

    What nobody took on yet begins again when there is another cause.
    """
    about = signal or case
    known = about.alerts.open().filter(cause=cause).first()
    if known is not None:
        return known
    raised = {"cause": cause, "raised_by": actors.person(by)}
    alert = about.alerts.unanswered().select_for_update().first()
    if alert is not None:
        begin_again(alert, by=by, reason=cause, verb="raise_alert", **raised)
    else:
        alert = Alert(signal=signal, case=case, team=about.team, next_at=timezone.now(), **raised)
        alert.save_as(by, cause, verb="raise_alert", purpose=about.purpose)
    if alert.raised_by is not None:
        let_respond(alert, by, place_of(by, about.team), by=by, reason=cause)
    return alert


def begin_again(alert, **values):
    """People are called about an alert from the start, whoever was called or took it on before."""
    start = {"step": 0, "next_at": timezone.now(), "acknowledged_at": None, "acknowledged_by": None}
    alert.change(without_rota=False, **start, **values)


def let_respond(alert, person, place, *, by, reason):
    """Somebody may take an alert on, for as long as they have this place."""
    given = {"by": by, "reason": reason, "origin": duty(alert), "purpose": alert.about.purpose}
    give(alert, "respond", to=person, place=place, **given)


def waiting():
    """The alerts about which somebody must be called now, the longest waiting first."""
    return Alert.objects.due()


@transaction.atomic
def do(alert):
    """Call the next people about one alert; False when another worker did, or when somebody took it on."""
    alert.about.reread()  # first what it is about, then the alert: the order in which a decision locks them
    alert.reread()
    now = timezone.now()
    if alert.next_at is None or alert.next_at > now:
        return False
    begins, (hearers, plan) = alert.step == 0, next_call(alert, now)
    alert.change(by=ALARM, reason="called", verb="call", **plan)
    for hearer in hearers:
        call(alert, hearer)
    if begins and not hearers and not is_coordinated(alert.team):
        notices.tell_maintainers(alert.team, by=ALARM, cause=alert)
    return True


KIND = Kind("alerts", waiting, do, label=_("Oproepen"), since="next_at")


def sweep():
    """Call the next people about every alert that is due; how many alerts."""
    return KIND.sweep()


def next_call(alert, now):
    """Who is called now and when the next are: step after step, then all of them a few times, until the office turns.

    At its opening and at its closing the calls begin again, each with those who are called then.
    """
    by_day = in_office_hours(now)
    ladder = steps(alert, by_day=by_day)
    begun = alert.step if in_office_hours(alert.next_at) == by_day else 0  # what was due before the turn and came late
    step = next((step for step in range(begun, len(ladder)) if ladder[step]), None)
    turn, soon = (next_closing if by_day else next_opening)(now), now + minutes("alert_minutes")
    if step is not None:
        hearers, plan = ladder[step], {"next_at": soon, "step": step + 1}
    elif (repeats := max(begun - len(ladder), 0)) < int(setting("alert_repeats")):
        hearers, plan = everybody(ladder), {"next_at": soon, "step": len(ladder) + repeats + 1}
    else:
        hearers, plan = [], {"next_at": turn, "step": 0}
    if plan["next_at"] >= turn:
        plan["step"] = 0
    rota = Shift.objects.on_duty(now, rota_of(alert.team))
    return hearers, {**plan, "without_rota": not by_day and not rota.exists()}


def call(alert, hearer):
    """One person is called: may take the alert on, may read what it is about, and gets a mail; a text goes later."""
    about, person = alert.about, hearer.person
    given = {"by": ALARM, "reason": "called", "origin": duty(alert), "purpose": about.purpose, "place": hearer.place}
    words = ("view", "triage") if alert.signal_id else ("view",)
    ending = about.person_grants.filter(user=person, origin_kind=duty(alert).kind, ends_at__isnull=False)
    if ending.exists() or not may(person, words[-1], about):  # what an earlier alert gave ends before this one does
        give(about, *words, to=person, **given)
    let_respond(alert, person, hearer.place, by=ALARM, reason="called")
    AlertCall(
        alert=alert,
        to=person,
        role=hearer.role,
        shift=hearer.shift if hearer.shift is not None and hearer.shift.phone_sealed else None,
        effect_key=f"alert-{alert.pk.hex}-{alert.version}-{person.pk.hex}",
        due_at=timezone.now(),
    ).save_as(ALARM, "called", verb="call_person")
    notices.tell("alert", person, alert, by=ALARM)


@transaction.atomic
def acknowledge(alert, *, by):
    """Somebody who was called takes it on: nobody is called any more. False when another was first."""
    alert.reread()
    allow(by, "respond", alert)
    if alert.ended_at is not None or alert.acknowledged_at is not None:
        return False
    now = timezone.now()
    over = {} if alert.signal_id else {"ended_at": now, "ended_because": "acknowledged"}
    alert.change(
        by=by,
        reason="acknowledged",
        verb="acknowledge_alert",
        acknowledged_at=now,
        acknowledged_by=by,
        next_at=None,
        **over,
    )
    if over:
        end_sight(alert, by=by, reason="acknowledged")
    return True


def end_alerts(about, *, by, reason, **which):
    """What the alerts were about, or some of them, is decided: they are over."""
    for alert in about.alerts.open().filter(**which):
        ended = {"ended_at": timezone.now(), "ended_because": reason, "next_at": None}
        alert.change(by=by, reason=reason, verb="end_alert", **ended)
        end_sight(alert, by=by, reason=reason)


def end_sight(alert, *, by, reason):
    """Who was called about an alert that is over reads what it was about a little longer."""
    until = timezone.now() + hours("duty_sight_hours")
    for person in User.objects.filter(pk__in=alert.calls.values("to")):
        end(alert.about, to=person, origin=duty(alert), by=by, reason=reason, at=until)


def hand_over_alerts(signal, team, *, by, reason):
    """Another team gets the signal: its people are called from the start; who had duty for the old team lose it all."""
    for alert in signal.alerts.open():
        for record in (signal, alert):
            take(record, origin=duty(alert), by=by, reason=reason)
        for call in alert.calls.filter(sent_at=None, shift__isnull=False):
            call.change(by=by, reason=reason, verb="call_off", shift=None)
        notices.call_off(alert, by=by, reason=reason)
        begin_again(alert, by=by, reason=reason, verb="hand_over_alert", team=team)
