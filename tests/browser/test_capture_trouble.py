"""The capture page when it does not go well: odd answers, long waits, no key, no room to keep anything."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from signalering.cases.models import Signal
from tests.accounts import factories as people
from tests.browser.capturing import (
    FORWARD,
    KEPT,
    NO_KEYS,
    SENT,
    TYPED,
    again,
    has_worker,
    kept_draft,
    start,
    stored,
    tell,
)

pytestmark = pytest.mark.django_db(transaction=True)
SEND = "**/telefoon/signaal/"
NO_ROOM = "() => { IDBFactory.prototype.open = () => { throw new DOMException('', 'QuotaExceededError'); }; }"
REFUSED, WAITS, DONE = "help", "waits", "sent"


def answered(status, reason="", *, echo=True, text=None, headers=None):
    """A server that answers so, whatever it is sent."""

    def answer(route):
        said = {"id": json.loads(route.request.post_data)["id"]} if echo else {}
        body = (
            json.dumps({**said, "reason": reason, "state": "received", "name": "rode trui"}) if text is None else text
        )
        kind = "application/json" if text is None else "text/html"
        route.fulfill(status=status, body=body, content_type=kind, headers=headers or {})

    return answer


SEND_NOW = "[data-act=sendNow]"


def in_days(page, days):
    """The clock of this phone, so many days on."""
    page.context.clock.set_fixed_time(datetime.now(UTC) + timedelta(days=days))


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (answered(200, text="<h1>Welkom op onze wifi</h1>"), WAITS),
        (answered(200, text="<form>Inloggen</form>"), WAITS),
        (answered(201, echo=False), WAITS),
        (answered(201, text=""), WAITS),
        (answered(302, text="", headers={"Location": "/account/inloggen/"}), WAITS),
        (answered(401, "ticket"), WAITS),
        (answered(403, echo=False), WAITS),
        (answered(429, "too_many", headers={"Retry-After": "60"}), WAITS),
        (answered(500, text="Oeps"), WAITS),
        (answered(503, echo=False), WAITS),
        (lambda route: route.abort(), WAITS),
        (answered(400, "does_not_open"), REFUSED),
        (answered(403, "not_yours"), REFUSED),
        (answered(410, "key_gone"), REFUSED),
        (answered(413, "too_large"), REFUSED),
        (answered(409, "other_content"), DONE),
    ],
)
def test_nothing_leaves_the_phone_without_its_own_key_said_back(phone, answer, state):
    page = phone()
    page.context.route(SEND, answer)
    tell(page)
    page.click(FORWARD)
    page.wait_for_selector(f"[data-state={state}]", state="attached")
    page.wait_for_selector(SEND_NOW, state="attached")
    row = stored(page)["queue"][0]
    assert row["state"] == state
    page.click(".menu > summary")
    assert page.is_visible(SEND_NOW) == (state == WAITS)
    page.context.unroute(SEND)
    if state == WAITS:
        # The phone may try again by itself in these milliseconds, and then the button goes.
        page.eval_on_selector(SEND_NOW, "button => button.click()")
        page.wait_for_selector("[data-state=sent]", state="attached")
        assert Signal.objects.get().words_name
    if state == REFUSED:
        assert "Hulp nodig" in page.inner_text("#box")


def test_without_a_ticket_it_asks_to_sign_in(phone):
    page = phone()
    page.context.route(SEND, answered(401, "ticket"))
    tell(page)
    page.click(FORWARD)
    page.wait_for_selector(KEPT)
    page.click(".menu > summary")
    page.wait_for_selector("#status:has-text('Log opnieuw in. Je signaal is veilig bewaard.')")


def test_two_taps_are_one_signal(phone, nurse):
    page = phone()
    tell(page)
    page.evaluate("for (let tap = 0; tap < 3; tap++) document.querySelector('[data-for=\"3\"]').click()")
    page.wait_for_selector(SENT)
    assert len(stored(page)["queue"]) == 1
    assert Signal.objects.filter(writer=nurse).count() == 1


def test_a_phone_that_cannot_keep_anything_says_so(phone):
    page = phone()
    tell(page)
    page.evaluate(NO_ROOM)
    page.click(FORWARD)
    page.wait_for_selector("text=Bewaren lukt niet op deze telefoon.")
    assert page.input_value("[name=observation]")
    assert page.is_visible("text=Stap 3 van 3")


def test_a_phone_that_never_kept_anything_still_shows_the_form(visitor, signed_in, nurse):
    page = visitor()
    page.add_init_script(f"({NO_ROOM})()")
    signed_in(page, nurse)
    start(page)
    assert page.is_visible("#cannot-keep")
    tell(page)
    assert page.is_visible("text=Stap 3 van 3")


def test_a_shared_phone_keeps_no_draft(phone, signed_in):
    page = phone()
    page.context.route("**/telefoon/start/", lambda route: route.fulfill(json={**route.fetch().json(), "shared": True}))
    start(page)
    tell(page)
    kept_draft(page)
    left = stored(page)
    assert (left["draft"], left["files"]) == ([], [])


def test_after_a_day_a_draft_is_sealed_for_its_writer(phone):
    page = phone()
    tell(page, "Dit bleef liggen.")
    kept_draft(page)
    in_days(page, 1.1)
    page = again(page)
    assert not page.evaluate(TYPED)
    left = stored(page)
    assert [row["kind"] for row in left["queue"]] == ["concept"]
    assert (left["draft"], left["files"]) == ([], [])


def test_a_draft_of_a_moment_ago_is_lost_with_its_key(phone):
    page = phone()
    tell(page)
    kept_draft(page)
    page.evaluate(NO_KEYS)
    page = again(page)
    assert not page.evaluate(TYPED)
    assert stored(page)["draft"] == []


def test_with_an_old_key_the_draft_stays_and_waits_for_network(phone):
    page = phone()
    has_worker(page)
    tell(page)
    page.context.set_offline(True)
    in_days(page, 400)
    page.click(FORWARD)
    page.wait_for_selector("#needs-network:visible")
    assert page.input_value("[name=observation]")
    assert stored(page)["queue"] == []


@pytest.mark.parametrize(
    ("days", "said"), [(2, ""), (4, "Er wacht al 4 dagen"), (11, "plek met wifi"), (81, "Straks kan niemand")]
)
def test_a_long_wait_is_said(phone, days, said):
    page = phone()
    has_worker(page)
    page.context.set_offline(True)
    tell(page)
    page.click(FORWARD)
    page.wait_for_selector(KEPT)
    in_days(page, days)
    page = again(page)
    page.wait_for_selector("#count:has-text('1 wacht')")
    assert said in page.inner_text("#late") if said else page.is_hidden("#late")


def test_signing_out_without_network_still_forgets(phone):
    page = phone()
    has_worker(page)
    tell(page)
    page.context.set_offline(True)
    page.click(".menu > summary")
    page.click("text=Uitloggen")
    page.wait_for_selector("text=Je bent uitgelogd.")
    page = again(page)
    assert page.is_visible("text=Je bent uitgelogd.") or page.is_visible("text=Open deze pagina één keer met bereik")
    assert not page.evaluate(TYPED)
    page.context.set_offline(False)
    start(page)
    assert page.is_visible("text=Je bent uitgelogd.")
    assert page.context.request.get("/telefoon/start/").status == 401, "the session ends as soon as it can"


def test_another_open_page_forgets_too(phone):
    page = phone()
    tell(page)
    other = page.context.new_page()
    other.goto("/account/uitloggen/")
    other.click("main .button")
    other.wait_for_url("**/inloggen/")
    page.wait_for_selector("text=Je bent uitgelogd.")
    assert not page.evaluate(TYPED)
    assert stored(page)["me"] == []


def test_on_plain_http_it_leads_to_the_form(phone, site, visitor, signed_in):
    page = visitor(extra_http_headers={})
    page.add_init_script("Object.defineProperty(globalThis, 'isSecureContext', { value: false })")
    signed_in(page, people.home_care())
    start(page)
    assert "Offline werkt alleen via https." in page.inner_text("main")
    page.click("text=Naar het formulier >> visible=true")
    page.wait_for_url("**/signaal/formulier/")
