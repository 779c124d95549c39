"""Brings an installation up to date: tables, reference data, demo accounts and static files."""

from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from signalering.accounts import phone_keys
from signalering.cases import address_keys


class Command(BaseCommand):
    """Every step can be done again, and an interrupted one is mended by the next run."""

    help = "Zet tabellen, basisgegevens en bestanden klaar; kan altijd opnieuw."

    def handle(self, *args, **options):
        """Does the steps in order, naming each."""
        self.say("tabellen van de sleutels")
        call_command("migrate", "crypto", database="keys", interactive=False, verbosity=0)
        self.say("tabellen van de gegevens")
        call_command("migrate", interactive=False, verbosity=0)
        self.say("tabel voor het tellen van pogingen")
        call_command("createcachetable", verbosity=0)
        self.say("wijken, teams, organisaties en programma's")
        call_command("load_reference", verbosity=0)
        self.say("sleutel voor telefoons")
        phone_keys.current()
        self.say("adressen vergelijkbaar maken")
        address_keys.fill()
        if settings.DEMO:
            self.say("demo-accounts")
            call_command("demo", verbosity=0)
        self.say("stijlen, scripts en pictogrammen")
        self.collect()

    def collect(self):
        """Collects the static files; what a killed run left half copied is collected anew."""
        busy = Path(f"{settings.STATIC_ROOT}.busy")
        half = busy.exists()
        busy.parent.mkdir(parents=True, exist_ok=True)
        busy.touch()
        call_command("collectstatic", interactive=False, clear=half, verbosity=0)
        busy.unlink()

    def say(self, words):
        """One line per step, at once."""
        self.stdout.write(f"  {words}")
        self.stdout.flush()
