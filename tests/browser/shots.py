"""Pictures of pages: how wide, in which scheme, and without the footer lying over what stands below it."""

from tests.chromium import DESK, PHONE, TABLET

VIEWPORTS = (PHONE, TABLET, DESK)
SCHEMES = ("light", "dark")


def every_look():
    """Each viewport in each scheme."""
    return [(viewport, scheme) for viewport in VIEWPORTS for scheme in SCHEMES]


def name_of(sight, viewport, scheme):
    """What the picture of a page is called."""
    return f"{sight}-{viewport['width']}-{scheme}.png"


def dress(page, viewport, scheme):
    """Show the page in this viewport and scheme; it follows without being asked for again."""
    page.set_viewport_size(viewport)
    page.emulate_media(color_scheme=scheme)


def shoot(page, viewport, scheme, path):
    """The whole page as one screen, so that what sticks to the bottom of a screen stands at its end."""
    dress(page, viewport, scheme)
    height = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({**viewport, "height": max(height, viewport["height"])})
    page.screenshot(path=path, animations="disabled")


def width_of(path):
    """How wide a picture is, read from its header."""
    return int.from_bytes(path.read_bytes()[16:20])
