"""What the page says of numbers and words that better stay out, by the same examples as the server."""

import pytest

from tests.browser.capturing import FORWARD, captured
from tests.numbers import CITIZEN_NUMBERS, OTHER_NUMBERS, TELEPHONE_NUMBERS

pytestmark = pytest.mark.django_db(transaction=True)
OBSERVATION, ADVICE = "[name=observation]", "#id_observation_help"
ONE, TWO = "Controleer 1 vraag.", "Controleer 2 vragen."
JUDGING = (
    *("agressieve", "demente", "dementerende", "verwarde", "gekke", "luie", "psychotische", "depressieve"),
    *("autistische", "verwaarloosde", "junks", "alcoholverslaving"),
)


@pytest.fixture
def page(phone):
    """The third step."""
    page = phone()
    captured(3)(page)
    return page


def test_a_citizen_number_is_refused_however_it_is_written(page):
    page.click("text=Wat heb je al gedaan?")
    page.fill("[name=already_done]", "111222333")
    examples = {**dict.fromkeys(CITIZEN_NUMBERS, TWO), **dict.fromkeys((*OTHER_NUMBERS, *TELEPHONE_NUMBERS), ONE)}
    for number, said in examples.items():
        page.fill(OBSERVATION, f"Er stond: {number}")
        page.click(FORWARD)
        page.wait_for_selector(".error-summary")
        assert said in page.inner_text(".error-summary"), ascii(number)


def test_a_telephone_number_is_advised_against_and_other_numbers_are_not(page):
    for number in TELEPHONE_NUMBERS:
        page.fill(OBSERVATION, f"Bel {number}.")
        assert "telefoonnummer" in page.inner_text(ADVICE), ascii(number)
    for number in OTHER_NUMBERS:
        page.fill(OBSERVATION, f"Er stond: {number}.")
        assert not page.locator(ADVICE).count(), ascii(number)


def test_a_judging_word_is_known_in_each_of_its_forms(page):
    for word in JUDGING:
        page.fill(OBSERVATION, f"Een {word} buurman.")
        assert f"“{word}” klinkt als een oordeel" in page.inner_text(ADVICE), word
    for words in ("Hij praat luid.", "Zij las gekregen post.", "Een gezin met schulden."):
        page.fill(OBSERVATION, words)
        assert not page.locator(ADVICE).count(), words
