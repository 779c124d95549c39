"""Loads areas, organisations, teams, programmes and terms."""

import json

from django.core.management.base import BaseCommand
from django.db import transaction

from signalering.accounts import reference as accounts
from signalering.accounts.loading import Loader
from signalering.cases import reference as cases
from signalering.closed_lists import read
from signalering.referrals import reference as referrals


class Command(BaseCommand):
    """Whole or nothing; a second run changes nothing."""

    help = "Laad wijken, organisaties, teams, programma's en termijnen; kan altijd opnieuw."

    def handle(self, *args, verbosity=1, **options):
        """Loads each part in the order in which one needs the other."""
        loader, directory = Loader(), read("referrals", "sociale-kaart")
        map_of_areas = json.loads(accounts.AREAS.read_text(encoding="utf-8"))
        with transaction.atomic():
            accounts.load(loader, directory, map_of_areas)
            cases.load(loader)
            referrals.load(loader, directory)
        if verbosity:
            self.stdout.write(
                f"{loader.added.total()} toegevoegd, {loader.changed.total()} bijgewerkt, "
                f"{loader.kept.total()} ongemoeid gelaten omdat iemand ze hier heeft gewijzigd."
            )
