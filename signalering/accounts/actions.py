"""What is done with accounts: open one, give it a place in a team, end that place, close it."""

from allauth.usersessions.models import UserSession
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from signalering.accounts import phones
from signalering.accounts.grants import give, office, take
from signalering.accounts.models import Membership, User
from signalering.accounts.models.people import DESK_ROLES, Role
from signalering.audit.models import AuditScope
from signalering.audit.record import note
from signalering.closed_lists import closed_list

ALONE = {Role.PRIVACY_OFFICER, Role.ADMINISTRATOR}  # who watches or maintains never works with content


@transaction.atomic
def open_account(*, email, name, password, by, reason="joined", is_demo=False, invited=False):
    """Somebody may sign in from now on (without a password nobody can); what they may see is given apart from this."""
    email, name = email.strip(), " ".join(name.split())
    user = User(email=email, name=name, is_demo=is_demo, invited=invited)
    check_new(user)
    user.set_password(password)
    user.save(force_insert=True)
    note("open_account", user, by=by, reason=reason)
    return user


def check_new(user):
    """An account needs an e-mail address of its own and a name."""
    if not user.name:
        raise ValidationError(_("Geef een naam op."))
    for column in ("email", "name"):
        most = User._meta.get_field(column).max_length
        if len(getattr(user, column)) > most:
            raise ValidationError(_("Gebruik hoogstens %(most)s tekens.") % {"most": most})
        if not getattr(user, column).isprintable():
            raise ValidationError(_("Gebruik alleen gewone letters, cijfers en leestekens."))
    try:
        validate_email(user.email)
    except ValidationError:
        raise ValidationError(_("Dit is geen geldig e-mailadres.")) from None
    if User.objects.filter(email__iexact=user.email).exists():
        raise ValidationError(_("Er is al een account met dit e-mailadres."))


@transaction.atomic
def join_team(
    person,
    *,
    role,
    function,
    organisation,
    by,
    team=None,
    until=None,
    municipality="Schiedam",
    reason="joined",
):
    """Somebody works for an organisation in a role, perhaps in a team; a privacy officer may review from now on."""
    lock(person)
    check_place(person, role, function, team, until)
    membership = Membership(
        person=person, organisation=organisation, team=team, role=role, function=function, ends_at=until
    ).save_as(by, reason, verb="join_team")
    if role == Role.PRIVACY_OFFICER:
        scope = AuditScope.objects.filter(municipality=municipality).first()
        if scope is None:
            raise ValidationError(_("De gemeente %(name)s is hier niet bekend.") % {"name": municipality})
        given = {"origin": office(membership), "place": membership}
        give(scope, "review", to=person, by=by, reason=reason, ends_at=until, **given)
    return membership


def check_place(person, role, function, team, until):
    """A desk needs a team, and who watches or maintains has no other place."""
    if not person.is_active:
        raise ValidationError(_("Dit account is gesloten."))
    if role not in Role.values:
        raise ValidationError(_("Deze rol bestaat niet."))
    if function not in closed_list("accounts", "functions"):
        raise ValidationError(_("Deze functie bestaat niet."))
    if role in DESK_ROLES and team is None:
        raise ValidationError(_("Bij deze rol hoort een team."))
    if role not in DESK_ROLES and team is not None:
        raise ValidationError(_("Bij deze rol hoort geen team."))
    if until is not None and until <= timezone.now():
        raise ValidationError(_("De einddatum is al voorbij."))
    others = set(not_ended(person).values_list("role", flat=True)) - {role}
    if person.invited and role != Role.SHOPKEEPER:
        raise ValidationError(_("Dit account hoort bij een uitnodiging en kan alleen signalen sturen."))
    if others and not ALONE.isdisjoint(others | {role}):
        raise ValidationError(_("Een privacy officer of beheerder mag geen andere rol hebben."))


def not_ended(person):
    """The memberships of a person that are running or still to begin."""
    return person.memberships.filter(Q(ends_at__isnull=True) | Q(ends_at__gt=timezone.now()))


def lock(person):
    """Hold the account until the transaction ends, so that two places are never given at once."""
    person.refresh_from_db(from_queryset=User.objects.select_for_update())
    person.__dict__.pop("memberships_now", None)


@transaction.atomic
def end_membership(membership, *, by, reason="ended"):
    """Somebody leaves a place now, and with it what the place itself gave."""
    now = timezone.now()
    membership.reread()
    if membership.ends_at is None or membership.ends_at > now:
        ended = max(now, membership.starts_at)  # one that had not begun never will
        membership.change(by=by, reason=reason, verb="end_membership", ends_at=ended)
    for scope in AuditScope.objects.filter(person_grants__origin_id=membership.pk).distinct():
        take(scope, origin=office(membership), by=by, reason=reason)
    membership.person.__dict__.pop("memberships_now", None)
    return membership


@transaction.atomic
def leave_place(membership, *, by, reason="ended"):
    """Somebody leaves one place and is signed out everywhere: the next session is that of the places that are left."""
    lock(membership.person)
    end_membership(membership, by=by, reason=reason)
    end_sessions(membership.person)
    return membership


@transaction.atomic
def close_account(person, *, by, reason="ended"):
    """Somebody may no longer sign in, and is refused on the very next request."""
    lock(person)
    if person.closed_at is not None:
        raise ValidationError(_("Dit account is al gesloten."))
    for membership in not_ended(person):
        end_membership(membership, by=by, reason=reason)
    person.is_active, person.closed_at = False, timezone.now()
    person.set_unusable_password()
    person.save(update_fields=["is_active", "closed_at", "password"])
    end_sessions(person)
    phones.account_closed(person, by=by)
    note("close_account", person, by=by, reason=reason)
    return person


def end_sessions(person):
    """Sign somebody out everywhere."""
    UserSession.objects.filter(user=person).delete()
    mine = [
        session.pk
        for session in Session.objects.filter(expire_date__gt=timezone.now()).iterator()
        if session.get_decoded().get(SESSION_KEY) == str(person.pk)
    ]
    Session.objects.filter(pk__in=mine).delete()
