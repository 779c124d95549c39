"""The product's own settings, with a mail server of the run that writes down what it received."""

from config.settings.base import *  # noqa: F403
from config.settings.base import STATIC_ROOT, STORAGES, env

EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST, EMAIL_PORT = "127.0.0.1", env.int("FAULTS_MAIL_PORT", default=25)
if not (STATIC_ROOT / "staticfiles.json").exists():  # a run inside the tests has collected none
    STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
