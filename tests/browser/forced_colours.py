"""Where somebody chose a few colours of their own, controls still have an edge, and choice and focus still show."""

from tests.chromium import PHONE

CONTROLS = "a.button, button, input:not([type=hidden]), select, textarea, summary"  # a link has the colour of links

# Controls that only a background colour told apart: without it nobody sees that they are there.
WITHOUT_EDGE = """(controls) => {
    const lined = (style) => ["Top", "Right", "Bottom", "Left"].some((side) =>
        style[`border${side}Style`] !== "none" && parseFloat(style[`border${side}Width`]) > 0)
        || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0);
    const told = (node) => {
        const style = getComputedStyle(node);
        if (node.matches("[type=radio], [type=checkbox]")) return style.appearance !== "none" || lined(style);
        if (style.display === "list-item") return true; // its triangle
        return lined(style) || style.textDecorationLine.includes("underline") || node.querySelector("svg, h1, h2, h3");
    };
    return [...document.querySelectorAll(controls)]
        .filter((node) => node.checkVisibility() && node.tabIndex >= 0 && !node.matches(".skip"))
        .filter((node) => !told(node))
        .map((node) => `${node.tagName}.${node.className} ${node.textContent.trim().slice(0, 40)}`);
}"""
# How a choice, or the control that has the focus, differs from what stands around it.
EDGE = """(node) => {
    const shown = node.closest(".choice, .chip") ?? node;
    const style = getComputedStyle(shown);
    return style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth);
}"""

FOCUSED = f"({EDGE})(document.activeElement)"
CHOSEN = f"""() => [...document.querySelectorAll(":is(.choice, .chip) :checked")]
    .filter((node) => ({EDGE})(node) < 3).map((node) => `chosen: ${{node.name}}`)"""


def told_by_colour(page):
    """The controls, choices and focus that nobody sees without the page's own colours; folded parts are open."""
    page.set_viewport_size(PHONE)
    page.emulate_media(forced_colors="active")
    found = page.evaluate(WITHOUT_EDGE, CONTROLS)
    found += page.evaluate(CHOSEN)
    page.keyboard.press("Tab")
    if page.evaluate("document.activeElement !== document.body") and page.evaluate(FOCUSED) < 3:
        found.append(f"focus: {page.evaluate('document.activeElement.outerHTML')[:80]}")
    page.emulate_media(forced_colors="none")
    return found
