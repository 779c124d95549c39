"""The web server's way in."""

from django.core.wsgi import get_wsgi_application

from config.entry import guarded

application = guarded(get_wsgi_application)
