"""Every page through axe: no violation of WCAG 2.2 A and AA, narrow and wide, light and dark, folded and unfolded,
and nothing that only a colour tells."""

import json

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from tests.browser.forced_colours import told_by_colour
from tests.browser.shots import SCHEMES, dress
from tests.browser.sights import SIGHTS
from tests.browser.steps import unfold
from tests.chromium import DESK, PHONE

pytestmark = pytest.mark.django_db(transaction=True)
OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "resultTypes": ["violations"],
    "preload": False,  # the policy of the pages lets nobody fetch a style sheet twice
}
RUN = f"axe.run({json.dumps(OPTIONS)}).then((result) => result.violations)"


@pytest.mark.parametrize("sight", SIGHTS, ids=str)
def test_axe_finds_nothing(tour, sight):
    page = tour.visit(sight)
    page.evaluate(AXE_SCRIPT)
    found = []
    for viewport in (PHONE, DESK):
        for scheme in SCHEMES:
            dress(page, viewport, scheme)
            found += told(page, f"{viewport['width']} {scheme}")
    unfold(page)
    found += told(page, "unfolded")
    found += told_by_colour(page)
    assert not found, "\n".join(found)


def told(page, look):
    """What axe finds, each in one line with the element."""
    return [
        f"{look}: {violation['id']} {node['target']} {' '.join(node['failureSummary'].split())}"
        for violation in page.evaluate(RUN)
        for node in violation["nodes"]
    ]


def test_axe_sees_what_is_wrong(tour):
    page = tour.visit(SIGHTS[0])
    page.evaluate(AXE_SCRIPT)
    page.evaluate("document.documentElement.removeAttribute('lang'); document.querySelector('h1').style.color = '#eee'")
    rules = {line.split()[1] for line in told(page, "spoilt")}
    assert rules == {"html-has-lang", "color-contrast"}


def test_forced_colours_see_what_is_wrong(tour):
    page = tour.visit(next(sight for sight in SIGHTS if sight.name == "report-what"))
    page.check("[name=urgency] >> nth=0", force=True)
    page.evaluate("for (const node of document.querySelectorAll('.button')) node.style.border = '0'")
    page.evaluate("for (const node of document.querySelectorAll('.choice')) node.style.outline = '0'")
    found = told_by_colour(page)
    assert any(line.startswith("BUTTON") for line in found)
    assert any(line.startswith("chosen") for line in found)
