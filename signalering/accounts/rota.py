"""The rota of a team: who is on duty, put somebody on it, and take a shift off again."""

from datetime import timedelta

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
from signalering.accounts.models.rota import SERVE, serving
from signalering.crypto.fields import says
from signalering.workflow import SentBefore, Stale

LONGEST, AHEAD = timedelta(days=31), timedelta(days=366)


def rota_of(team):
    """The team whose rota this team uses: its own, or one that it shares."""
    return team.shares_rota_of or team


def who_may_serve(*teams):
    """The people who can be put on the rota of some teams: of their desks, or of a team that shares the rota."""
    of_team = Q(team__in=teams) | Q(team__shares_rota_of__in=teams)
    here = Membership.objects.in_force().filter(of_team, role__in=SERVE)
    return User.objects.filter(is_active=True, pk__in=here.values("person")).order_by("name", "pk")


def place_of(person, team):
    """The place from which somebody serves a team today: there, else at a team with the same rota; None without any."""
    places = serving(person, rota_of(team)).select_related("person").order_by("starts_at", "pk")
    return min(places, key=lambda place: place.team_id != team.pk, default=None)


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
    """A shift has times that can be, is for somebody of the team, and overlaps no other."""
    check_times(starts_at, ends_at)
    if not who_may_serve(team).filter(pk=person.pk).exists():
        raise ValidationError({"person": _("Deze collega werkt niet bij dit team. Kies iemand anders.")})
    others = Shift.objects.kept().filter(team=team, starts_at__lt=ends_at, ends_at__gt=starts_at)
    for other in others.select_related("person").order_by("starts_at"):
        if other.order == order or other.person == person:
            told = {"name": other.person, "order": other.get_order_display(), **times_of(other)}
            raise ValidationError(
                _("%(name)s heeft dan al %(order)s dienst, van %(start)s tot %(end)s. Kies andere tijden.") % told
            )


def check_times(starts_at, ends_at):
    """A shift ends after it starts and after now; what is long ago, far ahead or very long was typed wrong."""
    now = timezone.localtime()
    yesterday = now.replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=1)
    for name, wrong, sentence in (
        ("starts_at", starts_at > now + AHEAD, _("Dit is meer dan een jaar vooruit. Kies een eerder begin.")),
        ("ends_at", ends_at <= starts_at, _("De dienst moet eindigen na het begin.")),
        ("ends_at", ends_at <= now, _("Deze dienst is al voorbij. Kies een later einde.")),
        ("starts_at", starts_at < yesterday, _("Dit is te lang geleden. Kies een begin vanaf gisteren.")),
        ("ends_at", ends_at - starts_at > LONGEST, _("Een dienst duurt hoogstens 31 dagen. Kies een eerder einde.")),
    ):
        if wrong:
            raise ValidationError({name: sentence})


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
    if shift.ended_at is None:
        shift.change(
            by=by,
            reason=reason,
            verb="end_shift",
            ended_at=timezone.now(),
            ended_because=reason,
            reason_words=words,
        )
    elif words and not says(shift, reason_words=words):
        raise Stale(shift)
    return shift
