"""The service directory, and what we ask another to do."""

from django.apps import AppConfig


class ReferralsConfig(AppConfig):
    """The app of programmes and referrals."""

    name = "signalering.referrals"
    verbose_name = "Verwijzingen"
