"""Settings from the environment; without any, an embedded set-up on SQLite in one folder."""

from datetime import timedelta
from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

ROOT = Path(__file__).resolve().parent.parent.parent
env = environ.Env()

HOME = Path(env.str("SIGNALERING_HOME", default=str(ROOT / "var")))
SECRETS = HOME / "secrets"
KEY_ENCRYPTION_KEY_FILE = Path(env.str("KEY_ENCRYPTION_KEY_FILE", default=str(SECRETS / "key_encryption_key")))
INDEX_KEY_FILE = Path(env.str("INDEX_KEY_FILE", default=str(SECRETS / "index_key")))
PSEUDONYM_KEY_FILE = Path(env.str("PSEUDONYM_KEY_FILE", default=str(SECRETS / "pseudonym_key")))
DJANGO_SECRET_KEY_FILE = Path(env.str("DJANGO_SECRET_KEY_FILE", default=str(SECRETS / "django_secret_key")))


def secret(path):
    """The one line of a secret file, or a sentence that says how to make it."""
    if not path.exists():
        raise ImproperlyConfigured(f"Het bestand {path} ontbreekt. Draai eerst: make run (of lees docs/beheer.md).")
    return path.read_text().strip()


SECRET_KEY = secret(DJANGO_SECRET_KEY_FILE)
DEBUG = env.bool("DEBUG", default=False)
DEMO = env.bool("DEMO", default=False)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

INSTALLED_APPS = [
    "config",
    "signalering.crypto",
    "signalering.audit",
    "signalering.clock",
    "signalering.accounts",
    "signalering.cases",
    "signalering.referrals",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.usersessions",
    "guardian",
    "simple_history",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "config.middleware.PrivatePages",
    "config.middleware.OneAlphabet",
    "config.middleware.SameForEverybody",
    "config.middleware.OwnSessions",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "config.language.ChosenLanguage",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "signalering.audit.reading.ReadingMiddleware",
    "signalering.accounts.sessions.SessionEndMiddleware",
    "signalering.accounts.sign_in.SignInMiddleware",
    "config.middleware.TypedAgain",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
FORM_RENDERER = "config.rendering.FieldRenderer"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "config.context.frame",
            ],
        },
    },
]

SQLITE = {
    "ENGINE": "django.db.backends.sqlite3",
    "OPTIONS": {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;",
    },
}


def database(variable, file_name, *, stays_open):
    """The database named in the environment, or a SQLite file beside the others."""
    embedded = {**SQLITE, "CONN_MAX_AGE": 60 if stays_open else 0}
    if not env.str(variable, default=""):
        return {**embedded, "NAME": HOME / file_name}
    named = {**env.db(variable), "CONN_HEALTH_CHECKS": True, "CONN_MAX_AGE": 60}
    if "sqlite3" in named["ENGINE"]:
        return {**embedded, "NAME": named["NAME"]}
    return named


DATABASES = {
    "default": database("DATABASE_URL", "signalering.sqlite3", stays_open=True),
    # a file of keys that is closed after every request keeps no destroyed key in its write-ahead log
    "keys": database("KEYS_DATABASE_URL", "keys.sqlite3", stays_open=False),
}
DATABASE_ROUTERS = ["signalering.crypto.router.KeysApart"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "rate_limits",
        "KEY_FUNCTION": "config.caching.hashed_key",
    }
}

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "signalering.accounts.backend.GrantBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
SILENCED_SYSTEM_CHECKS = ["guardian.W001"]  # grants are decided by GrantBackend alone
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "signalering.accounts.password_rules.NotLikeYou",
        "OPTIONS": {"user_attributes": ["name", "email"]},
    },
    {"NAME": "signalering.accounts.password_rules.LongEnough", "OPTIONS": {"min_length": 12}},
    {"NAME": "signalering.accounts.password_rules.NotCommon"},
]
GUARDIAN_MONKEY_PATCH_USER = False
GUARDIAN_MONKEY_PATCH_GROUP = False
ANONYMOUS_USER_NAME = None

LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "signalering.accounts.adapter.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "signalering.accounts.forms.SignInForm",
    "reset_password": "signalering.accounts.forms.PasswordForgotten",
}
USERSESSIONS_ADAPTER = "signalering.accounts.adapter.SessionsAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = True  # how long a session lives follows from the role: accounts/sessions.py
ACCOUNT_RATE_LIMITS = {
    "login": "60/m/ip",
    "login_failed": "60/m/ip,10/15m/key",
    "login_failed_here": "5/5m/key",
    "reset_password": "20/m/ip,5/h/key",
    "change_password": "5/m/user",
    "begin_phone": "30/m/ip",
}
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""

SESSION_COOKIE_AGE = 30 * 24 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_NAME = "signalering_session"
CSRF_COOKIE_NAME = "signalering_csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "config.refused_form.csrf_failure"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "manifest-src": [SELF],
    }
}

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LANGUAGE_COOKIE_SAMESITE = "Lax"
LOCALE_PATHS = [ROOT / "locale"]
TIME_ZONE = "Europe/Amsterdam"
USE_I18N = True
USE_TZ = True
DATE_FORMAT = "j M Y"

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STATICFILES_DIRS = [ROOT / "static"]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "config.bundles.BundleFinder",
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

EMAIL_BACKEND = "config.mail.FileBackend"
MAIL_FOLDER = HOME / "mail"
# the entry of the register of processing (AVG art. 30) that every look names
PROCESSING_ACTIVITY = env.str("PROCESSING_ACTIVITY", default="vroegsignalering")
EMAIL_TIMEOUT = 5  # seconds; a mail server that says nothing must not hold up the clock
DEFAULT_FROM_EMAIL = "signalering@example.org"
SITE_ADDRESS = env.str("SITE_ADDRESS", default=f"http://localhost:{env.int('PORT', default=8000)}")
SECURITY_CONTACT = env.str("SECURITY_CONTACT", default="mailto:security@example.org")
SMS_GATEWAY_URL = env.str("SMS_GATEWAY_URL", default="")
SMS_GATEWAY_TOKEN = env.str("SMS_GATEWAY_TOKEN", default="")
SMS_TIMEOUT = 5  # seconds; a gateway that says nothing must not hold up the clock
SMS_FILE = HOME / "sms.txt"  # where no gateway is configured
WOT_PHONE = env.str("WOT_PHONE", default="")

# a worker that died holds up what it held for this long (beveiliging N8: herstel binnen 30 seconden)
CLOCK_LEASE = timedelta(seconds=10)
CLOCK_HEARTBEAT = timedelta(seconds=3)  # two may be missed
CLOCK_TRIES = 3  # beveiliging N8: a row that cannot be done is tried three times, and then shown to a person
CLOCK_DEATHS = 12  # tries after which a row is given up whose process was always ended together with its worker
CLOCK_ALONE = timedelta(minutes=5)  # what is tried in a process of its own and takes longer hangs

CELERY_BROKER_URL = env.str("CELERY_BROKER_URL", default="")
CELERY_TASK_DEFAULT_QUEUE = env.str("CELERY_QUEUE", default="celery")
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = False  # a due row that was not finished is claimed again
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_MAX_RETRIES = None  # a broker may be away for a night
CELERY_BROKER_CONNECTION_TIMEOUT = 2
CELERY_BROKER_TRANSPORT_OPTIONS = {"socket_timeout": 1, "socket_connect_timeout": 1}
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_HIJACK_ROOT_LOGGER = False  # its own handlers would pass by LOGGING and its filter
TICK = 2  # seconds; a tick that waited longer than that is skipped, because the next one does the same
CELERY_BEAT_SCHEDULE = {"tick": {"task": "config.tasks.tick", "schedule": TICK, "options": {"expires": TICK}}}

SIMPLE_HISTORY_REVERT_DISABLED = True
SIMPLE_HISTORY_ENFORCE_HISTORY_MODEL_PERMISSIONS = True

DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 200

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"no_person": {"()": "config.logs.NoPerson"}},
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["no_person"]},
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "signalering": {"level": "INFO"},
        "django": {"handlers": [], "propagate": True},
        "django.request": {"level": "ERROR"},  # refusals are events; only what broke is a log line
    },
}
