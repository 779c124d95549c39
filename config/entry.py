"""What must be true before a web server gets the application."""

import os
from importlib import import_module

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connections


def guarded(make_application):
    """The application, when its settings are named and they allow the accounts that exist."""
    if not os.environ.get("DJANGO_SETTINGS_MODULE"):  # else it serves the database of a try-out
        raise ImproperlyConfigured("De toepassing start niet: de omgevingsvariabele DJANGO_SETTINGS_MODULE ontbreekt.")
    application = make_application()
    from signalering.accounts.checks import demo_accounts_left  # models exist only after the start

    for problem in demo_accounts_left():
        raise ImproperlyConfigured(problem.msg)
    import_module(settings.ROOT_URLCONF)  # all pages, so that a worker that replaces another has them at once
    connections.close_all()  # a server that forks after this must not share them between its workers
    return application
