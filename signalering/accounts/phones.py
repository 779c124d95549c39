"""Tickets: with one, a phone hands in signals for its person without a living session, and reads nothing."""

import hashlib
import secrets
from datetime import timedelta

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone

from signalering.accounts import sessions
from signalering.accounts.configuration import days
from signalering.accounts.models import Phone

IN_SESSION = "phone"
RENEW_EVERY = timedelta(days=1)
KINDS = (
    ("iPhone", Phone.Kind.IPHONE),
    ("iPad", Phone.Kind.IPHONE),
    ("Android", Phone.Kind.ANDROID),
    ("Mobi", Phone.Kind.OTHER),
    ("Mozilla", Phone.Kind.COMPUTER),
)


def digest(ticket):
    """What is kept of a ticket: enough to know it again, not to use it."""
    return hashlib.sha256(ticket.encode()).digest()


def kind_of(user_agent):
    """The kind of device, nothing finer."""
    return next((kind for mark, kind in KINDS if mark in user_agent), Phone.Kind.OTHER)


@transaction.atomic
def give_ticket(person, session, *, user_agent=""):
    """A ticket for the phone of this session: a new phone, or a new ticket for the one that it has."""
    ticket = secrets.token_urlsafe(32)
    now = timezone.now()
    fresh = {"ticket_digest": digest(ticket), "until": lasts_until(session, now), "used_at": now}
    phone = Phone.objects.in_use().filter(pk=session.get(IN_SESSION), person=person).first()
    if phone is None:
        phone = Phone(person=person, kind=kind_of(user_agent), shared=sessions.is_shared(session), **fresh)
        phone.save_as(person, "ticket_given", verb="give_ticket")
        session[IN_SESSION] = str(phone.pk)
    else:
        phone.change(by=person, reason="ticket_given", verb="give_ticket", **fresh)
    return ticket, phone


def lasts_until(session, now):
    """Until when a ticket works that is given now; on a shared phone no longer than the session."""
    until = now + days("ticket_days")
    return min(until, sessions.end_of(session)) if sessions.is_shared(session) else until


def phone_of(ticket):
    """The phone whose ticket this is, when it may hand in something: now, or for a person whose account was closed.

    Whoever left cannot sign in any more, so what their phone still holds would be lost for ever.
    """
    phone = Phone.objects.select_related("person").filter(ticket_digest=digest(ticket)).first()
    now = timezone.now()
    if phone is None:
        return None
    if phone.ended_because == Phone.Ending.ACCOUNT_CLOSED:
        return phone if now < phone.ended_at + days("box_key_kept_days") else None
    return phone if phone.ended_at is None and now < phone.until and phone.person.is_active else None


def used(phone):
    """A ticket that is used lives on; this is written at most once a day."""
    now = timezone.now()
    if phone.shared or phone.ended_at is not None or now - phone.used_at < RENEW_EVERY:
        return
    until = now + days("shop_ticket_days" if phone.invitation_id else "ticket_days")
    phone.change(by=phone.person, reason="ticket_used", verb="renew_ticket", used_at=now, until=until)


def end(phone, because, *, by):
    """A phone may no longer hand in anything."""
    if phone.ended_at is None:
        phone.change(by=by, reason=because, verb="end_phone", ended_at=timezone.now(), ended_because=because)


def signed_out(session, *, by):
    """Somebody signs out on a phone: it needs a new sign-in before it sends again."""
    phone = Phone.objects.in_use().filter(pk=session.get(IN_SESSION)).first()
    if phone is not None:
        end(phone, Phone.Ending.SIGNED_OUT, by=by)


@transaction.atomic
def lost(phone, *, by):
    """A phone is lost: it sends nothing more, and whoever found it is signed out."""
    end(phone, Phone.Ending.LOST, by=by)
    for session in Session.objects.filter(expire_date__gt=timezone.now()).iterator():
        inside = session.get_decoded()
        if inside.get(SESSION_KEY) == str(phone.person_id) and inside.get(IN_SESSION) == str(phone.pk):
            session.delete()


def new_password(person, *, by, but=None):
    """A new password ends the phones of its account as it ends their sessions; not that of the session `but`."""
    here = but.get(IN_SESSION) if but is not None else None
    for phone in Phone.objects.in_use().filter(person=person).exclude(pk=here):
        end(phone, Phone.Ending.NEW_PASSWORD, by=by)


def account_closed(person, *, by):
    """Somebody left: what their phones still hold is kept apart, and nothing more is given to them."""
    for phone in Phone.objects.in_use().filter(person=person):
        end(phone, Phone.Ending.ACCOUNT_CLOSED, by=by)
