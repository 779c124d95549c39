"""What a phone says of what it still has, in words that are true: what waits and what was refused."""

import uuid

import pytest

from signalering.audit.reading import reading
from signalering.cases.actions import triage
from signalering.cases.models import Signal
from tests.accounts import factories as people
from tests.browser.at_the_shop import BEGIN, SEND, begun, tell
from tests.browser.at_the_shop import KEPT as KEPT_AT_SHOP
from tests.browser.capturing import FORWARD, KEPT, again, has_worker, start, stored
from tests.browser.capturing import tell as tell_as_reporter
from tests.browser.test_capture_trouble import answered, in_days
from tests.cases import factories as cases

pytestmark = pytest.mark.django_db(transaction=True)
LETTERS = "**/telefoon/signaal/"
NOT_TAKEN, KEPT_THERE = "staat alleen nog op deze telefoon", "Het is bewaard."


@pytest.fixture
def shop():
    return people.shop(area=cases.oost())


@pytest.fixture
def page(visitor, shop):
    """The page of a shop that has begun, without network."""
    page = begun(visitor(), people.shop_token(shop))
    has_worker(page)
    return page


def send_at_shop(page):
    tell(page)
    page.click(SEND)


def send(page):
    tell_as_reporter(page)
    page.click(FORWARD)


@pytest.mark.parametrize(
    ("status", "reason", "said"),
    [
        (400, "does_not_open", KEPT_THERE),
        (403, "not_yours", NOT_TAKEN),
        (413, "too_large", NOT_TAKEN),
        (410, "key_gone", "wachtte te lang"),
    ],
)
def test_a_refused_signal_says_what_is_true_and_does_not_wait(phone, status, reason, said):
    page = phone()
    has_worker(page)
    page.context.route(LETTERS, answered(status, reason))
    send(page)
    page.wait_for_selector("#kept-title:has-text('Hulp nodig')")
    assert said in page.inner_text("#kept-how")
    assert page.is_hidden("#kept-next")
    in_days(page, 4)
    page = again(page)
    page.wait_for_selector("#count:has-text('1 hulp nodig')")
    assert "wacht" not in page.inner_text("#count")
    assert page.is_hidden("#late")
    page.click(".menu > summary")
    assert said in page.inner_text("#box")
    assert (KEPT_THERE in page.inner_text("#box")) == (said == KEPT_THERE)
    assert page.inner_text("#status") == "1 signaal heeft hulp nodig."


def test_what_waits_and_what_was_refused_are_counted_apart(phone):
    page = phone()
    page.context.route(LETTERS, answered(403, "not_yours"))
    send(page)
    page.wait_for_selector("#kept-title:has-text('Hulp nodig')")
    page.context.unroute(LETTERS)
    page.context.set_offline(True)
    page.click("text=Nog een signaal")
    send(page)
    page.wait_for_selector(KEPT)
    assert page.inner_text("#count") == "↑ 1 wacht · ! 1 hulp nodig"


def test_a_second_page_does_not_say_that_there_is_no_network(phone):
    page, other = phone(), None
    page.evaluate("() => { navigator.locks.request('send', () => new Promise(() => {})); }")
    other = page.context.new_page()
    start(other)
    send(other)
    other.wait_for_selector("#status:has-text('Een andere pagina op deze telefoon')", state="attached")
    assert "bereik" not in other.text_content("#status")
    page.close()
    other.wait_for_selector("[data-state=sent]", state="attached")


def test_after_signing_out_nobody_is_called_a_colleague(phone):
    page = phone()
    has_worker(page)
    page.context.set_offline(True)
    send(page)
    page.wait_for_selector(KEPT)
    page.click(".menu > summary")
    page.click("text=Uitloggen")
    page.wait_for_selector("text=Je bent uitgelogd.")
    page.wait_for_function("() => document.querySelector('#others').textContent")
    assert page.text_content("#others") == "1 signaal wacht."
    assert page.text_content("#status") == ""


def test_an_open_question_is_told_on_the_page_without_its_words(phone, nurse):
    page = phone()
    assert page.is_hidden("#question")
    worker = people.wot_worker()
    with reading(by=worker, purpose="debt"):
        triage.ask(cases.signal(by=nurse), by=worker, form_key=uuid.uuid4(), words="Woont er nog iemand?")
    start(page)
    page.wait_for_selector("#question:visible")
    assert page.inner_text("#question") == "Vraag aan jou Naar mijn signalen"
    page.click("#question a")
    page.wait_for_url("**/mijn-signalen/")


