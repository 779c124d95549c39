"""A director finds an own case by name among those on the page; the name goes nowhere."""

import uuid

import pytest

from signalering.accounts.models import User
from signalering.cases.models import Signal
from tests.browser.sights import at
from tests.cases import factories as cases

pytestmark = pytest.mark.django_db(transaction=True)
NAMES = ("Mw. Andrée Ünal", "Dhr. Zwaan", "Fam. Zwaanenburg")
OF_ITSELF = ("/icon.svg", "/postvak/teller/")  # asked by the tab and by the clock, whatever is typed
KEYS = [uuid.uuid4() for _ in NAMES]


@pytest.fixture
def page(tour):
    """The list of a director with three more cases, and every request that its page makes."""
    director = User.objects.get(pk=tour.world.people["director"].pk)
    if not Signal.objects.filter(form_key__in=KEYS).exists():
        for key, name in zip(KEYS, NAMES, strict=True):
            cases.case(by=director, about=cases.signal(name=name, form_key=key))
    page = tour.page_of("director")
    page.goto(at("my_cases")(tour.world))
    return page


def rows(page):
    return [link.inner_text() for link in page.locator("[data-filtered] > li:visible > a:first-child").all()]


def test_typing_a_name_narrows_the_list_without_any_request(tour, page):
    asked = []
    page.wait_for_load_state("networkidle")
    page.on("request", lambda request: request.url.endswith(OF_ITSELF) or asked.append(request.url))
    everything = rows(page)
    page.fill("#filter", "zwaan")
    assert len(rows(page)) == 2
    page.fill("#filter", "UNAL andree")
    (found,) = rows(page)
    assert "Andrée Ünal" in found
    page.locator("#live", has_text="1 casus gevonden.").wait_for(state="attached")
    code = found.split()[-1]
    page.fill("#filter", code.lower())
    assert rows(page) == [found]
    page.fill("#filter", "niemand zo")
    assert rows(page) == []
    assert page.locator("h2:visible").count() == 0
    assert page.locator("[data-filter-none]").is_visible()
    page.press("#filter", "Enter")
    page.fill("#filter", "")
    assert rows(page) == everything
    assert not page.locator("[data-filter-none]").is_visible()
    assert asked == []
    assert page.url.endswith(at("my_cases")(tour.world))
    assert not tour.said


def test_without_javascript_there_is_no_box(tour, page):
    plain = tour.page_of("director", java_script_enabled=False)
    plain.goto(at("my_cases")(tour.world))
    assert plain.locator("#filter").count() == 1
    assert not plain.locator("#filter").is_visible()
    assert len(rows(plain)) == len(rows(page))


def test_only_this_page_loads_it(tour, page):
    assert "filter.js" in page.content()
    page.goto(at("inbox")(tour.world))
    assert "filter.js" not in page.content()
    page.goto(at("my_cases")(tour.world) + "?lijst=team")
    assert "filter.js" not in page.content()
