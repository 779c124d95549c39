"""One question to the project in a process of its own: `python -m faults.side`, asked and answered in JSON."""

import json
import os
import sys


def answer(do, **details):
    """Prepare the databases with their people, or tell what was kept."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "faults.settings")
    django.setup()
    from django.core.management import call_command
    from django.test.utils import override_settings

    from faults import duels, found, town
    from offline.town import HASHER

    if do == "prepare":
        call_command("prepare", stdout=sys.stderr)
        with override_settings(PASSWORD_HASHERS=[HASHER]):
            return town.people(details["people"])
    if do == "duels":
        return duels.fight(town.two_and_their_reporters(details["pairs"]), **details)
    return getattr(found, do)(**details)


if __name__ == "__main__":
    print(json.dumps(answer(**json.load(sys.stdin))))
