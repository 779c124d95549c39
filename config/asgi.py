"""The way in for an asynchronous web server."""

from django.core.asgi import get_asgi_application

from config.entry import guarded

application = guarded(get_asgi_application)
