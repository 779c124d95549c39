"""How long a session lives: a month on a reporter's own phone, a working day with pauses for who sees content."""

import time
from datetime import UTC, datetime

from django.contrib.auth import logout
from django.utils.translation import gettext as _

from signalering.accounts.configuration import setting
from signalering.accounts.models.people import Role

BEGUN, SEEN, IDLE, LONGEST, SHARED = "begun", "seen", "idle_seconds", "longest_seconds", "shared"
MARK_EVERY = 60  # the last moment of use is written at most once a minute
MONTH = 30 * 24 * 3600
LONG_ROLES = {Role.REPORTER, Role.SHOPKEEPER}


def begin(session, user, *, shared=False):
    """Give a new session the length that fits the roles of its person; on a shared phone it is short for all."""
    now = int(time.time())
    session[BEGUN] = session[SEEN] = now
    session[SHARED] = shared
    if shared:
        session[LONGEST] = session[IDLE] = int(setting("shared_minutes")) * 60
    elif user.roles and user.roles <= LONG_ROLES:
        session[LONGEST] = session[IDLE] = MONTH
    else:
        session[LONGEST] = int(setting("session_hours")) * 3600
        session[IDLE] = int(setting("idle_minutes")) * 60
    session.set_expiry(session[LONGEST])


def ends_at(session):
    """The second at which this session ends when nothing more is done in it."""
    return min(session.get(BEGUN, 0) + session.get(LONGEST, 0), session.get(SEEN, 0) + session.get(IDLE, 0))


def is_shared(session):
    """Whether its person said that others use this phone too."""
    return session.get(SHARED, False)


def end_of(session):
    """The moment at which this session ends whatever is done in it."""
    return datetime.fromtimestamp(session[BEGUN] + session[LONGEST], UTC)


def asks_by_itself(view):
    """Mark a view that a page asks for without anybody there: it keeps no session alive."""
    view.asks_by_itself = True
    return view


class SessionEndMiddleware:
    """End a session that lay idle or lasted its time; mark it as used otherwise."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.user.is_authenticated and int(time.time()) >= ends_at(request.session):
            request.was_shared = is_shared(request.session)
            logout(request)
            request.session_ended = _("Je was te lang weg. Log opnieuw in.")
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        now = int(time.time())
        used = request.user.is_authenticated and not getattr(view, "asks_by_itself", False)
        if used and now - request.session[SEEN] >= MARK_EVERY:
            request.session[SEEN] = now
