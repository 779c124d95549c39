"""Tries a routing table on earlier signals."""

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from signalering.audit.actors import system
from signalering.cases.actions.routing_tables import record_trial
from signalering.cases.models import RoutingTable
from signalering.cases.trial import CHOICES, told, try_table


class Command(BaseCommand):
    """Numbers only: which signals they are is for who may see them."""

    help = "Probeer een routeringstabel op eerdere signalen: van welk team naar welk team, in afgeronde aantallen."

    def add_arguments(self, parser):
        parser.add_argument("table", type=int, help="het nummer van de tabel")
        parser.add_argument("--last", type=int, default=CHOICES[0], help="op hoeveel van de laatste signalen")

    def handle(self, *args, table, last, **options):
        """Tries one table, and says so in the log."""
        found = RoutingTable.objects.filter(number=table).first()
        if found is None:
            known = ", ".join(str(number) for number in RoutingTable.objects.values_list("number", flat=True))
            raise CommandError(f"Tabel {table} bestaat niet. Kies uit: {known}.")
        if last < 1:
            raise CommandError("Kies bij --last een aantal van 1 of meer.")
        record_trial(found, by=system("routing_trial"))
        try:
            trial = try_table(found, last=last)
        except ValidationError as error:
            raise CommandError(error.messages[0]) from None
        self.stdout.write(f"Geprobeerd op {told(trial.tried)} signalen; naar een ander team: {told(trial.other)}.")
        for row in trial.rows:
            self.stdout.write(f"{row['before']} → {row['now']}: {row['number']}")
