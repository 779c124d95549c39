"""Who is called about an alert, one group after the other: those who are there, then the rota, then the CO-team."""

from dataclasses import dataclass

from django.utils import timezone

from signalering.accounts.access import may
from signalering.accounts.models import Membership, Shift, Team
from signalering.accounts.models.people import Role
from signalering.accounts.rota import place_of, rota_of
from signalering.cases.models import Absence, AlertCall

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


def steps(alert, *, by_day):
    """Who is called one after the other; by day those who are at the desk come first, and again only when on duty."""
    ladder = rungs(alert)
    if not by_day:
        return ladder
    desk = in_the_office(alert)
    called = {hearer.person.pk for hearer in desk}
    return [desk, *([one for one in rung if one.shift or one.person.pk not in called] for rung in ladder)]


def everybody(ladder):
    """All who stand on a ladder, each once, and as who is on duty when that is one of the reasons."""
    once = {}
    for hearer in sorted((one for rung in ladder for one in rung), key=lambda one: one.shift is None):
        once.setdefault(hearer.person.pk, hearer)
    return list(once.values())


def in_the_office(alert):
    """Of a signal everybody who is at the desk; of a case its coordinators, else who may open it already."""
    desk = at_desk(alert.team)
    if alert.signal_id:
        lead = {place.pk for place in desk if place.role == Role.COORDINATOR}
        told = [Hearer(place, AS.COORDINATOR if place.pk in lead else AS.DESK) for place in present(desk)]
        return others(alert, told)
    lead = others(alert, coordinators(alert.team, AS.COORDINATOR))
    # of a case colleagues know nothing but that it is there
    return lead or others(alert, [Hearer(one, AS.DESK) for one in present(desk) if may(one.person, "view", alert.case)])


def rungs(alert):
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
        desk = at_desk(team)
        there = others(alert, [Hearer(place, AS.DESK) for place in present(desk)])
        left.append(there or others(alert, [Hearer(place, AS.DESK) for place in desk]))
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
    """The coordinators of a team, and who stands in for one that is away."""
    desk = at_desk(team)
    instead = who_stands_in(desk)
    found = []
    for lead in (place for place in desk if place.role == Role.COORDINATOR):
        place = instead.get(lead.person_id, lead)
        if place is not None:
            found.append(Hearer(place, role if place.role == Role.COORDINATOR or role == AS.CO_TEAM else AS.DESK))
    return found


def at_desk(team):
    """The places of a team's desk today."""
    places = team.memberships.in_force().select_related("person", "team").order_by("starts_at", "pk")
    return [place for place in places if place.groups and place.person.is_active]


def present(desk):
    """The places of a desk whose people are not away."""
    away = who_stands_in(desk)
    return [place for place in desk if place.person_id not in away]


def who_stands_in(desk):
    """Of everybody of a desk who is away the place of who is there instead: of a stand-in, of theirs, or None."""
    places, teams = {place.person_id: place for place in desk}, {place.team_id for place in desk}
    running = Absence.objects.running().filter(person__in=places)
    away = {one.person_id: one for one in sorted(running, key=lambda one: one.team_id in teams)}  # of this team counts
    found = {}
    for person in away:
        asked, there = {person}, away[person].stand_in_id
        while there in away and there not in asked:
            asked.add(there)
            there = away[there].stand_in_id
        found[person] = None if there in away else places.get(there)
    return found


def others(alert, hearers):
    """Each person once, and not who raised the alert."""
    once = {hearer.person.pk: hearer for hearer in reversed(hearers) if hearer.person.pk != alert.raised_by_id}
    return list(once.values())[::-1]