def test_a_refused_signal_of_a_shop_stays_in_sight_until_it_is_thrown_away(page):
    page.context.route(LETTERS, answered(403, "not_yours"))
    send_at_shop(page)
    page.wait_for_selector("#done-title:has-text('Hulp nodig')")
    assert NOT_TAKEN in page.inner_text("#done-how")
    page.click("text=Nog een signaal")
    page.wait_for_selector("#box [data-state=help]:visible")
    assert NOT_TAKEN in page.inner_text("#box")
    assert page.inner_text("#waiting") == "1 signaal heeft hulp nodig."
    assert page.is_hidden("[data-act=sendNow]")
    page.click("#box button")
    page.click("text=Zeker weten? Weggooien")
    page.wait_for_selector("#outbox", state="hidden")
    assert stored(page)["queue"] == []


@pytest.mark.parametrize(("days", "said"), [(2, ""), (4, "Er wacht al 4 dagen"), (11, "plek met wifi"), (81, "Straks")])
def test_a_shop_is_told_of_a_long_wait_and_can_send_at_once(page, days, said):
    page.context.set_offline(True)
    send_at_shop(page)
    page.wait_for_selector(KEPT_AT_SHOP)
    in_days(page, days)
    opened = page.context.new_page()
    page.close()
    start(opened, "/winkel/")
    opened.wait_for_selector("#waiting:has-text('1 signaal wacht')")
    assert said in opened.inner_text("#late") if said else opened.is_hidden("#late")
    assert opened.is_visible("text=Nu versturen")


def test_a_shop_sends_now(page, shop):
    page.context.route(LETTERS, answered(500, text="Oeps"))
    send_at_shop(page)
    page.wait_for_selector(KEPT_AT_SHOP)
    page.click("text=Nog een signaal")
    page.context.unroute(LETTERS)
    page.eval_on_selector("[data-act=sendNow]", "button => button.click()")
    page.wait_for_selector("#outbox", state="hidden")
    assert Signal.objects.get().writer == shop.account


def at_other_shop(page):
    """The code of another shop is scanned."""
    other = people.shop(area=cases.oost())
    page.goto("about:blank")
    start(page, f"/winkel/#{people.shop_token(other)}")
    return other


def test_the_code_of_another_shop_asks_before_the_phone_changes(page, shop):
    other = at_other_shop(page)
    assert page.url.endswith("/winkel/")
    assert "van winkel wisselen" in page.inner_text("#switch")
    page.click("text=Niet wisselen")
    page.wait_for_selector(SEND)
    send_at_shop(page)
    page.wait_for_selector("text=Ontvangen. Dank je wel.")
    assert Signal.objects.get().writer == shop.account
    at_code = people.shop_token(other)
    page.evaluate("code => { location.hash = code; }", at_code)
    page.wait_for_selector(BEGIN)
    assert page.url.endswith("/winkel/")
    page.click(BEGIN)
    page.wait_for_selector(SEND)
    send_at_shop(page)
    page.wait_for_selector("text=Ontvangen. Dank je wel.")
    assert {signal.writer for signal in Signal.objects.all()} == {shop.account, other.account}


def test_what_waits_for_one_shop_goes_before_the_phone_changes(page, shop):
    page.context.route(LETTERS, answered(500, text="Oeps"))
    send_at_shop(page)
    page.wait_for_selector(KEPT_AT_SHOP)
    other = at_other_shop(page)
    page.click(BEGIN)
    page.wait_for_selector("#refused:has-text('Er wacht nog een signaal')")
    page.context.unroute(LETTERS)
    page.click(BEGIN)
    page.wait_for_selector(SEND)
    assert Signal.objects.get().writer == shop.account
    send_at_shop(page)
    page.wait_for_selector("text=Ontvangen. Dank je wel.")
    assert Signal.objects.filter(writer=other.account).count() == 1


def test_the_other_language_begins_with_the_same_code(visitor, shop):
    page = visitor()
    start(page, f"/winkel/#{people.shop_token(shop)}")
    page.click("text=English")
    page.wait_for_selector(BEGIN)
    assert page.url.endswith("/winkel/en/")
    page.click(BEGIN)
    page.wait_for_selector(SEND)
