"""What waits on a phone: nothing holds up the rest, and the server alone says when a ticket is over."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from signalering.accounts.actions import close_account
from signalering.cases.models import Signal
from tests.accounts import factories as people
from tests.browser.capturing import FORWARD, KEPT, SENT, has_worker, start, stored, tell
from tests.browser.test_capture_trouble import SEND, answered

pytestmark = pytest.mark.django_db(transaction=True)
ALL_SENT = "count => document.querySelectorAll('#box [data-state=sent]').length === count"
# Change a row of a store of this phone.
CHANGED = """async ([name, id, changes]) => {
    const opened = indexedDB.open("signalering");
    await new Promise((done) => { opened.onsuccess = done; });
    const work = opened.result.transaction(name, "readwrite", { durability: "strict" });
    const row = work.objectStore(name).get(id);
    row.onsuccess = () => work.objectStore(name).put({ ...row.result, ...changes });
    await new Promise((done) => { work.oncomplete = done; });
    opened.result.close();
}"""


def one_more(page, words="Stapel ongeopende post."):
    """A signal that is kept on this phone; its id."""
    if page.is_visible("text=Nog een signaal"):
        page.click("text=Nog een signaal")
    tell(page, words)
    page.click(FORWARD)
    page.wait_for_selector(KEPT)
    return page.evaluate("document.body.dataset.receipt")


def id_of(route):
    """Which letter this is."""
    return json.loads(route.request.post_data)["id"]


@pytest.fixture
def offline(phone):
    """A phone without network."""
    page = phone()
    has_worker(page)
    page.context.set_offline(True)
    return page


def test_what_is_handed_in_while_another_is_sent_goes_by_itself(phone):
    page, held = phone(), []
    page.context.route(SEND, lambda route: route.fallback() if held else held.append(route))
    with page.expect_request(SEND):
        one_more(page)
    one_more(page)
    held[0].continue_()
    page.wait_for_function(ALL_SENT, arg=2)
    assert Signal.objects.count() == 2


@pytest.mark.parametrize("answer", [answered(500, text="Oeps"), answered(503, echo=False), answered(200, text="<p>?")])
def test_one_on_which_the_server_fails_does_not_hold_up_the_rest(offline, answer):
    page = offline
    first, second = one_more(page), one_more(page)
    page.context.route(SEND, lambda route: answer(route) if id_of(route) == first else route.fallback())
    page.context.set_offline(False)
    page.wait_for_selector("#box [data-state=sent]", state="attached")
    assert {row["id"]: row["state"] for row in stored(page)["queue"]} == {first: "waits", second: "sent"}


@pytest.mark.parametrize("answer", [answered(429, headers={"Retry-After": "60"}), lambda route: route.abort()])
def test_a_server_that_asks_to_wait_and_a_lost_network_stop_all(offline, answer):
    page, sends = offline, []
    one_more(page)
    one_more(page)
    page.context.route(SEND, lambda route: (sends.append(id_of(route)), answer(route)))
    with page.expect_request(SEND):
        page.context.set_offline(False)
    page.wait_for_selector("#status:has-text('We proberen het vanzelf opnieuw.')", state="attached")
    page.evaluate("navigator.locks.request('send', () => 1)")
    assert len(set(sends)) == 1


def test_a_letter_that_is_none_asks_for_help(offline):
    page = offline
    first, second = one_more(page), one_more(page)
    page.evaluate(CHANGED, ["queue", first, {"kid": "geen sleutel"}])
    page.context.set_offline(False)
    page.wait_for_selector("#box [data-state=sent]", state="attached")
    rows = {row["id"]: row for row in stored(page)["queue"]}
    assert (rows[first]["state"], rows[first]["why"], rows[second]["state"]) == ("help", "malformed", "sent")


@pytest.mark.parametrize("closed", [False, True])
def test_the_server_says_when_a_ticket_is_over(offline, nurse, closed):
    page = offline
    one_more(page)
    page.evaluate(CHANGED, ["me", "me", {"ticketUntil": (datetime.now(UTC) - timedelta(days=3)).isoformat()}])
    if closed:
        close_account(nurse, by=people.coordinator(), reason="left")
    page.context.clear_cookies()
    page.reload()
    page.context.set_offline(False)
    page.wait_for_selector("#box [data-state=sent]", state="attached")
    assert Signal.objects.get().writer == nurse


def test_a_clock_that_is_far_ahead_is_put_right(visitor, signed_in, nurse):
    page = visitor()
    signed_in(page, nurse)
    page.context.clock.set_fixed_time(datetime.now(UTC) + timedelta(days=400))
    start(page)
    tell(page)
    page.click(FORWARD)
    page.wait_for_selector(SENT)
    assert abs(Signal.objects.get().observed_at - datetime.now(UTC)) < timedelta(minutes=5)
