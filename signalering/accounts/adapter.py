"""Where allauth meets the project: sign-up is closed, and every sign-in is on record."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import ratelimit
from allauth.usersessions.adapter import DefaultUserSessionsAdapter
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.sessions.backends.db import SessionStore
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from signalering.accounts import phones, sessions
from signalering.accounts.posting import post
from signalering.audit.models import Event
from signalering.audit.record import note, note_later


class AccountAdapter(DefaultAccountAdapter):
    """Sign-in by e-mail address and password, for accounts that somebody made."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _("Dit e-mailadres en wachtwoord horen niet bij elkaar."),
        "too_many_login_attempts": _("Te veel pogingen. Wacht een paar minuten en probeer het opnieuw."),
    }

    def is_open_for_signup(self, request):
        return False

    def pre_authenticate(self, request, **credentials):
        if not self._limit_here(request, credentials, dry_run=True):
            raise self.validation_error("too_many_login_attempts")
        super().pre_authenticate(request, **credentials)

    def authentication_failed(self, request, **credentials):
        super().authentication_failed(request, **credentials)
        self._limit_here(request, credentials)
        known = get_user_model().objects.filter(email__iexact=credentials.get("email", "")).first()
        note_later("sign_in", known, by=known, result=Event.Result.REFUSED)

    def _limit_here(self, request, credentials, *, dry_run=False):
        # per account and address: slower than per account alone, so that one place cannot lock somebody out elsewhere
        key = f"{credentials.get('email', '').lower()}|{self.get_client_ip(request)}"
        return ratelimit.consume(request, action="login_failed_here", key=key, dry_run=dry_run)

    def login(self, request, user):
        super().login(request, user)
        sessions.begin(request.session, user, shared=getattr(request, "phone_is_shared", False))
        request.reader.by = user
        note_later("sign_in", user, by=user)

    def logout(self, request):
        note_later("sign_out", request.user, by=request.user)
        phones.signed_out(request.session, by=request.user)
        super().logout(request)

    def set_password(self, user, password):
        with transaction.atomic():
            super().set_password(user, password)
            # who is signed in changes it and stays signed in here; who has the link of a mail is signed in nowhere
            changes = self.request.resolver_match.view_name == "account_change_password"
            note("change_password" if changes else "reset_password", user, by=user)
            phones.new_password(user, by=user, but=self.request.session if changes else None)
        link = settings.SITE_ADDRESS + reverse("account_reset_password")
        self.send_mail("account/email/password_set", user.email, {"link": link})

    def send_mail(self, template_prefix, email, context):
        # the mail carries a link and nothing about the person
        post(self.render_mail(template_prefix, email, {**context, "user": None, "email": ""}))


class SessionsAdapter(DefaultUserSessionsAdapter):
    """Signing out from afar also ends what the phone of that session may send."""

    def end_sessions(self, sessions):
        for session in sessions:
            phones.signed_out(SessionStore(session.session_key), by=session.user)
        super().end_sessions(sessions)
