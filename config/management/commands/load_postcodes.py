"""Loads a table that says in which area each postcode lies."""

from django.core.management.base import BaseCommand, CommandError

from signalering.accounts.models import Area
from signalering.accounts.postcodes import Areas, Table, load

MOST_SHOWN = 20


class Command(BaseCommand):
    """Nothing is loaded unless every line is right."""

    help = "Laad een CSV-bestand met de kolommen pc6 en wijk (ook de indeling van het CBS met huisnummers)."

    def add_arguments(self, parser):
        parser.add_argument("file", help="het CSV-bestand")
        parser.add_argument("--municipality", default="", help="de gemeente waarin wijknamen worden gezocht")

    def handle(self, *args, file, municipality, **options):
        """Reads everything first, and says of each wrong line why."""
        if not Area.objects.exists():
            raise CommandError("Er zijn nog geen wijken. Draai eerst: manage.py load_reference")
        if municipality and not Area.objects.filter(municipality__iexact=municipality).exists():
            raise CommandError(f"De gemeente '{municipality}' is hier niet bekend.")
        try:
            with open(file, encoding="utf-8-sig", errors="replace", newline="") as lines:
                table = Table(lines, Areas(municipality))
        except OSError as error:
            raise CommandError(f"Het bestand {file} is niet te openen: {error.strerror}.") from None
        if table.problems:
            self.refuse(table.problems)
        added, changed, same = load(table)
        self.stdout.write(f"Postcodes: {added} toegevoegd, {changed} gewijzigd, {same} stonden er al zo in.")
        if table.elsewhere:
            self.stdout.write(f"Regels van andere gemeenten, overgeslagen: {table.elsewhere}.")
        if table.spread:
            self.stdout.write(
                f"Postcodes in meer dan één wijk: {table.spread}. Gekozen is de wijk met de meeste huisnummers."
            )

    def refuse(self, problems):
        """One sentence for each wrong line, the first twenty of them."""
        sentences = [f"Regel {number}: {words}." for number, words in problems[:MOST_SHOWN]]
        if len(problems) > MOST_SHOWN:
            sentences.append(f"En nog {len(problems) - MOST_SHOWN} regels.")
        raise CommandError("\n".join(["Er is niets geladen.", *sentences]))
