"""Production starts with everything it needs or says what is missing, and knows who asks."""

import logging
import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import RequestFactory

from config.logs import NoPerson
from config.proxy import ClientAddress

COMPLETE = {
    "DJANGO_SETTINGS_MODULE": "config.settings.production",
    "DATABASE_URL": "postgres://app@db.example/signalering?sslmode=verify-full",
    "KEYS_DATABASE_URL": "postgres://app@keys.example/keys",
    "ALLOWED_HOSTS": "signalering.example",
    "SITE_ADDRESS": "https://signalering.example",
    "EMAIL_URL": "smtp+tls://mail.example:587",
}
SHOW = (
    "from config.settings import production as p;"
    "print(p.DATABASES['default']['OPTIONS'].get('sslmode'), p.MIDDLEWARE[0], p.CELERY_WORKER_HIJACK_ROOT_LOGGER)"
)


def start(**changes):
    """What happens when production settings are read with this environment."""
    kept = {"PATH": os.environ["PATH"], "SIGNALERING_HOME": str(settings.HOME)}
    env = {name: value for name, value in {**kept, **COMPLETE, **changes}.items() if value is not None}
    return subprocess.run([sys.executable, "-c", SHOW], env=env, cwd=settings.ROOT, capture_output=True, text=True)


def test_it_starts_with_everything_it_needs():
    result = start()
    assert result.returncode == 0, result.stderr
    assert result.stdout.split() == ["verify-full", "config.proxy.ClientAddress", "False"]


@pytest.mark.parametrize("name", sorted(set(COMPLETE) - {"DJANGO_SETTINGS_MODULE"}))
def test_it_names_what_is_missing(name):
    result = start(**{name: None})
    assert result.returncode != 0
    assert f"de omgevingsvariabele {name} ontbreekt" in result.stderr


@pytest.mark.parametrize("name", ["DATABASE_URL", "KEYS_DATABASE_URL"])
@pytest.mark.parametrize("url", ["sqlite:////var/lib/signalering.sqlite3", "sqlite://:memory:", "mysql://db.example/a"])
def test_it_refuses_what_is_no_postgresql(name, url):
    result = start(**{name: url})
    assert result.returncode != 0
    assert f"Productie start niet: {name} noemt geen PostgreSQL-database." in result.stderr


@pytest.mark.parametrize(
    "url",
    [
        COMPLETE["DATABASE_URL"],
        "postgres://keys@db.example/signalering",
        "postgres://keys@db.example:5432/signalering",
    ],
)
def test_it_refuses_keys_beside_what_they_open(url):
    result = start(KEYS_DATABASE_URL=url)
    assert result.returncode != 0
    assert "DATABASE_URL en KEYS_DATABASE_URL noemen dezelfde database." in result.stderr
    assert start(KEYS_DATABASE_URL="postgres://keys@db.example/signalering_keys").returncode == 0


@pytest.mark.parametrize("app", ["config", "config.celery"])
def test_celery_names_no_settings_of_its_own(app):
    env = {"PATH": os.environ["PATH"], "SIGNALERING_HOME": str(settings.HOME)}
    command = [sys.executable, "-m", "celery", "-A", app, "report"]
    result = subprocess.run(command, env=env, cwd=settings.ROOT, capture_output=True, text=True)
    assert result.returncode != 0
    assert "Celery start niet: de omgevingsvariabele DJANGO_SETTINGS_MODULE ontbreekt." in result.stdout + result.stderr
    env["DJANGO_SETTINGS_MODULE"] = "config.settings.base"
    result = subprocess.run(command, env=env, cwd=settings.ROOT, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize("way_in", ["config.wsgi", "config.asgi"])
def test_a_web_server_names_the_settings_itself(way_in):
    env = {"PATH": os.environ["PATH"], "SIGNALERING_HOME": str(settings.HOME)}
    command = [sys.executable, "-c", f"import {way_in}"]
    result = subprocess.run(command, env=env, cwd=settings.ROOT, capture_output=True, text=True)
    assert result.returncode != 0
    assert "De toepassing start niet: de omgevingsvariabele DJANGO_SETTINGS_MODULE ontbreekt." in result.stderr


@pytest.mark.parametrize("name", ["DEMO", "DEBUG"])
def test_it_refuses_what_is_for_trying_and_for_developers(name):
    result = start(**{name: "1"})
    assert result.returncode != 0
    assert f"Productie start niet: {name} staat aan." in result.stderr


@pytest.mark.parametrize("name", ["SITE_ADDRESS", "SMS_GATEWAY_URL"])
@pytest.mark.parametrize("address", ["http://elders.example", "elders.example"])
def test_it_refuses_an_address_that_anybody_on_the_way_can_read(name, address):
    result = start(**{name: address})
    assert result.returncode != 0
    assert f"Productie start niet: {name} begint niet met https://." in result.stderr
    assert start(SMS_GATEWAY_URL="https://sms.example/send").returncode == 0


def test_without_a_proxy_nobody_is_believed():
    assert "ClientAddress" not in start(BEHIND_PROXY="0").stdout


@pytest.mark.parametrize(
    ("header", "address"),
    [
        (None, "127.0.0.1"),
        ("", "127.0.0.1"),
        ("192.0.2.7", "192.0.2.7"),
        ("203.0.113.5, 192.0.2.7", "192.0.2.7"),  # the first is what the client says of itself
        ("2001:db8::7", "2001:db8::7"),
        ("192.0.2.7, geen adres", "127.0.0.1"),
        ("192.0.2.7:4000", "127.0.0.1"),
    ],
)
def test_the_address_is_what_the_proxy_saw(header, address):
    headers = {} if header is None else {"x-forwarded-for": header}
    request = RequestFactory().get("/", headers=headers)
    ClientAddress(lambda request: HttpResponse())(request)
    assert request.META["REMOTE_ADDR"] == address


def test_the_words_of_an_error_stay_out_of_the_workers_log():
    context = {"name": "taak", "exc": "KeyError('Mw. A.')"}
    line = logging.LogRecord("celery.app.trace", logging.ERROR, "", 0, "Task %(name)s: %(exc)s", (context,), None)
    assert NoPerson().filter(line)
    assert line.getMessage() == "Task taak: <weggelaten>"


def test_a_worker_that_comes_back_skips_old_calls():
    for entry in settings.CELERY_BEAT_SCHEDULE.values():
        assert entry["options"] == {"expires": entry["schedule"]}


PAGES_AT_HAND = (
    "from config.wsgi import application;"
    "from django.template import engines;"
    "from django.conf import settings;"
    "print(sum(1 for _ in (settings.ROOT / 'templates').rglob('*.html')),"
    " len(engines['django'].engine.template_loaders[0].get_template_cache))"
)


def test_a_web_process_that_replaces_another_has_every_page_at_hand():
    env = {**os.environ, "SIGNALERING_HOME": str(settings.HOME), "DJANGO_SETTINGS_MODULE": "config.settings.test"}
    command = [sys.executable, "-c", PAGES_AT_HAND]
    result = subprocess.run(command, env=env, cwd=settings.ROOT, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    there, at_hand = map(int, result.stdout.split())
    assert at_hand >= there > 100
