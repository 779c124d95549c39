"""Events and looks: what was changed, and who saw what."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """The app of the log that nobody can bend."""

    name = "signalering.audit"
    verbose_name = "Logboek"
