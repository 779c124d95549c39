"""Lists of many alike rows: a row is drawn once with gaps, and the gaps are filled for every record.

Through the template engine, 25 rows cost more than finding out who may see them.
"""

from functools import lru_cache

from django import template
from django.template.loader import get_template
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from config.templatetags.marks import status
from config.templatetags.page import Told

register = template.Library()

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
