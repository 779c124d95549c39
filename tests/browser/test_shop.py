"""The page of a shop in a real Chromium: it begins once, sends sealed, mends for 15 minutes, and keeps nothing."""

import json
import re
from datetime import timedelta

import pytest
from django.utils import timezone

from signalering.accounts import invitations
from signalering.accounts.models import Phone, Setting
from signalering.audit.reading import reading as reading_block
from signalering.cases.models import Signal
from tests.accounts import factories as people
from tests.browser.at_the_shop import BEGIN, KEPT, MEND, SEND, THANKS, WORDS, begun, tell
from tests.browser.capturing import TYPED, has_worker, start, stored
from tests.browser.steps import choose
from tests.cases import factories as cases

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def shop():
    return people.shop(area=cases.oost())


@pytest.fixture
def token(shop):
    return people.shop_token(shop)


def read(signal, name):
    """What a desk reads."""
    with reading_block(by=people.wot_worker(), purpose="early_help"):
        return getattr(signal, name)


def test_a_phone_begins_with_one_tap_and_the_token_is_gone_from_its_address(visitor, shop, token):
    page, asked = visitor(), []
    page.on("request", lambda request: asked.append(request))
    start(page, f"/winkel/#{token}")
    assert page.locator("button:visible").all_inner_texts() == ["Gebruik op deze telefoon"]
    assert not Phone.objects.exists(), "nothing happens before the tap"
    page.click(BEGIN)
    page.wait_for_selector(SEND)
    assert page.url.endswith("/winkel/")
    assert Phone.objects.get().invitation.shop == shop
    for request in asked:
        assert token not in request.url
        assert token not in request.headers.get("referer", "")
        assert "cookie" not in request.headers
    assert token not in json.dumps(stored(page))
    assert not page.context.cookies()


def test_a_signal_is_sealed_and_sent_and_nothing_of_it_stays(visitor, shop, token):
    page = begun(visitor(), token)
    tell(page)
    page.click(SEND)
    page.wait_for_selector(THANKS)
    signal = Signal.objects.get(writer=shop.account)
    assert (read(signal, "observation"), signal.area) == (WORDS, cases.oost())
    assert abs(signal.observed_at - timezone.now()).total_seconds() < 120
    left = stored(page)
    assert [row["state"] for row in left["queue"]] == ["sent"]
    assert (left["draft"], left["files"], left["local"], left["session"]) == ([], [], {}, {})
    assert "Zandloper" not in json.dumps(left)
    assert "Zandloper" not in page.content()
    assert "Zandloper" not in page.evaluate(TYPED)
    assert signal.words_name not in page.content(), "nothing to come back with"


def test_the_text_is_mended_on_the_same_page(visitor, shop, token):
    page = begun(visitor(), token)
    tell(page)
    page.click(SEND)
    page.wait_for_selector(THANKS)
    page.click(MEND)
    assert page.input_value("[name=observation]") == WORDS
    assert not page.is_visible("[name=theme]")
    assert not page.is_visible("[name=consent_answer]")
    page.fill("[name=observation]", "Het was een man.")
    page.click(SEND)
    page.wait_for_selector(THANKS)
    signal = Signal.objects.get(writer=shop.account)
    assert read(signal, "observation") == "Het was een man."
    page.click(MEND)
    assert page.input_value("[name=observation]") == "Het was een man."
    page.click("text=Niet verbeteren")
    page.click("text=Nog een signaal")
    assert not page.is_visible(MEND)
    assert "Het was" not in page.evaluate(TYPED)


def test_after_a_quarter_of_an_hour_the_text_is_gone_from_the_page(visitor, token):
    page = visitor()
    page.clock.install()
    begun(page, token)
    tell(page)
    page.click(SEND)
    page.wait_for_selector(THANKS)
    page.click(MEND)
    page.clock.fast_forward("15:20")
    page.wait_for_selector("text=Verbeteren kan niet meer.")
    assert not page.is_visible(MEND)
    assert "Zandloper" not in page.evaluate(TYPED)


def test_what_somebody_left_on_the_counter_is_wiped(visitor, token):
    page = visitor()
    page.clock.install()
    begun(page, token)
    tell(page)
    page.clock.fast_forward("15:20")
    page.wait_for_function("() => !document.querySelector('[name=observation]').value")
    assert "Zandloper" not in page.evaluate(TYPED)
    assert page.is_visible(SEND)


def test_a_courier_without_network_keeps_it_sealed_and_sends_it_later(visitor, shop, token):
    page = begun(visitor(), token)
    has_worker(page)
    page.context.set_offline(True)
    page = again_at(page)
    tell(page)
    page.click(SEND)
    page.wait_for_selector(KEPT)
    page.click(MEND)
    page.fill("[name=observation]", "Verbeterd zonder bereik.")
    page.click(SEND)
    page.wait_for_selector(KEPT)
    assert "Zandloper" not in json.dumps(stored(page))
    assert not Signal.objects.exists()
    page.context.set_offline(False)
    page.wait_for_selector(THANKS)
    signal = Signal.objects.get(writer=shop.account)
    assert read(signal, "observation") == "Verbeterd zonder bereik."
    assert [one.kind for one in signal.additions.all()] == ["correction"]


