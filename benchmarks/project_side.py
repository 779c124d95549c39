"""The project's part of the run, and the floor beside it in the same database."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.base")
django.setup()

from benchmarks.commands import Commands  # noqa: E402
from benchmarks.floor import Floor  # noqa: E402
from benchmarks.project_load import Loader  # noqa: E402
from signalering.cases.models import Signal  # noqa: E402


def page(user):
    """The newest signals this person may see."""
    return list(Signal.objects.page_for(user, "view", size=25).select_related("area"))


def floor(user):
    """The newest signals there are."""
    return list(Floor.objects.select_related("area").order_by("-pk")[:25])


class Project(Commands):
    """The project, filled with the town."""

    queries = {"page": page, "floor": floor}

    def application(self):
        return "config.wsgi:application"

    def fill(self):
        self.loader = Loader(self.world)
        loaded = self.loader.load()
        self.people = self.loader.people
        return loaded

    def may(self, user, signal):
        return user.has_perm("cases.view_signal", signal)

    def visible(self, user):
        return Signal.objects.visible_to(user)

    def check_records(self, who):
        me = self.person(who)
        mine = page(me)[:10]
        others = Signal.objects.exclude(pk__in=Signal.objects.visible_to(me).values("pk"))
        return [*mine, *others[: len(mine)]]


COMMANDS = Project().as_dict()
