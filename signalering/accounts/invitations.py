"""Shops and couriers begin with a QR code: from then on their phones hand in signals, and read nothing."""

import secrets
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from signalering.accounts.access import allow
from signalering.accounts.actions import join_team, open_account
from signalering.accounts.configuration import days, setting
from signalering.accounts.grants import give, routing
from signalering.accounts.models import Invitation, Organisation, Phone, Shop
from signalering.accounts.models.people import Role
from signalering.accounts.phones import digest, end, kind_of
from signalering.audit.models import Event
from signalering.audit.record import note_later

NOWHERE = "uitnodiging.invalid"  # a name of the net that leads to no mailbox, for ever
KIND = "shop"


@transaction.atomic
def open_shop(*, name, function, team, by, area=None, reason="joined", is_demo=False):
    """A shop or courier may report to this team: it gets an account that nobody signs in with, and no phone yet."""
    organisation = organisation_named(name, by=by, reason=reason)
    if Shop.objects.filter(team=team, account__memberships__organisation=organisation).exists():
        raise ValidationError({"name": _("Deze naam staat al in de lijst van %(team)s.") % {"team": team}})
    account = open_account(
        email=f"{secrets.token_hex(12)}@{NOWHERE}",
        name=organisation.name,
        password=None,
        by=by,
        reason=reason,
        is_demo=is_demo,
        invited=True,
    )
    join_team(account, role=Role.SHOPKEEPER, function=function, organisation=organisation, by=by, reason=reason)
    shop = Shop(account=account, team=team, area=area).save_as(by, reason, verb="open_shop")
    give(shop, "manage", to=team.coordinators_id, by=by, reason=reason, origin=routing(shop))
    return shop


def organisation_named(name, *, by, reason):
    """The organisation that is called so, or a new one."""
    name = " ".join(name.split())
    known = Organisation.objects.filter(name__iexact=name).first()
    return known or Organisation(name=name, kind=KIND).save_as(by, reason)


@transaction.atomic
def invite(shop, *, by, form_key):
    """A new QR code for a shop, and the end of the one before it.

    Its token, which stands nowhere but on the reply to this very form; None when the form was sent before.
    """
    shop.reread()
    allow(by, "manage", shop)
    if Invitation.objects.filter(form_key=form_key).exists():
        return None
    now, token = timezone.now(), secrets.token_urlsafe(32)
    for before in shop.invitations.filter(ended_at=None):
        before.change(by=by, reason="replaced", verb="end_invitation", ended_at=now)
    until = now + timedelta(hours=int(setting("invitation_hours")))
    invitation = Invitation(shop=shop, form_key=form_key, token_digest=digest(token), until=until)
    invitation.save_as(by, "invited", verb="invite")
    return token


def open_invitation(shop, token):
    """The invitation of this shop with this token while a phone may begin with it, else None."""
    return shop.invitations.open().filter(token_digest=digest(token)).first()


def begin(token, *, user_agent=""):
    """A phone of a shop begins: its ticket and its row. None when this code does not do that (any more).

    Why not is told to nobody: what is unknown, ended, too late or used up looks the same.
    """
    given = give_ticket(token, user_agent)
    if given is None:
        known = Invitation.objects.select_related("shop__account").filter(token_digest=digest(token)).first()
        shop = known.shop if known else None
        note_later("begin_phone", shop, by=shop.account if shop else None, result=Event.Result.REFUSED)
    return given


@transaction.atomic
def give_ticket(token, user_agent):
    """A new phone under an open invitation, as long as it has not begun enough of them."""
    found = Invitation.objects.open().select_related("shop__account").filter(token_digest=digest(token)).first()
    if found is None:
        return None
    found.reread()  # two phones at once: the second waits, and is counted
    account = found.shop.account
    if not found.left or not account.memberships_now or found.phones.count() >= int(setting("invitation_phones")):
        return None
    now, ticket = timezone.now(), secrets.token_urlsafe(32)
    phone = Phone(
        person=account,
        invitation=found,
        kind=kind_of(user_agent),
        ticket_digest=digest(ticket),
        until=now + days("shop_ticket_days"),
        used_at=now,
    ).save_as(account, "ticket_given", verb="give_ticket")
    return ticket, phone


@transaction.atomic
def end_phone(shop, phone, *, by):
    """A coordinator ends a phone of a shop: it sends nothing more."""
    shop.reread()
    allow(by, "manage", shop)
    phone.reread()
    end(phone, Phone.Ending.ENDED, by=by)


@transaction.atomic
def end_invitation(shop, *, by):
    """A coordinator ends the QR code of a shop before its time; phones that began with it go on."""
    shop.reread()
    allow(by, "manage", shop)
    for invitation in shop.invitations.filter(ended_at=None):
        invitation.change(by=by, reason="ended", verb="end_invitation", ended_at=timezone.now())
