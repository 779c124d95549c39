"""Which language a page speaks: Dutch, and for who reports by phone the language that they chose on this device."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from signalering.accounts.sessions import LONG_ROLES

# pages that are the same for everybody speak the language of their address
ADDRESSES = {("capture", "en"): "capture_english"}


def may_choose(user):
    """Whether somebody has a choice: before signing in, and whose only work is on the phone; a desk is Dutch."""
    return not user.is_authenticated or (bool(user.roles) and user.roles <= LONG_ROLES)


def chosen(request):
    """The language of this request."""
    language = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
    other = language in dict(settings.LANGUAGES) and language != settings.LANGUAGE_CODE
    return language if other and may_choose(request.user) else settings.LANGUAGE_CODE


def address(name):
    """The address of a page in the language of now."""
    return reverse(ADDRESSES.get((name, translation.get_language()), name))


class ChosenLanguage:
    """Every reply in one language, also what goes wrong on the way."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        with translation.override(chosen(request)):
            return self.get_response(request)
