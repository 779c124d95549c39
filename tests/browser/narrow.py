"""At 320 pixels nothing scrolls sideways, nothing that has the focus is hidden, and everything can be hit."""

from tests.chromium import PHONE

NARROW = {"width": 320, "height": 740}
ZOOMED = {"width": 320, "height": 256}  # a screen of 1280 by 1024 at 400 %
MOST_STOPS = 300
SMALLEST = 24

# What sticks out of the screen, unless it stands in a part that scrolls by itself.
STICKS_OUT = """() => {
    const slides = (node) => ["auto", "scroll"].includes(getComputedStyle(node).overflowX);
    const scrolls = (node) => node && (slides(node) || scrolls(node.parentElement));
    const out = document.scrollingElement.scrollWidth - innerWidth;
    if (out <= 0) return [];
    return [`${out} px too wide`, ...[...document.body.querySelectorAll("*")]
        .filter((node) => node.getBoundingClientRect().right > innerWidth + 1 && !scrolls(node))
        .map((node) => `${node.tagName}.${node.className}: ${node.textContent.trim().slice(0, 40)}`)];
}"""

# Where the focus went, and whether any point of it can be seen: inside the screen and under nothing else.
FOCUS = """() => {
    const node = document.activeElement;
    const stops = window.stops;
    if (!node || node === document.body || node === document.documentElement) {
        window.left = (window.left ?? 0) + 1;
        return { round: window.left > 2 };
    }
    if (stops[0] === node && stops.at(-1) !== node) return { round: true };
    stops.push(node);
    const owns = (part, point) => part.contains(point);
    const mine = (point) => point && [node, ...(node.labels ?? [])].some((part) => owns(part, point));
    const seen = [...node.getClientRects()].some((box) => {
        const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
        const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
        if (right <= left || bottom <= top) return false;
        const at = (x, y) => document.elementFromPoint(left + x * (right - left), top + y * (bottom - top));
        return [.1, .3, .5, .7, .9].some((x) => [.1, .3, .5, .7, .9].some((y) => mine(at(x, y))));
    });
    return { seen, name: `${node.tagName} ${node.name ?? ""} ${node.textContent.trim().slice(0, 40)}` };
}"""

# Controls that are smaller than a finger's tip; a link within a sentence is as high as its line.
CONTROLS = "a[href], button, input:not([type=hidden]), select, textarea, summary"
TOO_SMALL = """([controls, smallest]) => [...document.querySelectorAll(controls)]
    .filter((node) => node.checkVisibility() && node.tabIndex >= 0 && !node.matches(".skip"))
    .filter((node) => {
        const inline = getComputedStyle(node).display.startsWith("inline") && node.tagName === "A";
        const text = node.closest("p, li, dd")?.innerText.trim() ?? "";
        return !(inline && text.length > node.innerText.trim().length);
    })
    .map((node) => {
        const label = node.labels?.[0];
        return [node, (label?.contains(node) ? label : node).getBoundingClientRect()];
    })
    .filter(([, box]) => Math.min(box.width, box.height) < smallest)
    .map(([node, box]) => `${node.tagName} ${node.textContent.trim().slice(0, 40)}: ${box.width} × ${box.height}`)"""


def too_wide(page):
    """What sticks out of a narrow screen."""
    page.set_viewport_size(NARROW)
    return page.evaluate(STICKS_OUT)


def too_small(page):
    """What a finger cannot hit on a narrow screen."""
    page.set_viewport_size(NARROW)
    return page.evaluate(TOO_SMALL, [CONTROLS, SMALLEST])


def unseen_stops(page):
    """What has the focus and cannot be seen, on a zoomed screen and on a phone."""
    return [stop for viewport in (ZOOMED, PHONE) for stop in hidden_stops(page, viewport)]


def hidden_stops(page, viewport):
    """Walk through the page with Tab, all the way round; what had the focus and could not be seen."""
    page.set_viewport_size(viewport)
    page.evaluate("() => { window.stops = []; window.left = 0; document.activeElement?.blur(); scrollTo(0, 0); }")
    hidden = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop.get("round"):
            return hidden
        if not stop.get("seen", True):
            hidden.append(f"{viewport['width']} × {viewport['height']}: {stop['name']}")
    raise AssertionError("Tab does not come round")
