"""What is on the disk of a phone when its browser is closed: no word, no key, and no draft that can be opened."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.accounts import factories as people
from tests.browser.capturing import FORWARD, HIDDEN, KEPT, SENT, again, kept_draft, settled, start
from tests.browser.proofs.planting import type_words, watch, words
from tests.browser.proofs.scanning import hits, opened
from tests.chromium import executable

pytestmark = pytest.mark.django_db(transaction=True)
IN_PAGE = """() => [
    document.documentElement.outerHTML, document.title, location.href, JSON.stringify(history.state),
    ...[...document.querySelectorAll("input, textarea, select")].map((control) => control.value),
].join("\\n")"""


class Scene:
    """A phone with a draft in which every word is planted."""

    def __init__(self, profile, session_of, person):
        self.profile, self.session_of = profile, session_of
        self.page = profile.open(start_page=False)
        self.drafts, self.words = watch(profile.context), words()
        profile.sign_in(session_of(person))
        start(self.page)
        type_words(self.page, self.words)
        kept_draft(self.page)
        assert self.drafts

    def scan(self):
        """Close the browser, read its disk; (where words or keys lie, drafts that open, keys that were tried)."""
        self.profile.close()
        keys = {f"key {number}": key for number, key in enumerate(sorted({draft.key for draft in self.drafts}))}
        found = hits(self.profile.folder, {**self.words, **keys})
        plain, tried = opened(self.profile.folder, self.drafts)
        return found, plain, tried


@pytest.fixture
def program():
    """The whole browser: what it learns by itself lies on the disk too."""
    return executable()


@pytest.fixture
def scene(profile, session_of, nurse):
    """A nurse typed, and nothing more."""
    return Scene(profile, session_of, nurse)


def sealed(scene):
    """Sealed, and waiting for network."""
    scene.profile.context.set_offline(True)
    scene.page.click(FORWARD)
    scene.page.wait_for_selector(KEPT)


def sealed_and_killed(scene):
    """Sealed, and the browser killed: it could tidy up nothing."""
    sealed(scene)
    scene.profile.kill()


def sent(scene):
    """Sent."""
    scene.page.click(FORWARD)
    scene.page.wait_for_selector(SENT)


def discarded(scene):
    """Brought back, and thrown away."""
    scene.page = again(scene.page)
    scene.page.click("#draft button")
    settled(scene.page)


def signed_out(scene):
    """The nurse signs out."""
    scene.page.click(".menu > summary")
    scene.page.click("text=Uitloggen")
    scene.page.wait_for_url("**/inloggen/")


def another_person(scene):
    """Somebody else signs in on this phone while the page stands open."""
    scene.profile.sign_in(scene.session_of(people.youth_worker()))
    scene.page.evaluate("dispatchEvent(new Event('online'))")
    scene.page.wait_for_selector("#others:has-text('1 signaal van een collega'):not([hidden])", state="attached")
    scene.page.wait_for_selector("text=Stap 1 van 3")
    there = scene.page.evaluate(IN_PAGE)
    assert not [name for name, word in scene.words.items() if word in there]


def a_day_later(scene):
    """The page is opened again after 24 hours."""
    scene.profile.context.clock.set_fixed_time(datetime.now(UTC) + timedelta(hours=24, minutes=1))
    scene.page = again(scene.page)
    scene.page.wait_for_selector("#box [data-state=concept]", state="attached")


def sealed_in_another_tab(scene):
    """Sealed in another tab, and then the tab in which it was typed is hidden."""
    other = scene.profile.context.new_page()
    start(other)
    scene.profile.context.set_offline(True)
    other.click(FORWARD)
    other.wait_for_selector(KEPT)
    scene.page.wait_for_selector("text=Stap 1 van 3")
    scene.page.evaluate(HIDDEN)
    settled(scene.page)
    there = scene.page.evaluate(IN_PAGE)
    assert not [name for name, word in scene.words.items() if word in there]


def an_old_key(scene):
    """The key of this phone is past its time, the session is over, and the page finds network."""
    scene.profile.context.set_offline(True)
    scene.profile.context.clock.set_fixed_time(datetime.now(UTC) + timedelta(days=400))
    scene.page.click(FORWARD)
    scene.page.wait_for_selector("#needs-network:visible")
    scene.profile.context.clear_cookies()
    scene.profile.context.set_offline(False)
    scene.page.wait_for_selector("text=Je bent uitgelogd.")
    settled(scene.page)


ENDS = (
    *(sealed, sealed_and_killed, sent, discarded, signed_out, another_person, a_day_later),
    *(sealed_in_another_tab, an_old_key),
)


@pytest.mark.parametrize("end", ENDS, ids=lambda end: end.__name__)
def test_nothing_readable_stays_after(scene, end):
    end(scene)
    found, plain, tried = scene.scan()
    print(f"\n{end.__name__}: {len(found)} hits, {len(plain)} drafts opened of {len(scene.drafts)} with {tried} keys")
    assert found == []
    assert plain == []
    assert tried


def test_a_live_draft_can_be_read_by_who_has_the_disk(scene):
    there = scene.page.evaluate(IN_PAGE)
    assert [name for name, word in scene.words.items() if word in there] == [*scene.words]
    found, plain, tried = scene.scan()
    print(f"\nlive draft: {len(found)} hits, {len(plain)} drafts opened of {len(scene.drafts)} with {tried} keys")
    assert {name for name, _, _ in found} == {"key 0"}
    assert all("File System" in file for _, _, file in found)
    assert scene.words["observation"] in plain[-1].decode()
