"""The rota of a team: who is on duty, put somebody on it, and take a shift off again."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from signalering.accounts.access import allow, refuse
from signalering.accounts.grants import give, routing
from signalering.accounts.models import Membership, Shift, User
from signalering.accounts.models.people import Role
from signalering.crypto.fields import says
from signalering.workflow import SentBefore, Stale

SERVE = (Role.WOT_WORKER, Role.COORDINATOR)


def rota_of(team):
    """The team whose rota this team uses: its own, or one that it shares."""
    return team.shares_rota_of or team


def who_may_serve(*teams):
    """The people who can be put on the rota of some teams: of their desks, or of a team that shares the rota."""
    of_team = Q(team__in=teams) | Q(team__shares_rota_of__in=teams)
    here = Membership.objects.in_force().filter(of_team, role__in=SERVE)
    return User.objects.filter(is_active=True, pk__in=here.values("person")).order_by("name", "pk")


def plans_for(person):
    """The teams whose rota somebody makes, as their coordinator; a shared rota is made where it belongs."""
    teams = dict.fromkeys(place.team for place in person.memberships_now if place.role == Role.COORDINATOR)
    return [team for team in teams if team.shares_rota_of_id is None]


@transaction.atomic
def add_shift(*, by, form_key, team, person, order, starts_at, ends_at, phone=""):
    """A coordinator puts a colleague on the rota; the same form sent again is the same shift."""
    team.reread()  # two coordinators at once: the second sees what the first put there
    told = {"team": team, "person": person, "order": order, "starts_at": starts_at, "ends_at": ends_at}
    if team not in plans_for(by):
        refuse(by, "plan", None)
    known = Shift.objects.filter(form_key=form_key).first()
    if known is not None:
        if not says(known, phone=phone) or any(getattr(known, name) != value for name, value in told.items()):
            raise SentBefore
        return known
    check(**told)
    shift = Shift(**told, form_key=form_key, phone=phone).save_as(by, "planned", verb="plan_shift")
    give(shift, "plan", to=team.coordinators_id, by=by, reason="planned", origin=routing(shift))
    return shift


def check(*, team, person, order, starts_at, ends_at):
    """A shift ends after it starts and after now, is for somebody of the team, and overlaps no other."""
    if ends_at <= starts_at:
        raise ValidationError({"ends_at": _("De dienst moet eindigen na het begin.")})
    if ends_at <= timezone.now():
        raise ValidationError({"ends_at": _("Deze dienst is al voorbij. Kies een later einde.")})
    if not who_may_serve(team).filter(pk=person.pk).exists():
        raise ValidationError({"person": _("Deze collega werkt niet bij dit team. Kies iemand anders.")})
    others = Shift.objects.kept().filter(team=team, starts_at__lt=ends_at, ends_at__gt=starts_at)
    for other in others.select_related("person").order_by("starts_at"):
        if other.order == order or other.person == person:
            told = {"name": other.person, "order": other.get_order_display(), **times_of(other)}
            raise ValidationError(
                _("%(name)s heeft dan al %(order)s dienst, van %(start)s tot %(end)s. Kies andere tijden.") % told
            )


def times_of(shift):
    """From when until when, as people read it."""
    moments = {"start": shift.starts_at, "end": shift.ends_at}
    return {name: date_format(timezone.localtime(moment), "j F H.i") for name, moment in moments.items()}


@transaction.atomic
def end_shift(shift, *, by, reason, words=""):
    """A coordinator takes a shift off the rota, now; who takes over gets a shift of their own.

    Who takes it off once more, with other words, is told who was first and keeps the words.
    """
    shift.reread()
    allow(by, "plan", shift)
    if shift.ended_at is not None and words and not says(shift, reason_words=words):
        raise Stale(shift)
    if shift.ended_at is None:
        shift.change(
            by=by,
            reason=reason,
            verb="end_shift",
            ended_at=timezone.now(),
            ended_because=reason,
            reason_words=words,
        )
    return shift
