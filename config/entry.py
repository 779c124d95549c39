"""What must be true before a web server gets the application."""

import os
from importlib import import_module
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connections
from django.template import engines
from django.template.loader import get_template
from django.urls import reverse
from django.utils.translation import gettext


def guarded(make_application):
    """The application, when its settings are named and they allow the accounts that exist."""
    if not os.environ.get("DJANGO_SETTINGS_MODULE"):  # else it serves the database of a try-out
        raise ImproperlyConfigured("De toepassing start niet: de omgevingsvariabele DJANGO_SETTINGS_MODULE ontbreekt.")
    application = make_application()
    from signalering.accounts.checks import demo_accounts_left  # models exist only after the start

    for problem in demo_accounts_left():
        raise ImproperlyConfigured(problem.msg)
    import_module(settings.ROOT_URLCONF)
    load_pages()
    connections.close_all()  # a server that forks after this must not share them between its workers
    return application


def load_pages():
    """Have all pages, words and addresses at hand before a server forks, so that who replaces another is not slow."""
    for folder in (Path(place) for engine in engines.all() for place in engine.dirs):
        for page in folder.rglob("*.html"):
            get_template(page.relative_to(folder).as_posix())
    gettext("Postvak")
    reverse("home")
