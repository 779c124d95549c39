"""Somebody is away: a colleague does their cases until a day, and loses them by itself when that day is over."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from signalering.accounts.access import may, permission_ids, refuse
from signalering.accounts.configuration import setting
from signalering.accounts.grants import Origin, end_all, give, give_all, place_at, standing_in, take
from signalering.accounts.models import User
from signalering.accounts.models.people import Role
from signalering.cases import notices
from signalering.cases.midnight import end_of
from signalering.cases.models import Absence, Case, MeldcodeAssessment, ReporterIdentity, Signal
from signalering.cases.stand_in_chain import passed_on, reached, running
from signalering.cases.working_days import today


def coordinated(person):
    """The teams that somebody coordinates today."""
    return [place.team for place in person.memberships_now if place.role == Role.COORDINATOR]


def must_coordinate(team, *, by):
    """Who is away is arranged by a coordinator of the team."""
    if team not in coordinated(by):
        refuse(by, "absences", None)


def last_day():
    """The last day until which somebody can be away."""
    return today() + timedelta(weeks=int(setting("absence_weeks")))


def must_be_a_day(until):
    """Not over already, and not so far away that the cases had better get another director."""
    if until < today():
        raise ValidationError({"until": _("Kies vandaag of een dag hierna.")})
    if until > last_day():
        day = date_format(last_day(), "j F")
        raise ValidationError(
            {"until": _("Kies een dag tot en met %(day)s. Draag anders de casussen over.") % {"day": day}}
        )


@transaction.atomic
def arrange(*, by, team, person, stand_in, until, reason):
    """A coordinator names who does the open cases of somebody who is away; that one keeps what was theirs."""
    must_coordinate(team, by=by)
    User.objects.select_for_update().get(pk=person.pk)  # two coordinators at once make one absence
    must_be_a_day(until)
    known = Absence.objects.running().filter(team=team, person=person).first()
    if known is not None and (known.stand_in, known.until, known.reason) == (stand_in, until, reason):
        return known
    check_people(team, person, stand_in)
    if known is not None:
        raise ValidationError({"person": _("Deze collega is al afwezig. Pas dat aan, of beëindig het eerst.")})
    before = running()
    handed = [one for one in passed_on(person, before) if stand_in not in reached(one, before)]
    must_be_handed_on(handed, stand_in, by=by)
    absence = Absence(team=team, person=person, stand_in=stand_in, until=until, reason=reason)
    absence.save_as(by, reason, verb="arrange_stand_in")
    give_cases(absence, by=by)
    for one in handed:
        hand_on(one, stand_in, by=by, reason=reason, until=reached(one, [*before, absence])[stand_in])
    return absence


def must_be_handed_on(handed, stand_in, *, by):
    """This coordinator can give to whoever stands in what else somebody does who goes away, or others act first."""
    mine = coordinated(by)
    for one in handed:
        if (one.team not in mine or one.team.desk_id not in stand_in.desks) and stood_in_on(one).exists():
            about = {"person": one.person, "team": one.team}
            raise ValidationError(
                {"person": _("Deze collega vervangt %(person)s bij %(team)s. Regel daar eerst iemand anders.") % about}
            )


def stood_in_on(absence):
    """The open cases that somebody has because of an absence."""
    origin = standing_in(absence)
    held = {"person_grants__origin_kind": origin.kind, "person_grants__origin_id": origin.id}
    return Case.objects.open().directed_by(absence.person).filter(team=absence.team, **held).distinct()


def check_people(team, person, stand_in):
    """Both work at the team, they are two people, and who stands in is there."""
    if person == stand_in:
        raise ValidationError({"stand_in": _("Kies een andere collega als vervanger.")})
    for name, one in (("person", person), ("stand_in", stand_in)):
        if not one.is_active or team.desk_id not in one.desks:
            raise ValidationError({name: _("Deze collega werkt niet bij %(team)s.") % {"team": team}})
    if Absence.objects.running().filter(person=stand_in).exists():
        raise ValidationError({"stand_in": _("Deze collega is zelf afwezig. Kies iemand anders.")})


def give_cases(absence, *, by):
    """Whoever stands in gets the open cases of that moment, their signals and their referrals; cases of later not."""
    directed = Case.objects.open().directed_by(absence.person).filter(team=absence.team).visible_to(by, "reassign")
    cases = list(directed.select_for_update(of=("self",)).order_by("pk"))
    given = given_for(absence, absence.stand_in, by=by, reason=absence.reason, until=absence.until)
    for records, words in what_goes_along(cases):
        give_all(records, *words, **given)


def hand_on(absence, to, *, by, reason, until):
    """Who did the cases of an absence goes away too: whoever stands in gets those that are left, until this day."""
    keys = stood_in_on(absence).values("pk")
    cases = list(Case.objects.filter(pk__in=keys).select_for_update(of=("self",)).order_by("pk"))
    given = given_for(absence, to, by=by, reason=reason, until=until)
    for records, words in what_goes_along(cases):
        for record in records:  # one by one, because somebody may get again what ended a moment ago
            give(record, *words, purpose=getattr(record, "purpose", ""), **given)


def given_for(absence, to, *, by, reason, until):
    """How what belongs to an absence is given to somebody."""
    place = place_at(absence.team, to)
    origin = standing_in(absence)
    return {"to": to, "by": by, "reason": reason, "origin": origin, "ends_at": end_of(until), "place": place}


def what_goes_along(cases):
    """The records of these cases for whoever stands in, with what may be done with them."""
    yield cases, ("view", "change")
    signals = Signal.objects.filter(case__in=cases)
    yield signals, ("view",)
    yield known_reporters(signals), ("view_reporter",)
    yield MeldcodeAssessment.objects.filter(case__in=cases), ("view", "change")
    referral, extract = referral_models()
    referrals = referral.objects.filter(case__in=cases)
    yield referrals.exclude(status__in=referral.ENDED), ("view", "change")
    yield referrals.filter(status__in=referral.ENDED), ("view",)
    yield extract.objects.filter(referral__in=referrals.running()), ("view",)


def known_reporters(signals):
    """The reporters who may be known to all who work on the case."""
    return ReporterIdentity.objects.filter(signal__in=signals, level=ReporterIdentity.Level.OPEN)


def referral_models():
    """The models of a later stage that a case leads to: the referral and what goes along with it."""
    referral = Case._meta.get_field("referrals").related_model
    return referral, referral._meta.get_field("extract").related_model


def kinds():
    """Every kind of record that whoever stands in may hold."""
    return (Case, Signal, ReporterIdentity, MeldcodeAssessment, *referral_models())


@transaction.atomic
def change_until(absence, *, by, until, version=None):
    """The absence ends sooner or later than was thought."""
    hold(absence, by=by, version=version)
    must_be_a_day(until)
    before = running()
    absence.change(by=by, reason="until_changed", verb="change_absence", until=until)
    move_ends(absence, before, by=by, reason="until_changed")
    return absence


@transaction.atomic
def end_absence(absence, *, by):
    """The colleague is back: whoever stood in loses the cases at once."""
    hold(absence, by=by)
    before = running()
    absence.change(by=by, reason="ended", verb="end_absence", ended_at=timezone.now())
    move_ends(absence, before, by=by, reason="ended")
    return absence


def hold(absence, *, by, version=None):
    """Hold an absence that runs, for who coordinates its team."""
    absence.reread()
    must_coordinate(absence.team, by=by)
    absence.must_be_at(version, "until", "ended_at")
    if absence.ended_at is not None or absence.until < today():
        raise ValidationError(_("Deze afwezigheid is al voorbij."))


def move_ends(absence, before, *, by, reason):
    """All that was given for an absence, or handed on by it, ends when it should now; `before` ran until now."""
    after, now = running(), timezone.now()
    still = {one.pk: one for one in after}
    for one in [absence, *passed_on(absence.person, before)]:
        was = reached(next(known for known in before if known.pk == one.pk), before)
        ends = reached(still[one.pk], after) if one.pk in still else {}
        for person, until in was.items():
            if ends.get(person) != until:
                at = end_of(ends[person]) if person in ends else now
                move_end(one, person, by=by, reason=reason, at=at)


def move_end(absence, to, *, by, reason, at):
    """All that somebody was given for an absence ends at this moment."""
    for kind in kinds():
        end_all(kind, to=to, origin=standing_in(absence), by=by, reason=reason, at=at)


def stand_ins_of(case):
    """What the people hold on a case who stand in for its director now."""
    change = permission_ids(Case)["change"]
    held = case.person_grants.where_they_work().filter(origin_kind="stand_in", permission_id=change)
    return held.select_related("user", "membership")


def share_with_stand_ins(case, record, *actions, by, reason):
    """What the director of a case gets while away, whoever stands in gets too, for as long."""
    for grant in stand_ins_of(case):
        given = {"origin": Origin(grant.origin_kind, grant.origin_id), "ends_at": grant.ends_at}
        give(
            record, *actions, to=grant.user, by=by, reason=reason, purpose=case.purpose, place=grant.membership, **given
        )


def end_stand_ins(case, *, by, reason):
    """The case ends or goes to another director: nobody stands in on it any more."""
    held = case.person_grants.filter(origin_kind="stand_in").values_list("origin_id", flat=True)
    for origin in {Origin("stand_in", key) for key in held}:
        for record in everything_of(case):
            take(record, origin=origin, by=by, reason=reason)


def everything_of(case):
    """The case and what lies under it."""
    yield case
    for signal in case.signals.select_related("reporter"):
        yield from (signal, signal.reporter)
    for referral in case.referrals.all():
        yield from (referral, *([referral.extract] if hasattr(referral, "extract") else []))
    yield from case.meldcodes.all()


def tell_director(kind, case, about, *, by, cause=None):
    """The director of a case must hear about a record; and whoever stands in.

    When the director lost the case, the coordinators hear of the case itself: that they can open and give away.
    """
    if may(case.director, "change", case):
        notices.tell(kind, case.director, about, by=by, cause=cause)
    else:
        notices.tell_coordinators(kind, case.team, case, by=by, cause=cause or about)
    for grant in stand_ins_of(case):
        notices.tell(kind, grant.user, about, by=by, cause=cause)
