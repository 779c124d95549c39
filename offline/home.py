"""A home of the project that exists only for one run."""

import base64
import secrets

SECRETS = ("django_secret_key", "key_encryption_key", "index_key", "pseudonym_key")


def home_in(folder):
    """A home of the project with fresh secrets."""
    kept = folder / "secrets"
    kept.mkdir(mode=0o700)
    for name in SECRETS:
        (kept / name).touch(mode=0o600)
        (kept / name).write_text(base64.b64encode(secrets.token_bytes(32)).decode())
    return {"SIGNALERING_HOME": str(folder), "ALLOWED_HOSTS": "127.0.0.1"}
