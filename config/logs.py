"""Log lines are read by many; nothing of a person may stand in them."""

import logging
import re

E_MAIL = re.compile(r"[^\s@<>\"']+@[^\s@<>\"']+")


class NoPerson(logging.Filter):
    """Take e-mail addresses and the arguments of database errors out of a line."""

    def filter(self, record):
        record.msg = E_MAIL.sub("<e-mail>", record.getMessage())
        record.args = ()
        if record.exc_info and record.exc_info[1] is not None:
            # the text of an exception may repeat what somebody typed; its kind and its place may not
            kind, error, trace = record.exc_info
            record.exc_info = (kind, kind("<weggelaten>") if issubclass(kind, ValueError) else error, trace)
        return True
