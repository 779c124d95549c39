"""Lists of many alike rows: a row is drawn once with gaps, and the gaps are filled for every record.

Through the template engine, 25 rows cost more than finding out who may see them.
"""

from functools import lru_cache

from django import template
from django.template.loader import get_template
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from config.templatetags.marks import deadline, status, tag
from config.templatetags.page import Told

register = template.Library()

WAITING = ("url", "code", "theme", "words_name", "facts", "marks")
DUE_FIRST = {  # what the first clock of a signal asks of the desk
    "DL1": gettext_lazy("Eerste gesprek voor"),
    "DL2": gettext_lazy("Eerste gesprek voor"),
    "DL3": gettext_lazy("Eerste gesprek voor"),
    "DL9": gettext_lazy("Langsgaan voor"),
    "DL13": gettext_lazy("Bericht voor"),
    "DL23": gettext_lazy("Lezen voor"),
}
SIGNAL = ("url", "code", "words_name", "theme", "status", "area", "team", "received")


@lru_cache
def with_gaps(name, gaps, language):
    """A row in a language, with the name of each gap in braces."""
    return get_template(name).render({gap: f"{{{gap}}}" for gap in gaps})


@register.simple_tag
def signal_rows(signals):
    """The rows of a list of signals that are not opened."""
    row = with_gaps("cases/signal_row.html", SIGNAL, get_language())
    url, unknown, told = reverse("inbox_signal", args=["code"]), _("onbekend"), Told()
    return format_html_join(
        "",
        row,
        (
            {
                "url": url.replace("/code/", f"/{signal.shown_code}/"),
                "code": signal.shown_code,
                "words_name": signal.words_name,
                "theme": signal.get_theme_display(),
                "status": status("signal", signal.status, signal.get_status_display()),
                "area": signal.area.name if signal.area_id else unknown,
                "team": signal.team.name,
                "received": told.moment(signal.created_at),
            }
            for signal in signals
        ),
    )


@register.simple_tag
def queue_rows(rows, me, several_teams):
    """The rows of the work queue: a box to tick, what it is about, how old, who looks into it."""
    row = with_gaps("cases/inbox_row.html", WAITING, get_language())
    url = reverse("inbox_signal", args=["code"])
    return format_html_join(
        "",
        row,
        (
            {
                "url": url.replace("/code/", f"/{one['signal'].shown_code}/"),
                "code": one["signal"].shown_code,
                "theme": one["signal"].get_theme_display(),
                "words_name": one["signal"].words_name,
                "facts": facts_of(one["signal"], one["age"], several_teams),
                "marks": mark_safe("".join(marks_of(one, me))),  # noqa: S308 tags are escaped already
            }
            for one in rows
        ),
    )


def facts_of(signal, age, several_teams):
    """Where, from whom and how old, in one line."""
    parts = [
        signal.area.name if signal.area_id else _("wijk onbekend"),
        signal.get_reporter_kind_display(),
        ngettext("%(n)s werkdag", "%(n)s werkdagen", age) % {"n": age},
    ]
    if several_teams:
        parts.append(signal.team.name)
    return " · ".join(parts)


def marks_of(one, me):
    """The tags of one row of the queue."""
    signal = one["signal"]
    if one["taker"] is not None:
        yield tag(_("Jij kijkt hiernaar") if one["taker"] == me else looks_into(one["taker"]), "eye", "info")
    if one["incomplete"]:
        yield tag(_("onvolledig"), "triangle-alert", "warn")
    urgent = signal.urgency == signal.Urgency.TODAY
    if signal.presses:
        yield tag(_("spoed"), "triangle-alert", "danger")
    else:
        yield tag(signal.get_urgency_display(), *(("triangle-alert", "warn") if urgent else ()))
    if signal.status == signal.Status.ASKED:
        yield status("signal", signal.status, signal.get_status_display())
    if signal.next_due:
        yield deadline(signal.next_due, DUE_FIRST.get(signal.first_clock, _("Volgende stap voor")))


def looks_into(who):
    """Who looks into a signal, as a sentence."""
    return _("%(who)s kijkt hiernaar") % {"who": who}
