"""Somebody must take this on now: who is called, when the next one is, and who took it on."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from signalering.accounts.access import allow, may
from signalering.accounts.configuration import hours, minutes, setting
from signalering.accounts.grants import duty, end, give, take
from signalering.accounts.models import Membership, Shift, Team, User
from signalering.accounts.models.people import Role
from signalering.accounts.rota import place_of, rota_of
from signalering.audit import actors
from signalering.cases import notices
from signalering.cases.models import Alert, AlertCall
from signalering.cases.office_hours import in_office_hours, next_closing, next_opening
from signalering.clock.kinds import Kind

ALARM = actors.system("alerts")
AS = AlertCall.Role


@dataclass(frozen=True)
class Hearer:
    """Somebody who is called, at which place, as what; a shift says that there may be a number to text."""

    place: Membership
    role: AlertCall.Role
    shift: Shift | None = None

    @property
    def person(self):
        """Who is called."""
        return self.place.person


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
    hearers, plan = in_the_office(alert, now) if in_office_hours(now) else out_of_hours(alert, now)
    alert.change(by=ALARM, reason="called", verb="call", **plan)
    for hearer in hearers:
        call(alert, hearer)
    return True


KIND = Kind("alerts", waiting, do, label=_("Oproepen"), since="next_at")


def sweep():
    """Call the next people about every alert that is due; how many alerts."""
    return KIND.sweep()


def in_the_office(alert, now):
    """Everybody of the desk hears at once; nobody who closes the office leaves it lying for the night."""
    team, told = alert.team, []
    for place in at_desk(team):
        if alert.signal_id or place.role == Role.COORDINATOR:  # of a case colleagues know nothing but that it is there
            role = AS.COORDINATOR if place.role == Role.COORDINATOR else AS.DESK
            told.append(Hearer(place, role))
    return others(alert, told), {"step": 0, "next_at": next_closing(now)}


def out_of_hours(alert, now):
    """The next rung of the ladder; when all were called, all again, a few times; then when the office opens."""
    ladder = rungs(alert, now)
    rota = Shift.objects.on_duty(now, rota_of(alert.team))
    plan = {"next_at": now + minutes("alert_minutes"), "without_rota": not rota.exists()}
    for step in range(alert.step, len(ladder)):
        if ladder[step]:
            return ladder[step], {**plan, "step": step + 1}
    repeats = max(alert.step - len(ladder), 0)
    if repeats >= int(setting("alert_repeats")):
        return [], {**plan, "next_at": next_opening(now)}
    everybody = [hearer for rung in ladder for hearer in rung]
    return everybody, {**plan, "step": len(ladder) + repeats + 1}


def rungs(alert, now):
    """Who is called one after the other: first and second on duty, coordinators, then those of the CO-team.

    Somebody stands on one rung only; where nobody is left at all, the whole desk does.
    """
    team, co_team = alert.team, Team.objects.filter(kind=Team.Kind.CO_TEAM).first()
    first, second = on_duty(team)
    ladder = [first, second, coordinators(team, AS.COORDINATOR)]
    if co_team is not None and co_team != team:
        there = [Hearer(h.place, AS.CO_TEAM, h.shift) for rung in on_duty(co_team) for h in rung]
        ladder.append(there or coordinators(co_team, AS.CO_TEAM))
    seen, left = set(), []
    for rung in ladder:
        left.append([h for h in others(alert, rung) if h.person.pk not in seen])
        seen |= {h.person.pk for h in rung}
    if not any(left):
        left.append(others(alert, [Hearer(place, AS.DESK) for place in at_desk(team)]))
    return left


def on_duty(team):
    """Who is first and who is second on duty for a team now, of those who may serve it."""
    found = {Shift.Order.FIRST: [], Shift.Order.SECOND: []}
    for shift in Shift.objects.on_duty(timezone.now(), rota_of(team)):
        if place := place_of(shift.person, shift.team):
            role = AS.FIRST if shift.order == Shift.Order.FIRST else AS.SECOND
            found[shift.order].append(Hearer(place, role, shift))
    return list(found.values())


def coordinators(team, role):
    """The coordinators of a team."""
    return [Hearer(place, role) for place in at_desk(team) if place.role == Role.COORDINATOR]


def at_desk(team):
    """The places of a team's desk today."""
    places = team.memberships.in_force().select_related("person", "team").order_by("starts_at", "pk")
    return [place for place in places if place.groups and place.person.is_active]


def others(alert, hearers):
    """Each person once, and not who raised the alert."""
    once = {hearer.person.pk: hearer for hearer in reversed(hearers) if hearer.person.pk != alert.raised_by_id}
    return list(once.values())[::-1]


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
