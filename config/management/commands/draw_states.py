"""Draws the states of signals, cases and referrals for the handbook."""

from django.conf import settings
from django.core.management.base import BaseCommand

from config.states import draw
from signalering.cases.models import Case, Signal
from signalering.referrals.models import Referral

FOLDER = settings.ROOT / "docs" / "states"
PICTURES = {
    "signal.svg": (Signal, "Een signaal"),
    "case.svg": (Case, "Een casus"),
    "referral.svg": (Referral, "Een verwijzing"),
}


class Command(BaseCommand):
    """The pictures follow the code; a test fails when they do not."""

    help = "Teken de toestanden van signaal, casus en verwijzing in docs/states."
    requires_system_checks = []

    def handle(self, *args, verbosity=1, **options):
        """Writes one file per kind of record."""
        FOLDER.mkdir(parents=True, exist_ok=True)
        for name, (model, title) in PICTURES.items():
            (FOLDER / name).write_text(draw(model, title), encoding="utf-8")
            if verbosity:
                self.stdout.write(f"Getekend: docs/states/{name}")
