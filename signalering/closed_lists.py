"""Closed lists of words: shipped as data with Dutch labels, source and validity."""

import json
from functools import cache
from pathlib import Path

from django.utils.translation import gettext

HERE = Path(__file__).resolve().parent


class ClosedList(dict):
    """Slugs in their order, each with its Dutch label."""

    @property
    def choices(self):
        """The pairs a form shows."""
        return list(self.items())

    def label(self, slug):
        """The Dutch label of a slug; the slug itself when the list no longer has it."""
        return self.get(slug, slug)

    def spoken(self, slug):
        """The label of a slug in the language of the page, for who reads it now; never to be kept."""
        return gettext(self.label(slug)) if slug else ""


@cache
def read(app, name):
    """The parsed data file `signalering/<app>/data/<name>.json`."""
    return json.loads((HERE / app / "data" / f"{name}.json").read_text())


@cache
def closed_list(app, name):
    """One closed list from `signalering/<app>/data/lists.json`."""
    return ClosedList({item["slug"]: item["label"] for item in read(app, "lists")[name]["items"]})
