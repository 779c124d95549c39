"""A form that is sent empty says what must be mended: read first, led to, with every word still there."""

import pytest

from tests.browser.asking import ASKING, FORMS, MAY_ASK
from tests.browser.steps import unfold

pytestmark = pytest.mark.django_db(transaction=True)
WORDS = "Dit blijft staan."
# Leave everything out but some words where nothing has to be; the name of the field that holds them.
EMPTY = """(form, words) => {
    for (const control of form.elements) {
        if (["hidden", "submit", "fieldset"].includes(control.type) || control.readOnly) continue;
        if (["radio", "checkbox"].includes(control.type)) control.checked = false;
        else control.value = "";
    }
    const free = [...form.querySelectorAll("textarea")].find((control) => control.ariaRequired !== "true");
    if (free) free.value = words;
    return free?.name ?? "";
}"""


@pytest.mark.parametrize("sight", [sight for sight in MAY_ASK if sight.name in ASKING], ids=str)
def test_what_must_be_mended_is_read_first_and_nothing_is_lost(tour, sight):
    page = tour.visit(sight)
    forms = page.locator(FORMS).count()
    assert forms
    for number in range(forms):
        if number:
            tour.visit(sight)
        unfold(page)
        form = page.locator(FORMS).nth(number)
        free = form.evaluate(EMPTY, WORDS)
        button_of(page, form).click()
        page.wait_for_selector(".error-summary")
        page.wait_for_selector(".error-summary:focus")  # the script runs after the page
        assert page.title().startswith("Fout: ")
        assert not free or page.input_value(f"main [name={free}]") == WORDS
        leads_to_its_field(page)


def button_of(page, form):
    """What sends a form: a button in it, or one in the footer that names it."""
    inside = form.locator("button.button:is(:not([name]), [name=case])")
    return inside.first if inside.count() else page.locator(f"button[form={form.get_attribute('id')}]")


def leads_to_its_field(page):
    """Every line of the summary says something else, and brings the focus to the field that says the same."""
    links = page.locator(".error-summary a")
    lines = links.all_inner_texts()
    assert lines
    assert len(lines) == len(set(lines))
    for number in range(links.count()):
        link = links.nth(number)
        link.click()
        target = link.get_attribute("href").removeprefix("#")
        assert page.evaluate("document.activeElement.id") == target
        assert link.inner_text().endswith(page.locator(f".field:has([id={target}]) .errors").first.inner_text())
