"""Writes the SQL of the PostgreSQL roles, with every table of today."""

import re
from dataclasses import fields

from django.core.management.base import BaseCommand, CommandError

from config.roles import Names, script

NAME = re.compile(r"[a-z_][a-z0-9_]{0,62}")


class Command(BaseCommand):
    """Only prints: running it is for who runs the database."""

    help = "Toon de SQL voor de rollen en rechten in PostgreSQL; na elke nieuwe tabel anders."
    requires_system_checks = []

    def add_arguments(self, parser):
        for field in fields(Names):
            parser.add_argument(f"--{field.name}", default=field.default, help=f"naam, standaard {field.default}")

    def handle(self, *args, **options):
        """Prints the script for psql."""
        chosen = {field.name: options[field.name] for field in fields(Names)}
        for name in chosen.values():
            if not NAME.fullmatch(name):
                raise CommandError(f"'{name}' is geen goede naam: gebruik kleine letters, cijfers en _.")
        if len(set(chosen.values())) < len(chosen):
            raise CommandError("De rollen en de databases moeten elk een eigen naam hebben.")
        self.stdout.write(script(Names(**chosen)), ending="")
