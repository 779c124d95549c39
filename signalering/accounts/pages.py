"""Lists without page numbers: newest first, "ouder" and "nieuwer" by the code of a record, or from a date."""

import uuid
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import partial
from types import SimpleNamespace

from django.utils import timezone

from signalering.accounts.access import normal_code, shown

SIZE = 25


@dataclass
class Page:
    """Some records of a list, and the codes from which the older and newer ones go on."""

    records: list = field(default_factory=list)
    older: str = ""
    newer: str = ""


def page_of(records, by, action, asked, *, size=SIZE):
    """The part of a list that the address asks for; a code this person does not see asks for the newest."""
    page = turn(
        asked, seen=partial(seen_by, records, by, action), rows=partial(records.page_for, by, action), size=size
    )
    page.records = shown(page.records, by, action)
    return page


def turn(asked, *, seen, rows, size=SIZE, dated=True):
    """One part of any list: `seen(code)` gives where to go on, `rows(before=, after=, size=)` what follows."""
    after = seen(asked.get("nieuwer"))
    before = None if after else seen(asked.get("ouder"))
    if dated and after is None and before is None:
        before = end_of(day_asked(asked))
    found = list(rows(before=before, after=after, size=size + 1))
    if after is not None and not found:
        after, found = None, list(rows(before=None, after=None, size=size + 1))
    more = len(found) > size
    found = found[-size:] if after is not None else found[:size]
    older, newer = (True, more) if after is not None else (more, before is not None)
    page = Page(found)
    if found:
        page.older = found[-1].shown_code if older else ""
        page.newer = found[0].shown_code if newer else ""
    return page


def seen_by(records, by, action, code):
    """The record with this code when this person may see it, else None."""
    return records.visible_to(by, action).filter(code=normal_code(code)).first() if code else None


def day_asked(asked):
    """The day that `?vanaf=` names, or None when there is none or it is no day."""
    try:
        return date.fromisoformat(asked.get("vanaf", ""))
    except ValueError:
        return None


def end_of(day):
    """What stands just behind the last record of a day in a list by age; None without a day."""
    if day is None or not 1970 < day.year < 9999:
        return None
    midnight = timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))
    return SimpleNamespace(pk=uuid.UUID(int=(int(midnight.timestamp() * 1000) << 80) | (7 << 76) | (2 << 62)))
