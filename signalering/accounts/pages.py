"""Lists without page numbers: newest first, "ouder" and "nieuwer" by the code of a record."""

from dataclasses import dataclass, field

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
    after = seen_by(records, by, action, asked.get("nieuwer"))
    before = None if after else seen_by(records, by, action, asked.get("ouder"))
    found = list(records.page_for(by, action, before=before, after=after, size=size + 1))
    if after is not None and not found:
        after, found = None, list(records.page_for(by, action, size=size + 1))
    more = len(found) > size
    found = found[-size:] if after is not None else found[:size]
    older, newer = (True, more) if after is not None else (more, before is not None)
    page = Page(shown(found, by, action))
    if found:
        page.older = found[-1].shown_code if older else ""
        page.newer = found[0].shown_code if newer else ""
    return page


def seen_by(records, by, action, code):
    """The record with this code when this person may see it, else None."""
    return records.visible_to(by, action).filter(code=normal_code(code)).first() if code else None
