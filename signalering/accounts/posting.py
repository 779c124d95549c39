"""Mail that no reply waits for: whether it goes, and how long that takes, tells nobody who has an account."""

import logging
from threading import Thread

log = logging.getLogger(__name__)
NAME = "account-mail"


def post(message):
    """Send a mail from a thread of its own, and go on at once."""
    Thread(target=deliver, args=(message,), name=NAME, daemon=True).start()


def deliver(message):
    """Send a mail; the words of a mail server that does not take it may name an address."""
    try:
        message.send()
    except Exception as error:
        log.error("account mail not sent: %s", type(error).__name__)
