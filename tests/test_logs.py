"""Nothing of a person stands in a log line, not even when something breaks."""

import io
import logging

import pytest

from config.logs import NoPerson


@pytest.fixture
def log():
    """A logger with the project's filter, and what it wrote."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.addFilter(NoPerson())
    logger = logging.Logger("test")
    logger.addHandler(handler)
    return logger, written


def test_no_address_in_a_line(log):
    logger, written = log
    logger.warning("mail to %s failed", "mw.jansen@example.org")
    assert written.getvalue() == "mail to <e-mail> failed\n"


@pytest.mark.parametrize(
    "error", [ValueError("kanariewoord"), UnicodeDecodeError("utf-8", b"kanariewoord", 0, 1, "kanariewoord")]
)
def test_an_error_keeps_its_kind_and_place_only(log, error):
    logger, written = log
    try:
        try:
            raise KeyError("kanariewoord")
        except KeyError as first:
            raise error from first
    except type(error):
        logger.exception("it broke")
    assert type(error).__name__ in written.getvalue()
    assert "test_logs.py" in written.getvalue()
    assert "kanariewoord" not in written.getvalue().replace('KeyError("kanariewoord")', "")
