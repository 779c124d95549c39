"""From an open queue to a decision: at most four taps for each of the five acts, counted in a real Chromium."""

import pytest

from signalering.accounts.models import User
from signalering.cases.models import Case, Signal
from tests.browser.sights import at
from tests.cases import factories as cases
from tests.chromium import DESK, PHONE

pytestmark = pytest.mark.django_db(transaction=True)

MOST = 4


class Hand:
    """A hand that counts its taps; typing is not counted, and goes where a tap has put the cursor."""

    def __init__(self, page):
        self.page, self.taps = page, 0

    def tap(self, what):
        what.click()
        self.taps += 1

    def link(self, name):
        self.tap(self.page.get_by_role("link", name=name).first)

    def button(self, name):
        self.tap(self.page.get_by_role("button", name=name, exact=True).locator("visible=true").last)

    def act(self, name):
        """Open the form of an act on the page of the signal."""
        self.tap(self.page.locator("details.confirm > summary", has_text=name))

    def chip(self, name):
        self.tap(self.page.locator("label.choice:visible", has_text=name).first)


@pytest.fixture
def queue(tour):
    """A function: the work queue of somebody, with one more signal in it, and a hand over it."""

    def stand(person="colleague", size=PHONE, **details):
        signal = cases.signal(by=User.objects.get(pk=tour.world.people["writer"].pk), **details)
        page = tour.page_of(person)
        page.set_viewport_size(size)
        page.goto(at("inbox")(tour.world) + "?volgorde=nieuwste-eerst")
        hand = Hand(page)
        hand.tap(page.locator(f"a[href='/signalen/{signal.shown_code}/']"))
        page.wait_for_url(f"**/signalen/{signal.shown_code}/")
        return signal, hand

    return stand


def state(signal):
    return Signal.objects.values_list("status", flat=True).get(pk=signal.pk)


def decided(hand, signal, status):
    """The decision was made, in at most four taps, and the next signal is one tap away."""
    hand.page.wait_for_selector("[data-focus]")
    assert state(signal) == status
    assert hand.taps <= MOST, hand.taps
    assert hand.page.locator("main a[href^='/signalen/']:visible").count() >= 1


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_pick_up(queue, size):
    signal, hand = queue(size=size)
    hand.act("Oppakken")
    hand.chip("Past bij ons team")
    hand.button("Oppakken")
    decided(hand, signal, "linked")


def test_close_with_an_explanation(queue):
    signal, hand = queue()
    hand.act("Afronden met uitleg")
    hand.chip("Advies gegeven")
    hand.button("Afronden")
    decided(hand, signal, "advised")


def test_ask_the_reporter(queue):
    signal, hand = queue()
    hand.act("Vraag aan melder")
    hand.tap(hand.page.locator("#vraag_words"))
    hand.page.keyboard.type("Hoe laat is mevrouw thuis?")
    hand.button("Vraag stellen")
    decided(hand, signal, "asked")


def test_link_to_a_case_of_ones_own(tour, queue):
    signal, hand = queue("director")
    case = Case.objects.get(pk=tour.world.records["case"].pk)
    hand.link("Koppelen aan casus")
    hand.chip("Zelfde inwoner")
    hand.tap(hand.page.locator("button[name=case]", has_text=case.shown_code))
    decided(hand, signal, "linked")


def test_enter_links_nothing(tour, queue):
    signal, hand = queue("director")
    hand.link("Koppelen aan casus")
    hand.page.get_by_label("Zelfde inwoner").focus()
    hand.page.keyboard.press("Space")
    hand.page.keyboard.press("Enter")
    hand.page.wait_for_selector(".error-summary a[href='#id_case_0']")
    assert state(signal) == "new"


def test_refer_as_far_as_its_draft(queue):
    signal, hand = queue(theme="loneliness", chips="")
    hand.link("Verwijzen")
    fits = hand.page.locator("label:visible:has([name=where])").filter(has_not=hand.page.locator(".tag.warn, .warn"))
    hand.tap(fits.first)
    hand.page.locator("[name=question]").focus()
    hand.page.keyboard.type("Kunnen jullie helpen?")
    hand.button("Maak de casus en bekijk wat de ontvanger ziet")
    hand.page.wait_for_url("**/verwijzingen/**")
    assert state(signal) == "linked"
    assert hand.taps <= MOST, hand.taps


def test_keys_go_through_the_queue_only_when_somebody_wants_them(tour, queue):
    _signal, hand = queue()
    page = hand.page
    page.goto(at("inbox")(tour.world))
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.matches('[data-row]')") is False
    page.locator("summary", has_text="Filteren en sorteren").click()
    page.get_by_role("button", name="Toetsen aanzetten").click()
    page.wait_for_load_state("networkidle")
    first, second = (page.locator("[data-row]").nth(place).get_attribute("href") for place in (0, 1))
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.getAttribute('href')") == second
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.getAttribute('href')") == first
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{first}")
    page.goto(at("inbox")(tour.world))
    page.locator("summary", has_text="Filteren en sorteren").click()
    page.get_by_role("button", name="Toetsen uitzetten").click()
    page.wait_for_selector("text=De toetsen staan uit.")


def test_on_a_wide_screen_the_queue_stands_left_of_the_signal_and_below_it_on_a_phone(queue):
    signal, hand = queue(size=DESK)
    beside, content = (hand.page.locator(part).bounding_box() for part in (".beside", ".page > .content"))
    assert beside["x"] + beside["width"] <= content["x"]
    assert abs(beside["y"] - content["y"]) < 40
    hand.page.set_viewport_size(PHONE)
    beside, content = (hand.page.locator(part).bounding_box() for part in (".beside", ".page > .content"))
    assert beside["y"] >= content["y"] + content["height"]
    assert hand.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert state(signal) == "new"
