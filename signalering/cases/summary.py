"""What a reporter is about to send, line by line, to look at before it leaves."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from signalering.cases.models import Signal
from signalering.closed_lists import closed_list


def told_so_far(draft, form):
    """The answers of the earlier pages as (question, answer); only on the last page."""
    if form.step != "what":
        return []
    told = draft.cleaned
    lines = [
        (_("Zorg"), Signal.Theme(told["theme"]).label),
        (_("Waar"), where(told)),
        (_("Wijk"), told.get("area") or _("weet ik niet")),
        (_("Wanneer"), when(told.get("observed_at"))),
        (_("Leeftijd"), closed_list("cases", "age_band").label(told.get("age_band", ""))),
        (_("Weet de inwoner het?"), closed_list("cases", "consent_answer").label(told["consent_answer"])),
        (_("Waarom niet veilig"), closed_list("cases", "unsafe_reason").label(told.get("unsafe_reason", ""))),
        (_("Naam"), told.get("name", "")),
    ]
    return [(question, answer) for question, answer in lines if answer]


def where(told):
    """Place, street and address in one line."""
    postcode, number = told.get("postcode", ""), told.get("house_number", "")
    address = f"{postcode[:4]} {postcode[4:]} {number} {told.get('suffix', '')}".strip()
    return ", ".join(part for part in (told.get("place"), told.get("street"), address) if part)


def when(moment):
    """A moment in words, in local time."""
    return date_format(timezone.localtime(moment), "j F H.i") if moment else ""
