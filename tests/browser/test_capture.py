"""The capture page in a real Chromium: with and without network, sealed, sent once, and nothing left behind."""

import json
import re

import pytest

from signalering.cases.models import Signal
from tests.accounts import factories as people
from tests.browser.capturing import (
    FORWARD,
    KEPT,
    PAGE,
    SENT,
    TYPED,
    again,
    answer_where,
    forward,
    has_worker,
    kept_draft,
    settled,
    start,
    stored,
    tell,
)
from tests.browser.steps import choose

pytestmark = pytest.mark.django_db(transaction=True)
MOST_TAPS = 14


def test_three_steps_are_sealed_and_sent(phone, nurse):
    page, sent = phone(), []
    page.on("request", lambda request: sent.append(request.post_data) if "/signaal/" in request.url else None)
    tell(page)
    page.click("text=Dit versturen we")
    page.wait_for_selector("#check dd")
    assert "3117 BX 9012" in page.inner_text("#check")
    assert "Mw. A." in page.inner_text("#check")
    page.click(FORWARD)
    page.wait_for_selector(SENT)
    signal = Signal.objects.get(writer=nurse)
    assert f"Het heet “{signal.words_name}”." in page.inner_text("main")
    assert "Het team leest het binnen 2 werkdagen." in page.inner_text("main")
    body = json.loads(next(data for data in sent if data))
    assert set(body) == {"v", "id", "kid", "who", "kind", "sealed", "sent", "box"}
    left = stored(page)
    assert [row["state"] for row in left["queue"]] == ["sent"]
    assert (left["draft"], left["files"], left["local"], left["session"]) == ([], [], {}, {})
    assert left["state"] == {"step": 4}
    assert not page.evaluate(TYPED)
    # a key in letters and digits holds a few of any by chance, but no stop, and no word of its own
    assert not re.search(r"3117 ?BX|\b9012\b|Mw\.|Stapel", json.dumps(left))


def test_it_takes_few_taps(phone):
    page, taps = phone(), 0
    for tap in ("text=Geld of huur", FORWARD, "[name=postcode]", "[name=house_number]", "text=Ja, en wil hulp"):
        taps += 1
        page.click(tap)
        if tap.startswith("[name"):
            page.keyboard.type("3117bx" if "post" in tap else "9012")
    for tap in ("[name=name]", FORWARD, "text=post dicht", FORWARD):
        taps += 1
        page.click(tap)
    page.wait_for_selector(SENT)
    assert taps <= MOST_TAPS


def test_a_cold_start_without_network_works_and_sends_later(phone, nurse):
    page = phone()
    has_worker(page)
    page.context.set_offline(True)
    page = again(page)
    tell(page)
    page.click(FORWARD)
    page.wait_for_selector(KEPT)
    assert "1 wacht" in page.inner_text("header")
    assert not Signal.objects.filter(writer=nurse).exists()
    page = again(page)
    page.click(".menu > summary")
    assert "Geld of huur" in page.inner_text("#box")
    assert "Wacht op verzending" in page.inner_text("#box")
    page.context.set_offline(False)
    page.wait_for_selector("[data-state=sent]", state="attached")
    assert Signal.objects.get(writer=nurse).words_name in page.inner_text("#box")


def test_without_network_it_says_when_it_cannot_work(visitor, phone):
    page = phone(person=None)
    assert "Log in om een signaal te sturen." in page.inner_text("main")
    has_worker(page)
    page.context.set_offline(True)
    page = again(page)
    assert "Open deze pagina één keer met bereik" in page.inner_text("main")


def test_a_draft_survives_and_can_be_thrown_away(phone):
    page = phone()
    tell(page, "Gordijnen dicht.")
    kept_draft(page)
    left = stored(page)
    assert left["files"] == [f"{row['id']}-key" for row in left["draft"]]
    assert len(left["draft"]) == 1
    page = again(page)
    assert page.input_value("[name=observation]") == "Gordijnen dicht."
    assert page.is_visible("text=Stap 3 van 3")
    page.go_back()
    page.wait_for_selector("text=Stap 2 van 3")
    assert page.input_value("[name=postcode]") == "3117 bx"
    page.click("#draft button")
    page.wait_for_selector("#draft", state="hidden")
    settled(page)
    left = stored(page)
    assert (left["draft"], left["files"]) == ([], [])
    assert not page.evaluate(TYPED)


