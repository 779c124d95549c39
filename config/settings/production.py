"""Settings for production: PostgreSQL and https; a missing value stops the start with one sentence."""

from django.core.exceptions import ImproperlyConfigured

from config.settings.base import *  # noqa: F403
from config.settings.base import DATABASES, DEBUG, DEMO, MIDDLEWARE, SMS_GATEWAY_URL, env


def required(name):
    """The value of an environment variable that production cannot do without."""
    value = env.str(name, default="")
    if not value:
        raise ImproperlyConfigured(f"Productie start niet: de omgevingsvariabele {name} ontbreekt.")
    return value


if DEMO:
    raise ImproperlyConfigured("Productie start niet: DEMO staat aan.")
if DEBUG:
    raise ImproperlyConfigured("Productie start niet: DEBUG staat aan.")
for name in ("DATABASE_URL", "KEYS_DATABASE_URL", "ALLOWED_HOSTS", "SITE_ADDRESS", "EMAIL_URL"):
    required(name)

for name, alias in (("DATABASE_URL", "default"), ("KEYS_DATABASE_URL", "keys")):
    if "postgresql" not in DATABASES[alias]["ENGINE"]:
        raise ImproperlyConfigured(f"Productie start niet: {name} noemt geen PostgreSQL-database.")
places = [(one["HOST"], one["PORT"] or 5432, one["NAME"]) for one in (DATABASES["default"], DATABASES["keys"])]
if places[0] == places[1]:
    raise ImproperlyConfigured("Productie start niet: DATABASE_URL en KEYS_DATABASE_URL noemen dezelfde database.")

ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
SITE_ADDRESS = required("SITE_ADDRESS")
for name, address in (("SITE_ADDRESS", SITE_ADDRESS), ("SMS_GATEWAY_URL", SMS_GATEWAY_URL)):
    if address and not address.startswith("https://"):
        raise ImproperlyConfigured(f"Productie start niet: {name} begint niet met https://.")
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
vars().update(env.email_url("EMAIL_URL"))
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="signalering@localhost")

SECURE_REDIRECT_EXEMPT = [r"^gezond/$"]  # a health probe beside the server speaks plain http
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
if env.bool("BEHIND_PROXY", default=True):  # then nobody may reach this server but through that proxy
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    MIDDLEWARE = ["config.proxy.ClientAddress", *MIDDLEWARE]
SECURE_HSTS_SECONDS = 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-csrf"
LANGUAGE_COOKIE_SECURE = True
