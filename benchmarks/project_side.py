"""The project's part of the run, and the floor beside it in the same database."""

import os
import uuid
from itertools import islice

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.base")
django.setup()

from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.urls import reverse  # noqa: E402

from benchmarks.commands import Commands  # noqa: E402
from benchmarks.floor import Floor  # noqa: E402
from benchmarks.project_load import Loader  # noqa: E402
from benchmarks.world import LONG_CASE, SHORT_CASE, code_of  # noqa: E402
from signalering.accounts import sessions  # noqa: E402
from signalering.cases.models import Signal  # noqa: E402
from signalering.cases.views.queue import FIRST_DUE, measure, part, queue_of  # noqa: E402

SOME = 500  # newest signals, among which are some that a person may see and some not


def page(user):
    """The newest signals this person may see."""
    return list(Signal.objects.page_for(user, "view", size=25).select_related("area", "team"))


def floor(user):
    """The newest signals there are."""
    return list(Floor.objects.select_related("area", "team").order_by("-pk")[:25])


def queue(user):
    """What the work queue asks: its first page, and how much waits."""
    waiting = queue_of(user)
    return part(waiting, user.teams, before=None, after=None, size=26), measure(waiting)


def queue_floor(user):
    """The same of the same desks, without asking who may see it."""
    waiting = Floor.objects.filter(status__in=[*Signal.OPEN], team__in=user.teams)
    waiting = waiting.select_related("area", "team", "taken_by").order_by(*FIRST_DUE.there)
    return list(waiting[:26]), measure(waiting)


class Project(Commands):
    """The project, filled with the town."""

    signs_in = "allauth.account.auth_backends.AuthenticationBackend"
    queries = {"page": page, "floor": floor, "queue": queue, "queue_floor": queue_floor}

    def application(self):
        return "config.wsgi:application"

    def fill(self):
        self.loader = Loader(self.world)
        loaded = self.loader.load()
        self.people = self.loader.people
        return loaded

    def sign_in(self, user, **more):
        """A session of the length that fits the person's role, as signing in makes it."""
        begun = SessionStore()
        sessions.begin(begun, user)
        return super().sign_in(user, **dict(begun.items()))

    def may(self, user, signal):
        return user.has_perm("cases.view_signal", signal)

    def visible(self, user):
        return Signal.objects.visible_to(user)

    def check_records(self, who):
        me = self.person(who)
        mine = page(me)[:10]
        newest = Signal.objects.order_by("-pk")[:SOME]
        seen = set(Signal.objects.filter(pk__in=[one.pk for one in newest]).visible_to(me).values_list("pk", flat=True))
        others = [one for one in newest if one.pk not in seen]
        return [*mine, *others[: len(mine)]]

    def requests(self, kind, who, times):
        if kind == "report":
            return [("POST", reverse("report"), self._report()) for _ in range(times)]
        if kind == "status":
            return [("POST", reverse("triage_close", args=[code]), ADVISED) for code in self._waiting(times)]
        if kind == "first_signal":
            return [("GET", reverse("inbox_signal", args=[code]), None) for code in self._waiting(times)]
        case = code_of(LONG_CASE if kind == "long_case" else SHORT_CASE, "C")
        newest = next((one.shown_code for one in page(self.person(who))), "")
        name, code = {
            "list": ("signals", None),
            "queue": ("inbox", None),
            "case": ("case", case),
            "long_case": ("case", case),
            "signal": ("inbox_signal", newest),
            "history": ("case_history", case),
        }[kind]
        return [("GET", reverse(name, args=[code] if code else []), None)] * times

    def _waiting(self, times):
        """Signals of the typical person's desks that nobody has touched yet, each handed out once."""
        if not hasattr(self, "_untouched"):
            teams = [team for name, team in self.loader.teams.items() if name.startswith("typical")]
            new = Signal.objects.filter(status="new", team__in=teams).order_by("pk")
            self._untouched = iter(list(new.values_list("code", flat=True)))
        return list(islice(self._untouched, times))

    def _report(self):
        """The last step of the phone's form, which carries the answers of the others."""
        words = next(self.world.signals()).words
        asked = ("name", "street", "postcode", "house_number", "observation", "already_done", "consent_answer")
        return {
            **{name: words[name] for name in asked},
            "step": "what",
            "form_key": str(uuid.uuid4()),
            "theme": "money_or_rent",
            "chips": "post_unopened",
            "urgency": "this_week",
            "area": "",
            "suffix": "",
        }


ADVISED = {"reason": "advised", "words": ""}
COMMANDS = Project().as_dict()
