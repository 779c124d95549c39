"""The product as processes of their own, on the databases of the test: its web server, its worker, and a visitor."""

import os
import re
import socket
import subprocess
import sys
from contextlib import contextmanager
from http.cookiejar import CookieJar
from urllib.error import HTTPError
from urllib.parse import urlencode, urlsplit, urlunsplit
from urllib.request import HTTPCookieProcessor, Request, build_opener

from django.conf import settings
from django.db import connections

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
VARIABLES = {"default": "DATABASE_URL", "keys": "KEYS_DATABASE_URL"}


def surroundings(home):
    """The environment of a process that has a folder of its own, and the secrets and databases of this test."""
    (home / "secrets").symlink_to(settings.SECRETS)
    urls = {variable: url_of(alias, variable) for alias, variable in VARIABLES.items()}
    own = {"SIGNALERING_HOME": str(home), "DJANGO_SETTINGS_MODULE": "config.settings.test", "PYTHONUNBUFFERED": "1"}
    return {**os.environ, **own, **urls}


def url_of(alias, variable):
    """The address of a database of this test."""
    name = str(connections[alias].settings_dict["NAME"])
    if connections[alias].vendor == "sqlite":
        return f"sqlite:///{name}"
    return urlunsplit(urlsplit(os.environ[variable])._replace(path=f"/{name}"))


@contextmanager
def web_server(env, log):
    """Gunicorn as in production, with its access log on; yields where it listens."""
    with socket.create_server(("127.0.0.1", 0)) as door, open(log, "wb") as lines:
        command = ["-m", "gunicorn", "config.wsgi", "--bind", f"fd://{door.fileno()}", "--workers", "1"]
        command += ["--access-logfile", "-", "--error-logfile", "-", "--no-control-socket"]
        process = subprocess.Popen(
            [sys.executable, *command],
            cwd=settings.ROOT,
            env=env,
            stdout=lines,
            stderr=subprocess.STDOUT,
            pass_fds=[door.fileno()],
        )
        try:
            yield f"http://127.0.0.1:{door.getsockname()[1]}"
        finally:
            process.terminate()
            process.wait(30)


def manage(env, *words):
    """What `manage.py` says, on both its channels."""
    command = [sys.executable, "manage.py", *words]
    done = subprocess.run(command, cwd=settings.ROOT, env=env, capture_output=True, check=False)
    return done.stdout + done.stderr


class Visitor:
    """Somebody with a browser's cookies, who asks for pages and sends forms."""

    def __init__(self, site):
        self.site, self.opener = site, build_opener(HTTPCookieProcessor(CookieJar()))

    def ask(self, path, answers=None):
        """The status and the text of a reply, redirects followed."""
        data = None if answers is None else urlencode(answers, doseq=True).encode()
        try:
            with self.opener.open(Request(self.site + path, data), timeout=60) as reply:  # noqa: S310 (our own site)
                return reply.status, reply.read().decode()
        except HTTPError as error:
            return error.code, error.read().decode()

    def send(self, path, answers, page=None):
        """Fill in the form of a page and send it."""
        token = TOKEN.search(self.ask(page or path)[1])
        assert token, page or path
        return self.ask(path, {"csrfmiddlewaretoken": token[1], **answers})
