"""What a reporter tells, line by line: to look at before it leaves, and again while it may be changed."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from signalering.cases.models import Signal
from signalering.closed_lists import closed_list

SEALED = (
    "place",
    "street",
    "postcode",
    "house_number",
    "suffix",
    "age_band",
    "consent_answer",
    "unsafe_reason",
    "name",
)


def of_signal(signal):
    """What the writer told in a signal that was sent."""
    told = {name: getattr(signal, name) for name in SEALED}
    return lines({**told, "area": signal.area, "urgency": signal.urgency})


def lines(told):
    """The answers as (question, answer); what was not asked or not answered is left out."""
    pairs = [
        (_("Zorg"), word(Signal.Theme, told.get("theme"))),
        (_("Waar"), where(told)),
        (_("Wijk"), told.get("area")),
        (_("Wanneer"), when(told.get("observed_at"))),
        (_("Leeftijd"), listed("age_band", told)),
        (_("Weet de inwoner het?"), listed("consent_answer", told)),
        (_("Waarom niet veilig"), listed("unsafe_reason", told)),
        (_("Naam"), told.get("name")),
        (_("Hoe snel"), word(Signal.Urgency, told.get("urgency"))),
    ]
    return [(question, answer) for question, answer in pairs if answer]


def word(choices, slug):
    """The label of a choice, or nothing."""
    return choices(slug).label if slug else ""


def listed(name, told):
    """The label of an answer from the closed list with its name, or nothing."""
    return closed_list("cases", name).spoken(told.get(name))


def where(told):
    """Place, street and address in one line."""
    postcode, number = told.get("postcode") or "", told.get("house_number") or ""
    address = " ".join(part for part in (postcode[:4], postcode[4:], number, told.get("suffix")) if part)
    return ", ".join(part for part in (told.get("place"), told.get("street"), address) if part)


def when(moment):
    """A moment in words, in local time."""
    return date_format(timezone.localtime(moment), "j F H.i") if moment else ""
