"""What was mailed to somebody, read from the files that the demo writes instead of sending."""

import heapq
import os
import re
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from pathlib import Path

from django.conf import settings
from django.utils import timezone

NAME = re.compile(r"[A-Za-z0-9_-]{1,150}")
READ_AT_MOST = 500  # the newest files; a demo that runs for months stays quick
SHOWN_AT_MOST = 100


@dataclass(frozen=True)
class Mail:
    """A mail as its reader sees it."""

    name: str
    at: datetime
    subject: str
    body: str


def mails_to(person):
    """The newest mails to one person."""
    found = []
    for entry in newest_files():
        mail = mail_to(person, Path(entry.name).stem)
        if mail is not None:
            found.append(mail)
        if len(found) == SHOWN_AT_MOST:
            break
    return found


def newest_files():
    """The mail files, newest first."""
    if not settings.MAIL_FOLDER.is_dir():
        return []
    with os.scandir(settings.MAIL_FOLDER) as entries:
        files = [entry for entry in entries if entry.name.endswith(".eml")]
        return heapq.nlargest(READ_AT_MOST, files, key=lambda entry: (entry.stat().st_mtime, entry.name))


def mail_to(person, name):
    """The mail with this file name, or None when it is not there or not to this person."""
    path = settings.MAIL_FOLDER / f"{name}.eml"
    if not NAME.fullmatch(name) or path.is_symlink() or not path.is_file():
        return None
    message = message_from_bytes(path.read_bytes(), policy=policy.default)
    to = {address.addr_spec.casefold() for header in message.get_all("to", []) for address in header.addresses}
    if person.email.casefold() not in to:
        return None
    return Mail(
        name=name,
        at=datetime.fromtimestamp(path.stat().st_mtime, tz=timezone.get_current_timezone()),
        subject=message["subject"] or "",
        body=message.get_body(preferencelist=("plain",)).get_content().strip(),
    )
