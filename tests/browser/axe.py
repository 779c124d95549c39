"""A page through axe: no violation of WCAG 2.2 A and AA, narrow and wide, light and dark, folded and unfolded."""

import json

from axe_playwright_python.base import AXE_SCRIPT

from tests.browser.shots import dress
from tests.browser.steps import FOLDED, unfold
from tests.chromium import DESK, PHONE

# Lies ready in each document of a profile, and is only read when it is called: half a megabyte that is sent once.
READY = f"globalThis.startAxe = function () {{\n{AXE_SCRIPT}\n}};"
STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
OPTIONS = {
    "resultTypes": ["violations"],
    "preload": False,  # the policy of the pages lets nobody fetch a style sheet twice
}
ALL = {**OPTIONS, "runOnly": STANDARD}
SHAPE = {**ALL, "rules": {"color-contrast": {"enabled": False}}}
COLOURS = {**OPTIONS, "runOnly": ["color-contrast", "link-in-text-block"]}


def violations(page, *, thorough=False):
    """What axe finds on a page in all its looks; it is left unfolded.

    A scheme changes colours alone. A narrow screen changes no colour and hides no words (tests/test_rules.py says
    so), and what is folded has its colours when unfolded. So colours, which cost the most, are judged once for each
    scheme, and a page on which nothing is folded is judged unfolded only; `thorough` judges everything in every look.
    """
    page.evaluate("startAxe()")
    found = []
    for viewport in (PHONE, DESK) if thorough or page.locator(FOLDED).count() else ():
        dress(page, viewport, "light")
        found += told(page, f"{viewport['width']} folded", ALL if thorough else SHAPE)
    unfold(page)
    for viewport, scheme, enough in (
        (PHONE, "dark", SHAPE),
        (DESK, "light", ALL),
        (DESK, "dark", COLOURS),
        *([(PHONE, "light", ALL)] if thorough else ()),
    ):
        dress(page, viewport, scheme)
        found += told(page, f"{viewport['width']} {scheme}", ALL if thorough else enough)
    return found


def told(page, look, options):
    """What axe finds, each in one line with the element."""
    return [
        f"{look}: {violation['id']} {node['target']} {' '.join(node['failureSummary'].split())}"
        for violation in page.evaluate(f"axe.run({json.dumps(options)}).then((result) => result.violations)")
        for node in violation["nodes"]
    ]
