"""The project as a whole: its commands and its checks."""

from django.apps import AppConfig
from django.core.checks import Tags, register

from config.checks import what_was_saved_stays


class WholeConfig(AppConfig):
    """The app of what belongs to no single part."""

    name = "config"
    verbose_name = "Het geheel"

    def ready(self):
        register(what_was_saved_stays, Tags.security, deploy=True)
