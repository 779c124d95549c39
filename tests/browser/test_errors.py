"""A form that is sent empty says what must be mended: read first, led to, with every word still there."""

import pytest

from tests.browser.sights import FACES, PAGES
from tests.browser.steps import unfold

pytestmark = pytest.mark.django_db(transaction=True)
WORDS = "Dit blijft staan."
STEPS = [sight for sight in FACES if sight.name.startswith("report-wh")]
ASKING = {  # every page with a form that must be filled in
    *("account_login", "account_reauthenticate", "account_change_password", "account_reset_password"),
    *(
        "report",
        "report-where",
        "report-where-youth",
        "report-where-shop",
        "report-who",
        "report-what",
        "my_concept",
    ),
    *("inbox_signal", "triage_pick_up", "triage_link", "triage_ask", "triage_close", "triage_team", "triage_area"),
    *("triage_threat", "triage_late", "referral_late", "rota_add", "shift"),
    *("my_signal_add", "triage_refer", "referral_draft", "referral_rewrite"),
    *("case", "case_note", "case_attempt", "case_consent", "case_threat", "case_close", "case_reopen", "case_reassign"),
    *("absences", "absence", "case_member_add", "case_member"),
    *("referral_discard", "referral_withdraw", "referral_accept", "referral_return", "audit_search", "shop_add"),
    *("triage_involved", "resident_search", "audit_searches", "case_term", "case_late", "case_unlink"),
    *(
        "case_safety",
        "safety_add",
        "safety_end",
        "meldcode_signs",
        "meldcode_advice",
        "meldcode_talk",
        "meldcode_weigh",
    ),
    *("routing_rule", "routing_start", "routing_try", "team_closure"),
}
FORMS = "main form[method=post]:has([aria-required=true])"

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


@pytest.mark.parametrize("sight", [*PAGES, *STEPS], ids=str)
def test_what_must_be_mended_is_read_first_and_nothing_is_lost(tour, sight):
    forms = tour.visit(sight).locator(FORMS).count()
    assert bool(forms) == (sight.name in ASKING)
    for number in range(forms):
        page = tour.visit(sight)
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
