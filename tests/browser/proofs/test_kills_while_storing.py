"""The browser is killed between the tap on *Versturen* and the store, at named points: nothing typed is lost."""

from itertools import cycle, islice

import pytest

from tests.browser.capturing import FORWARD, NO_KEYS, SENT, stored, tell
from tests.browser.proofs.killing import KILLS, all_sent, stands_still, stop_at, words_of

pytestmark = pytest.mark.django_db(transaction=True)

PAUSES = ("tap", "before-queue", "queued", "shredded")
BEFORE_THE_STORE = PAUSES[:2]
# What a phone with the wrong order would do: the key of the draft goes before the signal is stored.
SHRED_FIRST = NO_KEYS


def tapped(page, number, point):
    """Words, a tap at once, and the page stands still at this point."""
    tell(page, words_of(number))
    stop_at(page, point)
    page.click(FORWARD)
    stands_still(page)


def brought_back(page, number, point):
    """What was killed at this point is there again: as a draft with every word, or sent already."""
    if point in BEFORE_THE_STORE:
        assert page.input_value("[name=observation]") == words_of(number - 1)
        page.click(FORWARD)
        page.wait_for_selector(SENT)
        page.click("text=Nog een signaal")
    all_sent(page, number)
    left = stored(page)
    assert (left["draft"], left["files"]) == ([], [])


def test_between_the_tap_and_the_store(signed_in_profile, door, count):
    profile = signed_in_profile
    before = ""
    for number, point in enumerate(islice(cycle(PAUSES), KILLS)):
        page = profile.open()
        brought_back(page, number, before)
        tapped(page, number, point)
        profile.kill()
        before = point
    brought_back(profile.open(), KILLS, before)
    lost, twice = count([words_of(number) for number in range(KILLS)])
    print(f"\nkilled between tap and store: {KILLS} times, {door.sends} sends, {lost} lost, {twice} twice")
    assert (lost, twice) == (0, 0)


def test_a_phone_that_shreds_before_it_stores_is_found(signed_in_profile):
    profile = signed_in_profile
    page = profile.open()
    tapped(page, 0, "before-queue")
    page.evaluate(SHRED_FIRST)
    profile.kill()
    page = profile.open()
    assert not page.input_value("[name=observation]")
    assert stored(page)["queue"] == []
