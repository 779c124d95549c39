"""The project's settings for the small run: tables made at once, without walking every migration."""

from config.settings.base import *  # noqa: F403
from config.settings.base import INSTALLED_APPS, STORAGES

STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
MIGRATION_MODULES = {name.rpartition(".")[2]: None for name in INSTALLED_APPS}
