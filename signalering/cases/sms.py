"""Text messages: through the gateway of the municipality, or into a file where none is configured."""

import fcntl
import json
import os
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, Request, build_opener

from django.conf import settings

SCHEMES = ("https://", "http://")


FOR_NOW = {408, 429}  # beside every 5xx


class NotTaken(Exception):
    """The gateway does not take the message, and will not later either."""


class NotNow(NotTaken):
    """The gateway is away or busy; the same message may be taken later."""


class NoRedirect(HTTPRedirectHandler):
    """A gateway that sends us elsewhere does not get the token and the number there."""

    def redirect_request(self, *args, **kwargs):
        """Go nowhere: the reply itself is an error."""


OPENER = build_opener(NoRedirect)


def send(to, text, key):
    """Hand in one message to a number; the same `key` again is the same message."""
    if settings.SMS_GATEWAY_URL:
        post(to, text, key)
    else:
        write_down(to, text, key)


def post(to, text, key):
    """The gateway takes the message, or NotTaken or NotNow; each wait for it is at most SMS_TIMEOUT seconds."""
    if not settings.SMS_GATEWAY_URL.startswith(SCHEMES):
        raise NotTaken("address")
    request = Request(  # noqa: S310 the scheme is one of ours
        settings.SMS_GATEWAY_URL,
        json.dumps({"to": to, "text": text, "key": key}).encode(),
        {
            "Authorization": f"Bearer {settings.SMS_GATEWAY_TOKEN}",
            "Content-Type": "application/json",
            "Idempotency-Key": key,
        },
    )
    try:
        with OPENER.open(request, timeout=settings.SMS_TIMEOUT):
            return
    except HTTPError as error:
        error.close()
        refusal = NotNow if error.code >= 500 or error.code in FOR_NOW else NotTaken
        raise refusal(str(error.code)) from None
    except (OSError, HTTPException) as error:
        raise NotNow(type(error).__name__) from None  # its text may hold the number


def write_down(to, text, key):
    """One line in a file that only the operator reads, once for each key."""
    line = json.dumps({"key": key, "to": to, "text": text}, ensure_ascii=False) + "\n"
    settings.SMS_FILE.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(settings.SMS_FILE, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(handle, "r+", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.seek(0)
        if not any(f'"key": "{key}"' in known for known in file):  # a half line of a crash is no reason to stop
            file.write(line)
