"""The clock: who is doing what is due, and what nobody gets done."""

from django.apps import AppConfig


class ClockConfig(AppConfig):
    """The app of leases."""

    name = "signalering.clock"
    verbose_name = "Klok"
