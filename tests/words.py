"""Whether a word stands in a page by itself; the seconds of a clock or a random token may hold the same figures."""

import re


def stands(word, page):
    """Whether a word stands in a text as a whole word."""
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", page) is not None
