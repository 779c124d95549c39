"""At 320 pixels nothing scrolls sideways, nothing that has the focus is hidden, and everything can be hit."""

import pytest

from tests.browser.sights import SIGHTS, unfold
from tests.chromium import PHONE

pytestmark = pytest.mark.django_db(transaction=True)
NARROW = {"width": 320, "height": 740}
ZOOMED = {"width": 320, "height": 256}  # a screen of 1280 by 1024 at 400 %
MOST_STOPS = 300
SMALLEST = 24

# What sticks out of the screen, unless it stands in a part that scrolls by itself.
STICKS_OUT = """() => {
    const scrolls = (node) => node && (["auto", "scroll"].includes(getComputedStyle(node).overflowX) || scrolls(node.parentElement));
    const out = document.scrollingElement.scrollWidth - innerWidth;
    if (out <= 0) return [];
    return [`${out} px too wide`, ...[...document.body.querySelectorAll("*")]
        .filter((node) => node.getBoundingClientRect().right > innerWidth + 1 && !scrolls(node))
        .map((node) => `${node.tagName}.${node.className}: ${node.textContent.trim().slice(0, 40)}`)];
}"""

# Where the focus is, and whether any point of it can be seen: not outside the screen, not under something else.
FOCUS = """() => {
    const node = document.activeElement;
    if (!node || node === document.body || node === document.documentElement) return null;
    window.stops ??= [];
    if (window.stops[0] === node && window.stops.length > 1) return null;
    window.stops.push(node);
    const mine = (point) => point && (node.contains(point) || [...(node.labels ?? [])].some((label) => label.contains(point)));
    const seen = [...node.getClientRects()].some((box) => {
        const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
        const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
        if (right <= left || bottom <= top) return false;
        return [.1, .3, .5, .7, .9].some((x) => [.1, .3, .5, .7, .9].some((y) =>
            mine(document.elementFromPoint(left + x * (right - left), top + y * (bottom - top)))));
    });
    return { seen, name: `${node.tagName} ${node.name ?? ""} ${node.textContent.trim().slice(0, 40)}` };
}"""

# Controls that are smaller than a finger's tip; a link within a sentence is as high as its line.
TOO_SMALL = """(smallest) => [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")]
    .filter((node) => node.checkVisibility() && node.tabIndex >= 0 && !node.matches(".skip"))
    .filter((node) => {
        const inside = getComputedStyle(node).display.startsWith("inline") && node.tagName === "A";
        const text = node.closest("p, li, dd")?.innerText.trim() ?? "";
        return !(inside && text.length > node.innerText.trim().length);
    })
    .map((node) => ({ node, box: (node.labels?.[0]?.contains(node) ? node.labels[0] : node).getBoundingClientRect() }))
    .filter(({ box }) => Math.min(box.width, box.height) < smallest)
    .map(({ node, box }) => `${node.tagName} ${node.textContent.trim().slice(0, 40)}: ${box.width} × ${box.height}`)"""


@pytest.mark.parametrize("sight", SIGHTS, ids=str)
def test_a_narrow_screen_is_wide_enough(tour, sight):
    page = tour.visit(sight)
    page.set_viewport_size(NARROW)
    assert page.evaluate(STICKS_OUT) == []
    unfold(page)
    assert page.evaluate(STICKS_OUT) == []
    assert page.evaluate(TOO_SMALL, SMALLEST) == []
    for viewport in (ZOOMED, PHONE):
        assert hidden_stops(page, viewport) == []


def hidden_stops(page, viewport):
    """Walk through the page with Tab; what had the focus and could not be seen."""
    page.set_viewport_size(viewport)
    page.evaluate("() => { window.stops = []; document.activeElement?.blur(); scrollTo(0, 0); }")
    hidden = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop is None:
            break
        if not stop["seen"]:
            hidden.append(f"{viewport['width']} × {viewport['height']}: {stop['name']}")
    assert 1 < page.evaluate("window.stops.length") < MOST_STOPS, "Tab goes round the page"
    return hidden
