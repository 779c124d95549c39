"""What we know: resident, signal, triage, case."""

from django.apps import AppConfig
from django.core.checks import Tags, register

from signalering.cases.checks import days_ran_out, days_run_out, texts_leave


class CasesConfig(AppConfig):
    """The app of signals and cases."""

    name = "signalering.cases"
    verbose_name = "Signalen en casussen"

    def ready(self):
        register(days_run_out, Tags.compatibility)
        # an error stops every command: only who installs is stopped, not the worker that sends mail and destroys keys
        register(days_ran_out, Tags.compatibility, deploy=True)
        register(texts_leave, Tags.security, deploy=True)