def test_the_next_person_finds_nothing_of_the_one_before(phone, signed_in, nurse):
    page = phone()
    page.context.set_offline(True)
    tell(page)
    page.click(FORWARD)
    page.wait_for_selector(KEPT)
    page.click("text=Nog een signaal")
    tell(page, "Dit leest alleen de eerste.")
    kept_draft(page)
    page.context.clear_cookies()
    signed_in(page, people.youth_worker())
    page.context.set_offline(False)
    page.wait_for_selector("text=Stap 1 van 3")
    page.wait_for_function("() => document.querySelector('#others').textContent")
    assert not page.evaluate(TYPED)
    assert "2 signalen van een collega" in page.text_content("#others")
    assert "Geld of huur" not in page.text_content("#box")
    left = stored(page)
    assert sorted(row["kind"] for row in left["queue"]) == ["concept", "signal"]
    assert (left["draft"], left["files"]) == ([], [])
    assert not Signal.objects.exists()
    page.context.clear_cookies()
    signed_in(page, nurse)
    start(page)
    page.wait_for_function(
        "() => document.querySelectorAll('#box [data-state=sent], #box [data-state=concept]').length > 1"
    )
    page.wait_for_function("() => !document.querySelector('#count').textContent.includes('wacht')")
    assert Signal.objects.filter(writer=nurse).count() == 1


def test_signing_out_seals_the_draft_and_says_what_waits(phone, nurse):
    page = phone()
    tell(page)
    kept_draft(page)
    page.context.set_offline(True)
    page.click(FORWARD)
    page.wait_for_selector(KEPT)
    page.click("text=Nog een signaal")
    tell(page, "Nog niet af.")
    kept_draft(page)
    page.context.route("**/telefoon/signaal/", lambda route: route.abort())
    page.context.set_offline(False)
    page.goto("/account/uitloggen/")
    page.click("main .button")
    page.wait_for_selector("text=Er wacht nog 1 signaal op deze telefoon.")
    page.click("main .button")
    page.wait_for_url("**/inloggen/")
    page.wait_for_selector("text=Er wachten 2 signalen op deze telefoon.")
    left = stored(page)
    assert (left["draft"], left["files"], left["me"]) == ([], [], [])
    assert sorted(row["kind"] for row in left["queue"]) == ["concept", "signal"]
    start(page)
    assert "Log in om een signaal te sturen." in page.inner_text("main")
    assert not page.evaluate(TYPED)


def test_signing_out_in_the_page_itself(phone):
    page = phone()
    tell(page)
    page.click(".menu > summary")
    page.click("text=Uitloggen")
    page.wait_for_url("**/inloggen/")
    left = stored(page)
    assert (left["draft"], left["files"], left["me"]) == ([], [], [])
    assert [row["kind"] for row in left["queue"]] == ["concept"]


def test_what_must_be_mended_is_read_first(phone):
    page = phone()
    page.click(FORWARD)
    page.wait_for_selector(".error-summary")
    assert page.evaluate("document.activeElement.className") == "error-summary"
    page.click(".error-summary a")
    assert page.evaluate("document.activeElement.name") == "theme"
    assert page.title() == "Nieuw signaal · Signalering"
    choose(page, "Geld of huur")
    forward(page, 2)
    for typed, said in (
        ({}, "Vul een postcode en huisnummer in"),
        ({"postcode": "3117 BX"}, "Vul ook het huisnummer in."),
        ({"postcode": "0117 BX"}, "Vul een postcode in, bijvoorbeeld"),
        ({"house_number": "12b"}, "alleen cijfers"),
    ):
        for name, value in typed.items():
            page.fill(f"[name={name}]", value)
        page.click(FORWARD)
        assert said in page.inner_text(".error-summary"), typed
        assert "weet de inwoner het?" in page.inner_text(".error-summary")


