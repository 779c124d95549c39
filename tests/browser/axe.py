"""A page through axe: no violation of WCAG 2.2 A and AA, narrow and wide, light and dark, folded and unfolded."""

import json

from axe_playwright_python.base import AXE_SCRIPT

from tests.browser.shots import SCHEMES, dress
from tests.browser.steps import unfold
from tests.chromium import DESK, PHONE

OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "resultTypes": ["violations"],
    "preload": False,  # the policy of the pages lets nobody fetch a style sheet twice
}
SHAPE = {**OPTIONS, "rules": {"color-contrast": {"enabled": False}}}  # what is folded has its colours when unfolded


def violations(page):
    """What axe finds on a page in all its looks; it is left unfolded."""
    page.evaluate(AXE_SCRIPT)
    found = []
    for viewport in (PHONE, DESK):
        dress(page, viewport, "light")
        found += told(page, f"{viewport['width']} folded", SHAPE)
    unfold(page)
    for viewport in (PHONE, DESK):
        for scheme in SCHEMES:
            dress(page, viewport, scheme)
            found += told(page, f"{viewport['width']} {scheme}")
    return found


def told(page, look, options=OPTIONS):
    """What axe finds, each in one line with the element."""
    return [
        f"{look}: {violation['id']} {node['target']} {' '.join(node['failureSummary'].split())}"
        for violation in page.evaluate(f"axe.run({json.dumps(options)}).then((result) => result.violations)")
        for node in violation["nodes"]
    ]
