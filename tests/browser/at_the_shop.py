"""What somebody does on the page of a shop."""

from django.urls import reverse

from tests.accounts import factories as people
from tests.browser.capturing import start
from tests.browser.steps import choose

BEGIN, SEND, MEND = "[data-act=begin]:visible", "[data-act=send]:visible", "[data-act=mend]:visible"
THANKS, KEPT = "text=Ontvangen. Dank je wel.", "text=Bewaard op deze telefoon"
WORDS = "Zandloperwoorden Ćwikła aan de toonbank"


def begun(page, token):
    """A phone that began with this token."""
    start(page, f"/winkel/#{token}")
    page.click(BEGIN)
    page.wait_for_selector(SEND)
    return page


def tell(page, words=WORDS):
    """A plain signal, up to the button."""
    page.fill("[name=place]", "Bij de kassa")
    choose(page, "Eenzaamheid")
    page.fill("[name=observation]", words)
    choose(page, "Nog niet besproken")


def with_code(name):
    """The page as the QR code of the world's bakery opens it; a word of its own, so that it is loaded anew."""
    return lambda world: f"{reverse('shop_page')}?{name}#{people.shop_token(world.records['bakery'])}"


def to_form(page):
    """The form, after the one tap when that is still needed."""
    page.wait_for_selector("body[data-ready]")
    if page.is_visible(BEGIN):
        page.click(BEGIN)
    page.wait_for_selector(SEND)


def to_refused(page):
    """Sent without an answer."""
    to_form(page)
    page.click(SEND)
    page.wait_for_selector(".error-summary")


def to_thanks(page):
    """A signal that was sent."""
    to_form(page)
    tell(page)
    page.click(SEND)
    page.wait_for_selector(THANKS)


def to_mend(page):
    """The text of a signal that was sent, to be mended."""
    to_thanks(page)
    page.click(MEND)
    page.wait_for_selector(SEND)


def to_code(page):
    """A coordinator makes a QR code."""
    if page.is_visible("text=Nieuwe QR-code"):
        page.click("text=Nieuwe QR-code")
        page.click("text=Maak een nieuwe")
    else:
        page.click("text=Maak een QR-code")
    page.wait_for_selector("#link")
