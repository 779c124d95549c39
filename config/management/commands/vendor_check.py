"""Files made by others are exactly the ones we chose."""

import hashlib
import tomllib

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

FOLDERS = ("static/vendor", "templates/components/icons")
LIST = "static/vendor/VENDOR.toml"


def packages(root):
    """What VENDOR.toml says: per package its name, version, licence, source and files with their sha256."""
    return tomllib.loads((root / LIST).read_text())["package"]


def problems(root):
    """A sentence for every vendored file that is absent, changed, or not on the list."""
    listed = {name: digest for package in packages(root) for name, digest in package["files"].items()}
    files = [path for folder in FOLDERS for path in (root / folder).rglob("*") if path.is_file()]
    present = {str(path.relative_to(root)) for path in files} - {LIST}
    found = [f"{name}: staat in {LIST} maar niet op schijf" for name in sorted(listed.keys() - present)]
    found += [f"{name}: staat niet in {LIST}" for name in sorted(present - listed.keys())]
    for name in sorted(listed.keys() & present):
        if hashlib.sha256((root / name).read_bytes()).hexdigest() != listed[name]:
            found.append(f"{name}: is niet het bestand van {LIST}")
    return found


class Command(BaseCommand):
    """Fail with one line per vendored file that is not what VENDOR.toml says."""

    help = "Controleer de bestanden van anderen (lettertype, iconen) met hun sha256."

    def handle(self, *args, **options):
        found = problems(settings.ROOT)
        if found:
            raise CommandError("\n".join(found))
        self.stdout.write("Alle bestanden van anderen kloppen.")