def test_what_mends_a_signal_waits_for_it(visitor, shop, token):
    page, sends = begun(visitor(), token), []
    page.context.set_offline(True)
    for words in (WORDS, "Verbeterd zonder bereik."):
        if page.is_visible(MEND):
            page.click(MEND)
        else:
            tell(page)
        page.fill("[name=observation]", words)
        page.click(SEND)
        page.wait_for_selector(KEPT)

    def fails(route):
        sends.append(json.loads(route.request.post_data)["id"])
        route.fulfill(status=503)

    page.context.route("**/telefoon/signaal/", fails)
    with page.expect_response("**/telefoon/signaal/"):
        page.context.set_offline(False)
    page.evaluate("navigator.locks.request('send', () => 1)")
    assert len(set(sends)) == 1
    page.context.unroute("**/telefoon/signaal/")
    page.wait_for_selector(THANKS)
    assert read(Signal.objects.get(writer=shop.account), "observation") == "Verbeterd zonder bereik."


def test_the_clock_of_a_shop_that_is_far_ahead_is_put_right(visitor, shop, token):
    page = visitor()
    page.context.clock.set_fixed_time(timezone.now() + timedelta(days=400))
    begun(page, token)
    tell(page)
    page.click(SEND)
    page.wait_for_selector(THANKS)
    assert Signal.objects.get().writer == shop.account


def again_at(page):
    """A cold start of the page."""
    opened = page.context.new_page()
    page.close()
    start(opened, "/winkel/")
    return opened


def test_the_code_of_a_phone_that_began_opens_the_form(visitor, token):
    page = begun(visitor(), token)
    page.goto("about:blank")
    start(page, f"/winkel/#{token}")
    assert page.is_visible(SEND)
    assert Phone.objects.count() == 1


@pytest.mark.parametrize("dead", [True, False])
def test_a_dead_code_looks_like_any_until_the_tap(visitor, shop, token, dead):
    if dead:
        people.shop_token(shop)
    page = visitor()
    start(page, f"/winkel/#{token if dead else 'onzin'}")
    assert page.locator("button:visible").all_inner_texts() == ["Gebruik op deze telefoon"]
    page.click(BEGIN)
    page.wait_for_selector("#refused:visible")
    assert page.inner_text("#refused") == "Deze QR-code werkt niet (meer). Vraag het wijkteam om een nieuwe."
    assert not Phone.objects.exists()


def test_without_a_code_it_says_so(visitor):
    page = visitor()
    start(page, "/winkel/")
    assert page.inner_text("h1:visible") == "Scan eerst de QR-code"
    assert page.locator("main button:visible, .phone-footer button:visible").count() == 0


def test_an_ended_phone_says_so_and_goes_on_with_a_new_code(visitor, shop, token):
    page = begun(visitor(), token)
    page.context.set_offline(True)
    tell(page)
    page.click(SEND)
    page.wait_for_selector(KEPT)
    invitations.end_phone(shop, Phone.objects.get(), by=people.coordinator())
    page.context.set_offline(False)
    page.wait_for_selector("text=Deze telefoon doet niet meer mee")
    assert not Signal.objects.exists()
    page.goto("about:blank")
    begun(page, people.shop_token(shop))
    page.wait_for_function("() => document.querySelector('#waiting').hidden")
    assert read(Signal.objects.get(writer=shop.account), "observation") == WORDS


def test_the_eleventh_waits_and_is_not_lost(visitor, shop, token):
    Setting.objects.get(key="shop_signals_a_day").change(by=people.BY, reason="other", value="1")
    page = begun(visitor(), token)
    for heading in (THANKS, KEPT):
        tell(page)
        page.click(SEND)
        page.wait_for_selector(heading)
        page.click("text=Nog een signaal")
    page.wait_for_selector("text=1 signaal wacht op deze telefoon.")
    Setting.objects.get(key="shop_signals_a_day").change(by=people.BY, reason="other", value="9")
    page = again_at(page)
    page.wait_for_function("() => document.querySelector('#waiting').hidden")
    assert Signal.objects.filter(writer=shop.account).count() == 2


def test_what_must_be_mended_is_said_first_and_a_name_only_with_a_yes(visitor, token):
    page = begun(visitor(), token)
    page.click(SEND)
    page.wait_for_selector(".error-summary")
    assert page.evaluate("document.activeElement.className") == "error-summary"
    assert "Schrijf op waar het is" in page.inner_text(".error-summary")
    for answer, asked in (
        ("Ja, en wil hulp", True),
        ("Bespreken is niet veilig", False),
        ("Nog niet besproken", False),
    ):
        choose(page, answer)
        assert page.is_visible("[name=name]") is asked, answer
    tell(page, "Zijn nummer is 111222333")
    page.click(SEND)
    assert "Hier lijkt een BSN in te staan" in page.inner_text(".error-summary")
    page.fill("[name=observation]", "Bel 06 12345678")
    page.wait_for_selector("[data-help]")
    assert not Signal.objects.exists()


def test_a_worker_who_reports_on_the_same_phone_keeps_their_own(visitor, signed_in, shop, token, nurse):
    page = begun(visitor(), token)
    signed_in(page, nurse)
    start(page)
    assert page.is_visible("text=Waar maak je je zorgen over?")
    start(page, "/winkel/")
    tell(page)
    page.click(SEND)
    page.wait_for_selector(THANKS)
    assert Signal.objects.get().writer == shop.account
    assert {row["id"] for row in stored(page)["me"]} == {"me", "shop"}
    assert not re.search("Mijn signalen|Uitloggen", page.inner_text("body"))
