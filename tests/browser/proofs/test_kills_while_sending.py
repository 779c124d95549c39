"""The browser is killed between *Versturen* and the reply: each tap stays exactly one signal."""

from itertools import cycle, islice

import pytest

from tests.browser.capturing import FORWARD, SENT, start, tell
from tests.browser.proofs.holding import kept_before, kept_later, never_kept
from tests.browser.proofs.killing import KILLS, all_sent, stands_still, stop_at, words_of

pytestmark = pytest.mark.django_db(transaction=True)

# The server held its reply with the signal kept, never kept or kept later; or the reply was there, and was not read.
HELD = (kept_before, never_kept, kept_later, "replied")
FORGET = """async () => {
    const opened = indexedDB.open("signalering");
    await new Promise((done) => { opened.onsuccess = done; });
    const work = opened.result.transaction("queue", "readwrite", { durability: "strict" });
    work.objectStore("queue").clear();
    await new Promise((done) => { work.oncomplete = done; });
    opened.result.close();
}"""


def killed(profile, door, number, how):
    """A tap on *Versturen*, and a kill while the server holds its reply or the phone reads it."""
    page = profile.open()
    all_sent(page, number)
    tell(page, words_of(number))
    if how == "replied":
        stop_at(page, how)
        page.click(FORWARD)
        stands_still(page)
    else:
        door.next(how)
        page.click(FORWARD)
        assert door.held.wait(15)
    profile.kill()
    door.release()


def test_between_the_tap_and_the_reply(signed_in_profile, door, count):
    profile = signed_in_profile
    for number, how in enumerate(islice(cycle(HELD), KILLS)):
        killed(profile, door, number, how)
    all_sent(profile.open(), KILLS)
    lost, twice = count([words_of(number) for number in range(KILLS)])
    print(f"\nkilled between tap and reply: {KILLS} times, {door.sends} sends, {lost} lost, {twice} twice")
    assert (lost, twice) == (0, 0)
    assert door.sends == 2 * KILLS


def test_a_phone_that_forgets_what_it_sends_is_found(signed_in_profile, door, count):
    profile = signed_in_profile
    page = profile.open()
    door.next(never_kept)
    tell(page, words_of(0))
    page.click(FORWARD)
    assert door.held.wait(15)
    page.evaluate(FORGET)
    profile.kill()
    door.release()
    profile.open()
    assert count([words_of(0)]) == (1, 0)


def test_a_tap_that_becomes_two_signals_is_found(signed_in_profile, count):
    profile = signed_in_profile
    page = profile.open()
    for _ in range(2):
        tell(page, words_of(0))
        page.click(FORWARD)
        page.wait_for_selector(SENT)
        start(page)
    assert count([words_of(0)]) == (0, 1)
