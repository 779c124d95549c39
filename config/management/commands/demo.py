"""Makes the demo accounts, the invented signals and a shop with a QR code."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from config.demo.accounts import FILE, make_accounts
from config.demo.rota import make_rota
from config.demo.shop import FILE as SHOP_FILE
from config.demo.shop import make_shop
from config.demo.stories import tell_all
from signalering.referrals.models import Programme


class Command(BaseCommand):
    """Only with the demo switch on; what stands already is left alone."""

    help = "Maak demo-accounts en verzonnen signalen (alleen met DEMO=1); kan altijd opnieuw."
    requires_system_checks = []  # one sentence when the demo is off, also where a demo account was left

    def handle(self, *args, verbosity=1, **options):
        """Accounts first, then the stories they act in."""
        if not settings.DEMO:
            raise CommandError("De demo staat uit. Zet DEMO=1 en gebruik een database zonder echte gegevens.")
        if not Programme.objects.exists():
            raise CommandError("De basisgegevens ontbreken. Draai eerst: manage.py load_reference")
        make_accounts()
        told = tell_all()
        make_shop()
        make_rota()
        if verbosity:
            self.stdout.write(f"Verzonnen signalen toegevoegd: {told}.")
            self.stdout.write(f"De wachtwoorden staan in {settings.SECRETS / FILE}.")
            self.stdout.write(f"De link voor de telefoon van een winkel staat in {settings.SECRETS / SHOP_FILE}.")
