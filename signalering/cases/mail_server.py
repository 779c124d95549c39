"""Which trouble with a mail server passes by itself, and which answer it will give for ever."""

from smtplib import (
    SMTPAuthenticationError,
    SMTPConnectError,
    SMTPException,
    SMTPHeloError,
    SMTPRecipientsRefused,
    SMTPResponseException,
    SMTPServerDisconnected,
)

# before any mail is offered: a connection that cannot be made is the fault of none of them
NO_CONNECTION = (SMTPConnectError, SMTPHeloError, SMTPAuthenticationError, SMTPServerDisconnected)


def passes(error):
    """Whether the same mail may be taken later: there was no connection, or the server says that it is for now."""
    if isinstance(error, NO_CONNECTION):
        return True
    if isinstance(error, SMTPRecipientsRefused):
        return all(for_now(code) for code, _words in error.recipients.values())
    if isinstance(error, SMTPResponseException):
        return for_now(error.smtp_code)
    return isinstance(error, OSError) and not isinstance(error, SMTPException)


def for_now(code):
    """Whether a reply is a temporary one."""
    return 400 <= code < 500
