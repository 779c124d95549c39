"""Every page as a picture and through axe: all of them by `make pictures`, one page with every test run."""

import os

import pytest

from scripts.places import ROOT
from tests.addresses import TABLE
from tests.browser import axe
from tests.browser.shots import every_look, name_of, shoot, width_of
from tests.browser.sights import FACES, PLAIN, SIGHTS, seer
from tests.walking import path_of

pytestmark = pytest.mark.django_db(transaction=True)
ALL = "PICTURES" in os.environ
SHOWN = SIGHTS if ALL else SIGHTS[:1]


@pytest.fixture
def folder(tmp_path):
    """Where the pictures go: kept when somebody wants to look at them."""
    if not ALL:
        return tmp_path
    kept = ROOT / os.environ["PICTURES"]
    kept.mkdir(parents=True, exist_ok=True)
    for old in kept.glob("*.png"):
        old.unlink()
    return kept


def test_every_look_of_a_page_is_as_wide_as_its_screen(tour, folder):
    for sight in SHOWN:
        page = tour.visit(sight)
        for viewport, scheme in every_look():
            path = folder / name_of(sight, viewport, scheme)
            shoot(page, viewport, scheme, path)
            assert width_of(path) == viewport["width"], f"{path.name} is not as wide as the screen"
        assert not (found := axe.violations(page, thorough=True)), f"{sight}: {found}"
    assert len(list(folder.glob("*.png"))) == len(SHOWN) * len(every_look())


def test_every_address_has_its_pictures():
    addresses = {address.name for address in TABLE if seen_by_somebody(address)} - PLAIN
    assert addresses <= {sight.name for sight in SIGHTS}
    assert len(SIGHTS) == len(addresses) + len(FACES)


def seen_by_somebody(address):
    """Whether the table gives this page to anybody at all."""
    return 200 in (address.anonymous, address.rest, *address.replies.values())


def test_what_has_no_picture_is_no_page(tour):
    for name in PLAIN:
        address = next(address for address in TABLE if address.name == name)
        reply = tour.page_of(seer(address)).request.get(tour.url + path_of(address, tour.world))
        assert "text/html" not in reply.headers["content-type"], f"{name} is a page, and has no picture"
