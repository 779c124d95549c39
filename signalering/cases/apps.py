"""What we know: resident, signal, triage, case."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """The app of signals and cases."""

    name = "signalering.cases"
    verbose_name = "Signalen en casussen"
