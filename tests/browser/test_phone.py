"""A reporter with a phone in one hand, in a real browser."""

import pytest
from django.conf import settings

from signalering.cases.models import Signal
from tests.accounts import factories as people

pytestmark = pytest.mark.django_db(transaction=True)

MOST_TAPS = 14
FORWARD = ".phone-footer .button"


@pytest.fixture
def nurse():
    return people.home_care()


@pytest.fixture
def phone(visitor, as_person, nurse, site):
    """A function that gives the phone of a nurse who is signed in, at the first step."""

    def take(**options):
        page = visitor(**options)
        session = as_person(nurse).cookies[settings.SESSION_COOKIE_NAME].value
        page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": site.url}])
        page.goto("/signaal/formulier/")
        return page

    return take


def step(page, name):
    """Wait until a step stands on the screen."""
    page.wait_for_selector(f'form[data-step="{name}"]')


def to_where(page):
    page.click("text=Eenzaamheid")
    page.click(FORWARD)
    step(page, "where")


def test_all_five_choices_are_in_view_without_scrolling(phone):
    page = phone()
    footer = page.locator(".phone-footer").bounding_box()["y"]
    boxes = [choice.bounding_box() for choice in page.locator(".choice").all()]
    assert len(boxes) == 5
    assert all(box["y"] + box["height"] <= footer for box in boxes)
    assert all(box["height"] >= 48 for box in boxes)
    assert page.evaluate("document.documentElement.scrollHeight") <= 740


@pytest.mark.parametrize("javascript", [True, False])
def test_a_signal_takes_few_taps(phone, nurse, javascript):
    page, taps = phone(java_script_enabled=javascript), 0

    def tap(selector):
        nonlocal taps
        taps += 1
        page.click(selector)

    tap("text=Geld of huur")
    tap(FORWARD)
    step(page, "where")
    tap("[name=postcode]")
    page.keyboard.type("3117bx")
    tap("[name=house_number]")
    page.keyboard.type("9012")
    tap("text=Ja, en wil hulp")
    tap(FORWARD)
    step(page, "who")
    tap("[name=name]")
    page.keyboard.type("Mw. A.")
    tap(FORWARD)
    step(page, "what")
    tap("text=post dicht")
    tap(FORWARD)
    page.wait_for_url("**/ontvangen/")
    assert taps <= MOST_TAPS
    assert Signal.objects.get(writer=nurse).words_name in page.inner_text("main")


@pytest.mark.parametrize("javascript", [True, False])
def test_the_enter_key_means_forward(phone, javascript):
    page = phone(java_script_enabled=javascript)
    to_where(page)
    page.fill("[name=postcode]", "3117 BX")
    page.fill("[name=house_number]", "9012")
    page.click("text=Nog niet besproken")
    page.press("[name=postcode]", "Enter")
    step(page, "what")


def test_the_phones_own_back_button_goes_one_step_back(phone):
    page = phone()
    to_where(page)
    page.fill("[name=postcode]", "3117 BX")
    page.evaluate("history.back()")
    step(page, "theme")
    assert page.is_checked("[value=loneliness]")
    page.evaluate("history.forward()")
    step(page, "where")
    assert page.input_value("[name=postcode]") == "3117 BX"
    page.click("text=Vorige")
    step(page, "theme")


def test_back_from_the_receipt_begins_a_new_signal(phone):
    page = phone()
    to_where(page)
    first = page.input_value("[name=form_key]")
    page.fill("[name=postcode]", "3117 BX")
    page.fill("[name=house_number]", "9012")
    page.click("text=Nog niet besproken")
    page.click(FORWARD)
    step(page, "what")
    page.click("text=gordijnen dicht")
    page.click(FORWARD)
    page.wait_for_url("**/ontvangen/")
    page.evaluate("history.back()")
    step(page, "theme")
    assert page.input_value("[name=form_key]") != first
    assert not page.query_selector("[name=theme]:checked")


def test_without_a_connection_everything_stays(phone, nurse):
    page = phone()
    to_where(page)
    page.click("summary:has-text('Geen adres')")
    page.fill("[name=street]", "Bij de kerk")
    page.click("text=Nog niet besproken")
    page.context.set_offline(True)
    page.click(FORWARD)
    page.wait_for_selector("text=Geen bereik. Je antwoorden staan er nog.")
    assert page.input_value("[name=street]") == "Bij de kerk"
    page.context.set_offline(False)
    page.click(FORWARD)
    step(page, "what")
    assert not Signal.objects.filter(writer=nurse).exists()


def test_what_must_be_mended_is_read_first(phone):
    page = phone()
    page.click(FORWARD)
    page.wait_for_selector(".error-summary")
    page.wait_for_selector(".error-summary:focus")
    assert page.title().startswith("Fout: ")
    page.click(".error-summary a")
    assert page.evaluate("document.activeElement.name") == "theme"


@pytest.mark.parametrize(
    ("answer", "hint"), [("Nog niet besproken", "Zo begin je"), ("niet veilig", "We sturen geen brief")]
)
def test_a_hint_unfolds_with_its_answer(phone, answer, hint):
    page = phone()
    to_where(page)
    assert not page.is_visible(f"text={hint}")
    page.click(f"text={answer}")
    assert page.is_visible(f"text={hint}")
