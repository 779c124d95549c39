"""The road of a signal works without JavaScript, and no page carries a script or a style of its own."""

from html.parser import HTMLParser

import pytest

from tests.browser.sights import NOBODY, SIGHTS, at
from tests.browser.steps import choose
from tests.chromium import PHONE

pytestmark = pytest.mark.django_db(transaction=True)
POLICY = {"default-src 'none'", "script-src 'self'", "style-src 'self'"}


class Inline(HTMLParser):
    """What a page would run or paint by itself."""

    def __init__(self, html):
        super().__init__()
        self.found = []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        has = dict(attributes)
        if tag == "style" or (tag == "script" and not has.get("src")):
            self.found.append(f"<{tag}>")
        for name, value in has.items():
            if name == "style" or name.startswith("on") or (value or "").strip().lower().startswith("javascript:"):
                self.found.append(f"<{tag} {name}={value}>")


@pytest.mark.parametrize("sight", [sight for sight in SIGHTS if not sight.steps], ids=str)
def test_a_page_carries_no_script_and_no_style(tour, sight):
    reply = tour.page_of(sight.person).request.get(tour.url + sight.where(tour.world))
    assert reply.status == sight.status
    assert {rule.strip() for rule in reply.headers["content-security-policy"].split(";")} >= POLICY
    assert "unsafe" not in reply.headers["content-security-policy"]
    assert not Inline(reply.text()).found


def test_inline_script_and_style_are_seen_and_refused(tour):
    spoilt = "<style></style><p style='x' onclick='y'><a href=' JavaScript:z'><script src='/a.js'></script><script>"
    assert len(Inline(spoilt).found) == 5
    page = tour.visit(SIGHTS[0])
    page.evaluate("document.body.append(Object.assign(document.createElement('script'), { text: 'window.ran = 1' }))")
    page.evaluate("document.body.setAttribute('style', 'margin: 0')")
    heard, tour.said[:] = [*tour.said], []
    assert len([words for words in heard if "Content Security Policy" in words]) == 2
    assert page.evaluate("window.ran") is None


def test_a_signal_is_reported_without_javascript(tour):
    page = tour.page_of("writer", java_script_enabled=False)
    page.goto(at("report")(tour.world))
    choose(page, "Geld of huur")
    page.click(".phone-footer .button")
    page.fill("[name=postcode]", "3117 bx")
    page.fill("[name=house_number]", "9012")
    choose(page, "Ja, en wil hulp")
    page.click(".phone-footer .button")
    page.fill("[name=name]", "Mw. B.")
    page.click(".phone-footer .button")
    choose(page, "post dicht")
    page.click("text=Dit versturen we (controle)")
    assert "Mw. B." in page.inner_text("main")
    page.click(".phone-footer .button")
    assert "Je signaal is verstuurd." in page.inner_text("main")


def test_a_referral_is_accepted_without_javascript(tour):
    page = tour.page_of("receiver", java_script_enabled=False)
    page.set_viewport_size(PHONE)
    page.goto(at("referral", "sent")(tour.world))
    assert "Mw. A." not in page.inner_text("main")
    page.click("summary:has-text('Accepteren')")
    page.click("text=Bevestig")
    assert "Mw. A." in page.inner_text("main")
    assert "Geaccepteerd" in page.inner_text("main")


def test_an_error_stands_above_the_form_without_javascript(tour):
    page = tour.page_of(NOBODY, java_script_enabled=False)
    page.goto(at("account_login")(tour.world))
    page.fill("[name=login]", "iemand@example.org")
    page.click("main button")
    assert page.title().startswith("Fout: ")
    assert page.locator(".error-summary").is_visible()
    assert page.input_value("[name=login]") == "iemand@example.org"
