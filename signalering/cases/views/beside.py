"""What stands beside a signal that somebody is about to decide on: the queue, and what else came over its address."""

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from signalering.accounts.access import shown
from signalering.audit.models import Event
from signalering.audit.record import note_later
from signalering.audit.searches import ADDRESS, TOO_OFTEN
from signalering.cases.actions import bursts
from signalering.cases.models import Signal
from signalering.cases.same_address import WHAT, allowance, around
from signalering.cases.taken import taker
from signalering.cases.views.chosen import view_of
from signalering.cases.views.queue import ORDERS, narrowed, part, queue_of

NEXT = 8
MOST_SHOWN = 5


def beside(request, signal):
    """What waits beside this signal in this person's own view, who looks into it, and the strip of its address."""
    by = request.user
    numbers, allowed = allowance(signal, by=by)
    address = address_of(request, signal, numbers, allowed=allowed)
    view = view_of(by)
    others = narrowed(queue_of(by), view).exclude(pk=signal.pk)
    queue = part(others, by.teams, ORDERS[view.order], before=None, after=None, size=NEXT)
    # what others hold is no more than a number: only what this person may see anyway comes through the door
    seen = shown([*queue, *(candidates(address, by) if address else ())], by)
    mine = {record.pk for record in seen}
    return {
        "queue": [other for other in queue if other.pk in mine],
        "address": address and told(address, signal, mine),
        "taker": taker(signal, view.taken_since),
        "keys": view.keys,
        "burst": address["found"].burst if address and "found" in address else bursts.around(signal),
    }


def address_of(request, signal, numbers, *, allowed):
    """What may be known of the address of a signal, which is a search on record; None when there is nothing to tell.

    Who wrote the signal never learns that there are more.
    """
    if not signal.address_key or signal.writer_id == request.user.pk:
        return None
    if not allowed:
        note_later(ADDRESS, signal, by=request.user, reason=TOO_OFTEN, result=Event.Result.REFUSED)
        return {"wait": True}
    request.reader.searches(signal, WHAT)
    return {"found": around(signal, numbers), **numbers}


def candidates(address, by):
    """The records over an address that this person may have been given."""
    if "found" not in address:
        return []
    teams = {team.pk for team in by.teams}
    signals = [other for other in address["found"].signals if other.team_id in teams and other.status in Signal.OPEN]
    return [*signals[:MOST_SHOWN], *address["found"].cases]


def told(address, signal, mine):
    """The strip as its page shows it; `mine` are the keys of what this person may see anyway."""
    if "found" not in address:
        return address
    found = address["found"]
    if found.number == 1 and not found.cases:
        return None
    return {
        "number": found.number,
        "since": found.since,
        "match": found.match,
        "months": address["match_months"],
        "teams": found.teams,
        "case_number": len(found.cases),
        "cases": [case for case in found.cases if case.pk in mine],
        "signals": [row(signal, other, address["duplicate_days"]) for other in found.signals if other.pk in mine],
    }


def row(signal, other, days):
    """Another signal of one's own queue over the same address, with why it looks like this one."""
    passed = (timezone.localdate(other.created_at) - timezone.localdate(signal.created_at)).days
    same_theme = other.theme == signal.theme
    why = [_("zelfde adres"), *([_("zelfde thema")] if same_theme else []), when(passed)]
    duplicate = same_theme and abs(passed) <= days
    return {"signal": other, "why": ", ".join(why), "duplicate": duplicate}


def when(passed):
    """How many days earlier or later."""
    if not passed:
        return _("zelfde dag")
    number = abs(passed)
    if passed < 0:
        return ngettext("%(n)s dag eerder", "%(n)s dagen eerder", number) % {"n": number}
    return ngettext("%(n)s dag later", "%(n)s dagen later", number) % {"n": number}
