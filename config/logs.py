"""Log lines are read by many; nothing of a person may stand in them."""

import logging
import re

E_MAIL = re.compile(r"[^\s@<>\"']+@[^\s@<>\"']+")


class NoPerson(logging.Filter):
    """Take e-mail addresses out of a line, and the words out of an error: its kind and place remain."""

    def filter(self, record):
        if isinstance(record.args, dict) and "exc" in record.args:  # Celery repeats an error in the line itself
            record.args = {**record.args, "exc": "<weggelaten>"}
        record.msg, record.args = E_MAIL.sub("<e-mail>", record.getMessage()), ()
        if record.exc_info and record.exc_info[1] is not None:
            # the words of an error may repeat what somebody typed, as those of a database do
            kind, _error, place = record.exc_info
            wordless = type(kind.__name__, (Exception,), {})("<weggelaten>")
            record.exc_info, record.exc_text = (type(wordless), wordless, place), None
        return True
