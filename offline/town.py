"""The people of one run: writers with a session, made the way the product makes them."""

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.db import transaction

from signalering.accounts import sessions
from signalering.accounts.actions import join_team, open_account
from signalering.accounts.models import Organisation, User
from signalering.accounts.models.people import Role
from signalering.audit.actors import system

SIGNED_IN_BY = "allauth.account.auth_backends.AuthenticationBackend"
HASHER = "django.contrib.auth.hashers.MD5PasswordHasher"  # quick; nobody signs in with a password here


@transaction.atomic
def writers(count):
    """So many writers: the key of each account, and the cookies of a session of theirs."""
    people = [writer(number) for number in range(count)]
    return [{"pk": str(user.pk), "cookies": {settings.SESSION_COOKIE_NAME: signed_in(user)}} for user in people]


def writer(number):
    """A home-care worker who reports."""
    by = system("accounts")
    email, password = f"melder-{number}@example.org", f"wachtwoord-van-{number}"
    user = open_account(email=email, name=f"Melder {number}", password=password, by=by)
    office = Organisation.objects.get(name="Frankelandgroep")
    join_team(user, role=Role.REPORTER, function="home_care", organisation=office, by=by)
    return User.objects.get(pk=user.pk)


def signed_in(user):
    """The key of a session as signing in makes it."""
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = SIGNED_IN_BY
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    sessions.begin(session, user)
    session.save()
    return session.session_key
