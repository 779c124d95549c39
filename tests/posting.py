"""Mail that goes out beside a request."""

import threading

from signalering.accounts.posting import NAME


def on_their_way():
    """The threads that are sending a mail now."""
    return [thread for thread in threading.enumerate() if thread.name == NAME]


def mails_are_out():
    """Go on when every mail that was on its way is out, or failed."""
    for thread in on_their_way():
        thread.join(timeout=30)
