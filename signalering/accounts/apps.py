"""Who works here, in which team, and what was given to them."""

from django.apps import AppConfig
from django.core.checks import Tags, register

from signalering.accounts.checks import demo_accounts_left


class AccountsConfig(AppConfig):
    """The app of people, teams and grants."""

    name = "signalering.accounts"
    verbose_name = "Mensen en teams"

    def ready(self):
        register(demo_accounts_left, Tags.security)
