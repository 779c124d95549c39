"""Makes the keys of an embedded installation, once, readable by their owner alone."""

import base64
import binascii
import os
import secrets

from scripts import files
from scripts.terminal import stop

# The name of each file, and the variable that names another place for it.
KEYS = {
    "key_encryption_key": "KEY_ENCRYPTION_KEY_FILE",
    "index_key": "INDEX_KEY_FILE",
    "pseudonym_key": "PSEUDONYM_KEY_FILE",
}
DJANGO = {"django_secret_key": "DJANGO_SECRET_KEY_FILE"}


def make_secrets(home, *, data_exists):
    """Makes the keys a new installation misses; never replaces one, and makes none beside old data."""
    folder = home / "secrets"
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    for name, variable in {**DJANGO, **KEYS}.items():
        elsewhere = os.environ.get(variable)
        path = folder / name
        if elsewhere:
            if not os.path.exists(elsewhere):
                stop(f"{variable} wijst naar {elsewhere}, maar dat bestand is er niet.")
        elif path.exists():
            path.chmod(0o600)
            if name in KEYS and not _is_key(path):
                stop(f"{path} is geen geldige sleutel: zet het goede bestand terug uit je reservekopie.")
        elif data_exists:
            stop(
                f"{path} ontbreekt terwijl er al gegevens zijn: zet dit bestand terug uit je reservekopie. "
                "Zonder de oude sleutel zijn de gegevens onleesbaar; er is geen nieuwe gemaakt."
            )
        else:
            files.write(path, _new(name) + "\n", mode=0o600)


def _new(name):
    if name in KEYS:
        return base64.b64encode(secrets.token_bytes(32)).decode()
    return secrets.token_urlsafe(60)


def _is_key(path):
    try:
        return len(base64.b64decode(path.read_text().strip(), validate=True)) == 32
    except (binascii.Error, ValueError):
        return False
