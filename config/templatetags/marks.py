"""Small marks that stand many times on a page: an icon, a tag, the state of a record, a due date."""

from functools import cache, lru_cache

from django import template
from django.template.loader import get_template
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from config.templatetags.page import day, due_state

register = template.Library()

HIDDEN = mark_safe('aria-hidden="true"')
ASKED, DONE, WITHDRAWN = ("message-circle-question-mark", "warn"), ("circle-check", "ok"), ("x", "")
STATES = {
    "signal-new": ("circle-dot", "info"),
    "signal-asked": ASKED,
    "signal-linked": ("link", "ok"),
    "signal-advised": DONE,
    "signal-passed_on": ("corner-up-right", "ok"),
    "signal-not_taken_up": ("ban", ""),
    "signal-withdrawn": WITHDRAWN,
    "reporter-question": ASKED,
    "reporter-received": ("inbox", "info"),
    "reporter-picked_up": ("half", "ok"),
    "reporter-done": DONE,
    "reporter-withdrawn": WITHDRAWN,
    "case-open": ("half", "info"),
    "case-closed": ("circle-check", ""),
    "referral-draft": ("pencil", ""),
    "referral-sent": ("send", "info"),
    "referral-asked": ASKED,
    "referral-accepted": ("check", "ok"),
    "referral-returned": ("undo-2", "warn"),
    "referral-withdrawn": WITHDRAWN,
    "referral-expired": ("clock", "danger"),
    "referral-waiting": ("hourglass", "info"),
    "referral-started": ("circle-play", "info"),
    "referral-completed": DONE,
    "referral-stopped": ("circle-stop", ""),
}


@cache
def drawn(name, told):
    """A Lucide icon drawn inline; `name` is a file in components/icons."""
    lines = mark_safe(get_template(f"components/icons/{name}.svg").render())  # noqa: S308 a file of our own
    return format_html('<svg class="icon" viewBox="0 0 24 24" {}>{}</svg>\n', told, lines)


@register.simple_tag
def icon(name, label=""):
    """An icon; `label` only when no word stands beside it."""
    return drawn(name, format_html('role="img" aria-label="{}"', label) if label else HIDDEN)


@register.simple_tag
def tag(label, icon_name="", colour=""):
    """A small fact as icon + word + colour: ok, warn, danger, info, sealed or nothing."""
    kind = f"tag {colour}" if colour else "tag"
    return format_html('<span class="{}">{}{}</span>\n', kind, icon(icon_name) if icon_name else "", label)


@register.simple_tag
def status(kind, slug, label):
    """The state of a record as icon + word + colour; kind: signal, reporter, case or referral."""
    return _state(kind, slug, str(label))


@lru_cache(maxsize=500)
def _state(kind, slug, label):
    return tag(label, *STATES.get(f"{kind}-{slug}", ()))


@register.simple_tag
def deadline(due, label=""):
    """A due date as a tag: amber when near, red when past; `label`: "Reactie voor"."""
    if not due:
        return ""
    state = due_state(due)
    if state == "late":
        mark, kind = format_html("{}{}", icon("triangle-alert"), _("Te laat:")), "tag danger"
    else:
        mark, kind = icon("clock"), "tag warn" if state == "soon" else "tag"
    return format_html('<span class="{}">{} {} {}</span>\n', kind, mark, label, day(due))
