"""The reference data that every test finds, also after the tables were emptied."""

from django.core.management import call_command

from signalering.accounts.access import permission_ids
from signalering.accounts.models import Organisation


def there_again():
    """Load what is gone; permissions may have new numbers since."""
    permission_ids.cache_clear()
    if not Organisation.objects.exists():
        call_command("load_reference", verbosity=0)
