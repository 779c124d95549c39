"""What the harness can ask of either side; the sides fill in how their own app does it."""

import secrets
import statistics
from datetime import datetime
from itertools import cycle, islice

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, get_user_model
from django.contrib.sessions.backends.db import SessionStore
from django.test import Client

from benchmarks import measuring
from benchmarks.world import World

CSRF = secrets.token_hex(16)


class Commands:
    """A side: a town to load, queries to time, pages to ask for."""

    #: the backend that knows who somebody is
    signs_in = "django.contrib.auth.backends.ModelBackend"
    #: name of a query -> function of a user that returns the rows of a first page
    queries = {}

    def load(self, n, now):
        self.world = World(n, now=datetime.fromisoformat(now))
        return self.fill()

    def fill(self):
        raise NotImplementedError

    def person(self, who):
        """A user as a request would have it: freshly read, nothing remembered."""
        return get_user_model().objects.get(pk=self.people[who])

    def query(self, name, who, times):
        """Milliseconds of a first page through the ORM."""
        return measuring.timed(self.queries[name], [self.person(who) for _ in range(times)])

    def rows(self, name, who):
        """The codes on a first page, to see that both sides show the same."""
        return [row.code for row in self.queries[name](self.person(who))]

    def server(self, name, who, times):
        """Milliseconds the statements of a first page take inside the database."""
        user = self.person(who)
        with measuring.statements() as seen:
            self.queries[name](user)
        return {**measuring.server_time(seen, times), "statements": len(seen)}

    def plan(self, name, who):
        user = self.person(who)
        with measuring.statements() as seen:
            self.queries[name](user)
        return measuring.plans(seen)

    def check(self, who, times):
        """Milliseconds of the question whether one person may see one record; half the answers are no."""
        kept = self.__dict__.setdefault("_records", {})
        if who not in kept:
            kept[who] = self.check_records(who)
        records = list(islice(cycle(kept[who]), times))
        asked = [(self.person(who), record) for record in records]
        answers = []
        taken = measuring.timed(lambda pair: answers.append(self.may(*pair)), asked)
        return {"taken": taken, "yes": sum(answers), "asked": len(answers)}

    def count(self, who):
        return self.visible(self.person(who)).count()

    def statements(self, page, who):
        """How many statements one request costs when the process is warm, and its status."""
        client = Client(enforce_csrf_checks=False)
        client.cookies.load(self.cookies(who))
        counted = []
        for method, path, form in self.requests(page, who, 3):
            with measuring.statements() as seen:
                reply = client.generic(method, path, **_typed(form))
                b"".join(reply.streaming_content) if reply.streaming else reply.content
            counted.append((len(seen), reply.status_code))
        return {
            "statements": counted[-1][0],
            "status": counted[-1][1],
            "median": statistics.median(c for c, _ in counted),
        }

    def web(self, page, who, times):
        """Requests with their headers, ready for the load generator."""
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies(who).items())
        ready = []
        for method, path, form in self.requests(page, who, times):
            headers = {"Host": "127.0.0.1", "Cookie": cookie, "Accept-Encoding": "gzip"}
            typed = _typed(form)
            if form is not None:
                headers["Content-Type"] = typed["content_type"]
            ready.append({"method": method, "path": path, "headers": headers, "body": typed.get("data")})
        return ready

    def cookies(self, who):
        """A session made as signing in makes it, once per person."""
        if who not in self.__dict__.setdefault("_sessions", {}):
            self._sessions[who] = self.sign_in(self.person(who))
        return {settings.SESSION_COOKIE_NAME: self._sessions[who], settings.CSRF_COOKIE_NAME: CSRF}

    def sign_in(self, user, **more):
        session = SessionStore()
        session[SESSION_KEY] = str(user.pk)
        session[BACKEND_SESSION_KEY] = self.signs_in
        session[HASH_SESSION_KEY] = user.get_session_auth_hash()
        session.update(more)
        session.save()
        return session.session_key

    def as_dict(self):
        names = "application load query rows server plan check count statements web"
        return {name: getattr(self, name) for name in names.split()}


def _typed(form):
    if form is None:
        return {}
    from urllib.parse import urlencode

    return {
        "data": urlencode({**form, "csrfmiddlewaretoken": CSRF}, doseq=True),
        "content_type": "application/x-www-form-urlencoded",
    }
