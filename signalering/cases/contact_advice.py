"""How to try again to reach a resident: another part of the day, and another way than before."""

from collections import Counter

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from signalering.accounts.configuration import numbers
from signalering.cases.models import ContactAttempt
from signalering.cases.safety import AT_THE_DOOR
from signalering.closed_lists import read

DayPart = ContactAttempt.DayPart
NO_CONTACT_AT_ALL = {"administrative"}
WHEN = {
    DayPart.EVENING: gettext_lazy("'s avonds"),
    DayPart.MORNING: gettext_lazy("'s ochtends"),
    DayPart.AFTERNOON: gettext_lazy("'s middags"),
}
TRIES = {item["slug"]: item["try"] for item in read("cases", "lists")["contact_channel"]["items"] if "try" in item}
BY_PHONE = {"phone", "text_message"}
SETTINGS = ("no_contact_attempts_least", "no_contact_attempts", "no_contact_channels", "no_contact_day_parts")


def next_try(attempts, *, ways=tuple(TRIES)):
    """The (day part, channel) to try next after attempts as (channel, reached, day part), oldest first.

    None when nobody tried yet, when the last attempt reached the resident, or when there is no way left.
    """
    real = [one for one in attempts if one[0] not in NO_CONTACT_AT_ALL]
    if not real or real[-1][1] or not ways:
        return None
    return least_tried(WHEN, [one[2] for one in real]), least_tried(ways, [one[0] for one in real])


def least_tried(possible, tried):
    """Another than the last one while there is another; of those what was tried least, and else the first."""
    often = Counter(tried)
    order = list(possible)
    return min(order, key=lambda one: (one == tried[-1], often[one], order.index(one)))


def ways_to(resident, *, not_safe=False, not_alone=False):
    """The channels by which somebody can try to reach a resident, best first.

    None when talking is not safe; nothing at the door where nobody goes alone, and no call without a number.
    """
    if not_safe or resident is None:
        return ()
    ways = (way for way in TRIES if way not in BY_PHONE or resident.phone)
    return tuple(way for way in ways if not (not_alone and way in AT_THE_DOOR))


def in_words(suggestion):
    """The suggestion as one sentence."""
    day_part, channel = suggestion
    return _("Probeer %(when)s, en %(how)s.") % {"when": WHEN[day_part], "how": TRIES[channel]}


def few_attempts(case):
    """Whether a case may end without contact, and whether that is sooner than proposed: (none at all, too few)."""
    known = numbers(*SETTINGS)
    least, number, channels, day_parts = (known[key] for key in SETTINGS)
    real = case.contactattempts.exclude(channel__in=NO_CONTACT_AT_ALL).values_list("channel", "day_part")
    ways, parts = {way for way, _part in real}, {part for _way, part in real}
    return len(real) < least, len(real) < number or len(ways) < channels or len(parts) < day_parts
