"""Signing in, asking for a new password, and ending a phone."""

from allauth.account.forms import LoginForm, ResetPasswordForm
from django import forms
from django.utils.translation import gettext_lazy as _

from signalering.accounts.models import Phone
from signalering.accounts.sessions import LONGEST
from signalering.typed import Form


class SignInForm(LoginForm):
    """E-mail address and password, and whether others use this phone too."""

    shared = forms.BooleanField(
        label=_("Gedeelde telefoon"),
        required=False,
        help_text=_("Anderen gebruiken dit apparaat ook. Je wordt na 15 minuten uitgelogd en er blijft niets staan."),
    )

    def login(self, request, redirect_url=None):
        request.phone_is_shared = self.cleaned_data["shared"]
        reply = super().login(request, redirect_url)
        if LONGEST in request.session:
            request.session.set_expiry(request.session[LONGEST])  # allauth made it a month
        return reply


class PhoneLost(Form):
    """Which of somebody's own phones is lost."""

    phone = forms.ModelChoiceField(queryset=Phone.objects.none())

    def __init__(self, *args, person, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["phone"].queryset = person.phones.in_use()


class PasswordForgotten(ResetPasswordForm):
    """A link to choose a new password, for who signs in with one."""

    def clean_email(self):
        email = super().clean_email()
        self.users = [user for user in self.users if not user.invited]
        return email
