"""Odd answers over a real line, from a bad network and from the product itself: nothing lost, nothing twice."""

import pytest
from django.utils import timezone

from signalering.accounts import phones
from signalering.accounts.models import Phone
from signalering.cases.models import KeptBox, Signal
from signalering.crypto.models import BoxKey
from tests.browser.capturing import FORWARD, KEPT, SENT, has_worker, start, stored, tell
from tests.browser.proofs.holding import cut, said
from tests.cases import sealing

pytestmark = pytest.mark.django_db(transaction=True)

ODD = {
    "portal": said("200 OK", "<h1>Welkom op onze wifi</h1>"),
    "portal elsewhere": said("302 Found", "", ("Location", "http://127.0.0.1:1/wifi")),
    "sign-in page": said("302 Found", "", ("Location", "/account/inloggen/")),
    "portal with JSON": said("200 OK", '{"state": "received"}', kind="application/json"),
    "JSON of somebody else": said("201 Created", '{"id": "x", "state": "received"}', kind="application/json"),
    "forbidden page": said("403 Forbidden", "<h1>Verboden</h1>"),
    "gateway": said("502 Bad Gateway", "<h1>Bad gateway</h1>"),
    "error": said("500 Internal Server Error", "<h1>Oeps</h1>"),
    "cut reply": cut,
}


@pytest.fixture
def page(profile, session_of, nurse):
    """The phone of a nurse with the capture page open."""
    opened = profile.open(start_page=False)
    profile.sign_in(session_of(nurse))
    start(opened)
    return opened


def send_now(page):
    """Ask the phone to try again."""
    page.click(".menu > summary")
    page.click("text=Nu versturen")
    page.click(".menu > summary")


def tried(page):
    """Wait until the phone has done with its sending."""
    page.evaluate("navigator.locks.request('send', () => 1)")


def state(page):
    """The state of the only thing on this phone."""
    return stored(page)["queue"][0]["state"]


def test_each_odd_answer_leaves_it_waiting_and_the_next_send_is_the_signal(page, door):
    page.clock.install()  # nothing is sent again by itself
    start(page)
    door.next(*ODD.values())
    tell(page)
    page.click(FORWARD)
    page.wait_for_selector(KEPT)
    for number, name in enumerate(ODD, start=1):
        tried(page)
        assert (state(page), door.sends) == ("waits", number), name
        assert "We proberen het vanzelf opnieuw." in page.text_content("#status")
        send_now(page)
    page.wait_for_selector(SENT)
    assert state(page) == "sent"
    assert Signal.objects.count() == 1
    print(f"\n{len(ODD)} odd answers, {door.sends} sends, 1 signal")


def test_after_a_cut_reply_it_sends_again_by_itself(page, door):
    door.next(cut)
    tell(page)
    page.click(FORWARD)
    page.wait_for_selector(SENT)
    assert door.sends == 2
    assert Signal.objects.count() == 1


def test_it_waits_as_long_as_it_is_asked(page, door):
    page.clock.install()
    start(page)
    page.evaluate("Math.random = () => 0")
    door.next(said("429 Too Many Requests", "{}", ("Retry-After", "600")))
    tell(page)
    page.click(FORWARD)
    page.wait_for_selector("#status:has-text('Geen')", state="attached")
    page.clock.run_for(599_000)
    assert door.sends == 1
    page.clock.run_for(2_000)
    page.wait_for_selector(SENT)
    assert door.sends == 2


def test_a_lost_phone_asks_its_writer_to_sign_in(page, profile, door, nurse, session_of):
    has_worker(page)
    page.context.set_offline(True)
    tell(page)
    page.click(FORWARD)
    page.wait_for_selector(KEPT)
    phones.lost(Phone.objects.get(), by=nurse)
    page.context.clear_cookies()
    page.context.set_offline(False)
    page.wait_for_selector("#status:has-text('Log opnieuw in. Je signaal is veilig bewaard.')", state="attached")
    assert state(page) == "waits"
    assert not Signal.objects.exists()
    profile.sign_in(session_of(nurse))
    start(page)
    page.wait_for_selector("#box [data-state=sent]", state="attached")
    assert Signal.objects.count() == 1


def sealed_offline(page):
    """A signal that waits on the phone; its id."""
    has_worker(page)
    page.context.set_offline(True)
    tell(page)
    page.click(FORWARD)
    page.wait_for_selector(KEPT)
    return stored(page)["queue"][0]["id"]


def test_without_its_key_the_server_keeps_the_box_and_the_phone_asks_for_help(page):
    sealed_offline(page)
    BoxKey.objects.update(wrapped=None, destroyed_at=timezone.now())
    page.context.set_offline(False)
    page.wait_for_selector("#box [data-state=help]", state="attached")
    assert KeptBox.objects.get().reason == "key_gone"
    assert state(page) == "help"


def test_a_box_that_does_not_open_is_kept_on_both_sides(page):
    sealed_offline(page)
    page.evaluate("""async () => {
        const opened = indexedDB.open("signalering");
        await new Promise((done) => { opened.onsuccess = done; });
        const work = opened.result.transaction("queue", "readwrite");
        const rows = work.objectStore("queue").openCursor();
        rows.onsuccess = () => {
            if (!rows.result) return;
            rows.result.value.box[99] ^= 1;
            rows.result.update(rows.result.value);
            rows.result.continue();
        };
        await new Promise((done) => { work.oncomplete = done; });
        opened.result.close();
    }""")
    page.context.set_offline(False)
    page.wait_for_selector("#box [data-state=help]", state="attached")
    assert KeptBox.objects.get().reason == "does_not_open"


def test_another_text_under_its_key_is_kept_beside_it(page, as_person, nurse):
    key = sealed_offline(page)
    other = sealing.Phone(as_person(nurse))
    assert other.send(other.letter(id=key)).status_code == 201
    page.context.set_offline(False)
    page.wait_for_selector("#box [data-state=sent]", state="attached")
    assert Signal.objects.count() == 1
