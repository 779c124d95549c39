"""Settings of the plain app; it shares nothing with the project but the server it runs on."""

import os

import environ

SECRET_KEY = os.environ.get("BENCH_SECRET_KEY", "only-for-measuring")
ALLOWED_HOSTS = ["127.0.0.1", "testserver"]
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "guardian",
    "simple_history",
    "benchmarks.plain",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
]
SEES_REQUEST = {"context_processors": ["django.template.context_processors.request"]}
TEMPLATE_ENGINE = "django.template.backends.django.DjangoTemplates"
TEMPLATES = [{"BACKEND": TEMPLATE_ENGINE, "APP_DIRS": True, "OPTIONS": SEES_REQUEST}]
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "guardian.backends.ObjectPermissionBackend",
]
ROOT_URLCONF = "benchmarks.plain.urls"
DATABASE = environ.Env().db("BENCH_DATABASE_URL", default="sqlite:///:memory:")
DATABASES = {"default": {**DATABASE, "ATOMIC_REQUESTS": True, "CONN_MAX_AGE": 600}}
if "sqlite" in DATABASE["ENGINE"]:
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TIME_ZONE = "Europe/Amsterdam"
