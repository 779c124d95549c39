"""The web server's way in."""

import os

from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application
from django.db import connections

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.base")

application = get_wsgi_application()

from signalering.accounts.checks import demo_accounts_left  # noqa: E402  (models exist only after the start)

for problem in demo_accounts_left():
    raise ImproperlyConfigured(problem.msg)
connections.close_all()  # a server that forks after this must not share them between its workers
