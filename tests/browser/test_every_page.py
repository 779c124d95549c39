"""Every page as people meet it: through axe, with a few colours, on a narrow screen, and by its keyboard alone."""

import pytest

from tests.browser import axe, narrow
from tests.browser.asking import ASKING, FORMS, MAY_ASK
from tests.browser.forced_colours import told_by_colour
from tests.browser.sights import SIGHTS
from tests.chromium import PHONE

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("sight", SIGHTS, ids=str)
def test_everybody_can_use_it(tour, sight):
    page = tour.visit(sight)
    assert sight not in MAY_ASK or bool(page.locator(FORMS).count()) == (sight.name in ASKING)
    found = narrow.too_wide(page)
    found += axe.violations(page)  # from here on everything is unfolded
    found += told_by_colour(page)
    found += narrow.too_wide(page) + narrow.too_small(page) + narrow.unseen_stops(page)
    assert not found, "\n".join(found)


def test_axe_sees_what_is_wrong(tour):
    page = tour.visit(SIGHTS[0])
    page.evaluate("document.documentElement.removeAttribute('lang'); document.querySelector('h1').style.color = '#eee'")
    assert {line.split(": ")[1].split()[0] for line in axe.violations(page)} == {"html-has-lang", "color-contrast"}


def test_forced_colours_see_what_is_wrong(tour):
    page = tour.visit(next(sight for sight in SIGHTS if sight.name == "report-what"))
    page.check("[name=urgency] >> nth=0", force=True)
    page.evaluate("for (const node of document.querySelectorAll('.button')) node.style.border = '0'")
    page.evaluate("for (const node of document.querySelectorAll('.choice')) node.style.outline = '0'")
    found = told_by_colour(page)
    assert any(line.startswith("BUTTON") for line in found)
    assert any(line.startswith("chosen") for line in found)


def test_a_narrow_screen_sees_what_is_wrong(tour):
    page = tour.visit(next(sight for sight in SIGHTS if sight.name == "report-what"))
    page.evaluate("document.documentElement.style.scrollPaddingBottom = '0'")
    assert narrow.hidden_stops(page, PHONE)
    page.evaluate("document.querySelector('.step').style.width = '400px'")
    page.evaluate("document.querySelector('textarea').style.cssText = 'min-height: 0; height: 20px'")
    assert len(narrow.too_wide(page)) > 1
    assert len(narrow.too_small(page)) == 1