def test_nine_digits_of_a_citizen_are_refused_and_the_rest_is_advice(phone):
    page = phone()
    tell(page, "Het nummer is 123456782.")
    page.click(FORWARD)
    assert "Hier lijkt een BSN in te staan." in page.inner_text(".error-summary")
    for words, advice in (
        ("Bel 06 12345678", "telefoonnummer"),
        ("Mail naar iemand@example.org", "e-mailadres"),
        ("Hij is een Alcoholist.", "“Alcoholist” klinkt als een oordeel"),
        ("Post van 123456789 dagen oud", ""),
    ):
        page.fill("[name=observation]", words)
        lines = page.locator("#id_observation_help").all_inner_texts()
        assert (advice in lines[0]) if advice else not lines, words
    page.click(FORWARD)
    page.wait_for_selector(SENT)


@pytest.mark.parametrize(
    ("who", "theme", "asked", "not_asked"),
    [
        ("home_care", "Eenzaamheid", {"postcode"}, {"place", "age_band", "observed_at"}),
        ("home_care", "Jongere loopt risico", {"place", "age_band"}, {"postcode", "street", "observed_at"}),
        ("youth_worker", "Eenzaamheid", {"place", "age_band"}, {"postcode", "street"}),
        ("shopkeeper", "Eenzaamheid", {"place", "observed_at"}, {"age_band", "street", "name"}),
    ],
)
def test_the_questions_follow_theme_and_reporter(phone, who, theme, asked, not_asked):
    page = phone(getattr(people, who)())
    choose(page, theme)
    forward(page, 2)
    for name in asked:
        assert page.locator(f"[name={name}]").first.is_visible(), name
    for name in not_asked:
        assert not page.locator(f"[name={name}]").first.is_visible(), name
    answer_where(page)
    forward(page, 3)
    assert page.is_visible("text=Wat denk je zelf?") == (who != "shopkeeper")


def test_a_name_is_asked_only_where_it_may_be_given(phone):
    page = phone()
    choose(page, "Geld of huur")
    forward(page, 2)
    answer_where(page, "Ja, en wil hulp")
    page.fill("[name=name]", "Mw. A.")
    choose(page, "Nog niet besproken")
    assert not page.is_visible("[name=name]")
    forward(page, 3)
    choose(page, "post dicht")
    page.click("text=Dit versturen we")
    page.wait_for_selector("#check dd")
    assert "Mw. A." not in page.inner_text("#check")


def test_in_english(phone):
    page = phone()
    start(page, f"{PAGE}en/")
    choose(page, "Loneliness")
    page.click(FORWARD)
    page.click(FORWARD)
    assert "Choose what fits: does the resident know?" in page.inner_text(".error-summary")


def test_a_language_chosen_here_holds_on_every_page_of_this_phone(phone):
    page = phone()
    page.click(".menu > summary")
    page.click("text=English")
    page.wait_for_url(f"**{PAGE}en/")
    page.wait_for_selector("body[data-ready]")
    page.click(".menu > summary")
    page.click("text=My signals")
    page.wait_for_url("**/mijn-signalen/")
    assert page.inner_text("h1") == "My signals"
    page.click("footer >> text=New signal")
    page.wait_for_url(f"**{PAGE}en/")
    start(page)
    page.wait_for_url(f"**{PAGE}en/")
    page.wait_for_selector("body[data-ready]")
    page.click(".menu > summary")
    page.click("text=Nederlands")
    page.wait_for_url(f"**{PAGE}")
    page.wait_for_selector("body[data-ready]")
    assert page.is_visible("text=Stap 1 van 3")


def test_the_chosen_language_opens_without_network_too(phone):
    page = phone()
    page.click(".menu > summary")
    page.click("text=English")
    page.wait_for_url(f"**{PAGE}en/")
    has_worker(page)
    start(page, f"{PAGE}en/")
    page.context.set_offline(True)
    page = again(page)
    page.wait_for_url(f"**{PAGE}en/")
    page.wait_for_selector("text=Step 1 of 3")


def test_a_youth_worker_gives_a_first_name_whatever_the_theme(phone):
    page = phone(people.youth_worker())
    choose(page, "Eenzaamheid")
    forward(page, 2)
    answer_where(page, "Ja, en wil hulp")
    assert page.inner_text("label[for=id_name]").startswith("Voornaam")
