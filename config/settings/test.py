"""Settings for the tests: throw-away secrets, the database named by DATABASE_URL or SQLite."""

import atexit
import base64
import os
import secrets
import shutil
import tempfile
from pathlib import Path

if "SIGNALERING_HOME" not in os.environ:
    home = Path(tempfile.mkdtemp(prefix="signalering-test-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    os.environ["SIGNALERING_HOME"] = str(home)
    (home / "secrets").mkdir(mode=0o700)
    (home / "secrets" / "django_secret_key").write_text(secrets.token_urlsafe(50))
    for name in ("key_encryption_key", "index_key", "pseudonym_key"):
        (home / "secrets" / name).write_text(base64.b64encode(secrets.token_bytes(32)).decode())
        (home / "secrets" / name).chmod(0o600)

from config.settings.base import *  # noqa: F403
from config.settings.base import DATABASES, HOME, STATIC_ROOT, STORAGES

DEMO = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
MAIL_FOLDER = HOME / "mail"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)

for alias, database in DATABASES.items():
    database["OPTIONS"] = {**database.get("OPTIONS", {})}
    if "sqlite3" in database["ENGINE"]:
        # files, as in the product: a database in memory knows no second process
        database["TEST"] = {"NAME": HOME / f"test-{alias}.sqlite3"}
        options = database["OPTIONS"]
        options["init_command"] = options["init_command"].replace("synchronous=FULL", "synchronous=OFF")

# the keys hold one table: walking all migrations for it would double the start of every test run
DATABASES["keys"].setdefault("TEST", {})["MIGRATE"] = False
