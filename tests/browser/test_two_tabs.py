"""The capture page open twice on one phone: nothing sealed is written over, and no draft is lost or left behind."""

from datetime import UTC, datetime, timedelta

import pytest

from signalering.cases.models import Concept, Signal
from tests.accounts import factories as people
from tests.browser.capturing import (
    FORWARD,
    HIDDEN,
    KEPT,
    TYPED,
    again,
    has_worker,
    kept_draft,
    settled,
    start,
    stored,
    tell,
)

pytestmark = pytest.mark.django_db(transaction=True)
DEAF = "delete globalThis.BroadcastChannel"  # a page that hears nothing of the others
WAKE = "dispatchEvent(new Event('online'))"
# The draft as an earlier version of the page kept it: always under the same name.
AS_BEFORE = """async () => {
    const opened = indexedDB.open("signalering");
    await new Promise((done) => { opened.onsuccess = done; });
    const work = opened.result.transaction("draft", "readwrite", { durability: "strict" });
    const drafts = work.objectStore("draft");
    const rows = drafts.getAll();
    await new Promise((done) => { rows.onsuccess = done; });
    const [row] = rows.result;
    drafts.delete(row.id);
    drafts.put({ ...row, id: "draft" });
    await new Promise((done) => { work.oncomplete = done; });
    opened.result.close();
    const folder = await navigator.storage.getDirectory();
    const key = await (await (await folder.getFileHandle(`${row.id}-key`)).getFile()).arrayBuffer();
    const file = await (await folder.getFileHandle("draft-key", { create: true })).createWritable();
    await file.write(key);
    await file.close();
    await folder.removeEntry(`${row.id}-key`);
    return row.sid;
}"""


def second(page):
    """Another tab of the same phone, with this page."""
    other = page.context.new_page()
    start(other)
    return other


@pytest.fixture(params=["hears", "deaf"])
def tabs(phone, request):
    """A draft in one tab that was opened in another one too; the phone lost its network. (page, other, hears)"""
    page = phone()
    if request.param == "deaf":
        page.context.add_init_script(DEAF)
        start(page)
    has_worker(page)
    tell(page, "Stapel ongeopende post.")
    kept_draft(page)
    other = second(page)
    assert other.input_value("[name=observation]") == "Stapel ongeopende post."
    page.context.set_offline(True)
    return page, other, request.param == "hears"


def sealed(page):
    """Sealed, and waiting."""
    page.click(FORWARD)
    page.wait_for_selector(KEPT)


def kinds(page):
    """What waits on this phone."""
    return sorted(row["kind"] for row in stored(page)["queue"])


def nothing_readable(page):
    """No draft, no key and no word stays."""
    left = stored(page)
    assert (left["draft"], left["files"]) == ([], [])
    assert not page.evaluate(TYPED)


def arrived(page, count):
    """With network everything that waits comes in."""
    page.context.set_offline(False)
    page.wait_for_function(
        "count => document.querySelectorAll('#box [data-state=sent], #box [data-state=concept]').length === count",
        arg=count,
    )
    page.wait_for_function("() => !document.querySelector('#count').textContent.includes('wacht')")


def words_there(reading, nurse):
    """What the server has of this writer."""
    with reading(nurse):
        return sorted(signal.observation for signal in Signal.objects.filter(writer=nurse))


def test_a_tab_that_wakes_a_day_later_leaves_the_sealed_signal_alone(tabs, reading, nurse):
    page, other, hears = tabs
    sealed(other)
    page.context.clock.set_fixed_time(datetime.now(UTC) + timedelta(days=1, hours=1))
    page.evaluate(WAKE)
    page.wait_for_function("() => !document.querySelector('[name=observation]').value")
    settled(page)
    assert "signal" in kinds(page)
    assert kinds(page) == ["signal"] or not hears
    nothing_readable(page)
    arrived(page, len(kinds(page)))
    assert words_there(reading, nurse) == ["Stapel ongeopende post."]


def test_what_is_sent_in_both_tabs_comes_in_twice(tabs, reading, nurse):
    page, other, _hears = tabs
    page.fill("[name=observation]", "Ook de melk staat er nog.")
    kept_draft(page)
    sealed(other)
    sealed(page)
    rows = stored(page)["queue"]
    assert [row["kind"] for row in rows] == ["signal", "signal"]
    nothing_readable(page)
    arrived(page, 2)
    assert words_there(reading, nurse) == ["Ook de melk staat er nog.", "Stapel ongeopende post."]


def test_a_tab_that_is_hidden_writes_nothing_of_what_was_sealed(tabs):
    page, other, hears = tabs
    sealed(other)
    if hears:
        page.wait_for_selector("text=Stap 1 van 3")
    page.evaluate(HIDDEN)
    settled(page)
    left = stored(page)
    assert (left["draft"], left["files"]) == ([], [])
    assert not page.evaluate(TYPED) or not hears


def test_what_was_typed_here_since_is_a_draft_of_its_own(phone):
    page = phone()
    tell(page)
    kept_draft(page)
    other = second(page)
    page.fill("[name=observation]", "Dit kwam erbij.")
    kept_draft(page)
    page.context.set_offline(True)
    sealed(other)
    settled(page)
    page.wait_for_function("() => document.querySelector('[name=observation]').value")
    [row] = stored(page)["draft"]
    assert row["sid"] != stored(page)["queue"][0]["id"]
    page.context.set_offline(False)
    page = again(page)
    assert page.input_value("[name=observation]") == "Dit kwam erbij."


def test_what_is_thrown_away_in_one_tab_is_gone_in_the_other(phone):
    page = phone()
    tell(page)
    kept_draft(page)
    other = second(page)
    other.click("#draft button")
    other.wait_for_selector("#draft", state="hidden")
    page.wait_for_selector("text=Stap 1 van 3")
    settled(page)
    nothing_readable(page)


@pytest.fixture
def two_drafts(phone):
    """Another draft in each of two tabs."""
    page = phone()
    other = second(page)
    tell(page, "Het eerste concept.")
    tell(other, "Het tweede concept.")
    kept_draft(page)
    kept_draft(other)
    assert len(stored(page)["draft"]) == len(stored(page)["files"]) == 2
    return page, other


def test_two_drafts_both_come_back(two_drafts, reading, nurse):
    page, other = two_drafts
    other.close()
    seen = []
    for count in (1, 2):
        page = again(page)
        seen.append(page.input_value("[name=observation]"))
        page.click(FORWARD)
        page.wait_for_selector("text=Je signaal is verstuurd.")
        assert len(stored(page)["draft"]) == len(stored(page)["files"]) == 2 - count
    assert sorted(seen) == words_there(reading, nurse) == ["Het eerste concept.", "Het tweede concept."]


def test_two_drafts_both_become_concepts_when_somebody_signs_out(two_drafts):
    page, other = two_drafts
    page.context.route("**/telefoon/signaal/", lambda route: route.abort())
    page.click(".menu > summary")
    page.click("text=Uitloggen")
    page.wait_for_url("**/inloggen/")
    assert kinds(page) == ["concept", "concept"]
    nothing_readable(other)


def test_a_draft_of_an_earlier_version_of_the_page_comes_back(phone):
    page = phone()
    tell(page, "Van voor de nieuwe versie.")
    kept_draft(page)
    sid = page.evaluate(AS_BEFORE)
    page = again(page)
    assert page.input_value("[name=observation]") == "Van voor de nieuwe versie."
    left = stored(page)
    assert ([row["id"] for row in left["draft"]], left["files"]) == ([sid], [f"{sid}-key"])


def test_a_page_that_missed_who_came_keeps_its_words_with_their_writer(phone, signed_in, nurse):
    page = phone()
    page.context.add_init_script(DEAF)
    start(page)
    page.context.route("**/telefoon/signaal/", lambda route: route.abort())
    writer = stored(page)["me"][0]["who"]
    tell(page, "Van de eerste.")
    page.context.clear_cookies()
    signed_in(page, people.youth_worker())
    other = second(page)
    there = {row["id"]: row for row in stored(other)["me"]}
    assert there["me"]["who"] != writer
    page.fill("[name=observation]", "Nog van de eerste.")
    page.evaluate(WAKE)
    page.wait_for_selector("text=Stap 1 van 3")
    settled(page)
    rows = stored(page)["queue"]
    assert rows
    assert {(row["who"], row["kind"]) for row in rows} == {(writer, "concept")}
    assert stored(page)["me"][0]["who"] == there["me"]["who"]
    page.context.unroute("**/telefoon/signaal/")
    page.context.clear_cookies()
    signed_in(page, nurse)
    start(other)
    other.wait_for_function("() => !document.querySelector('#count').textContent.includes('wacht')")
    assert {concept.writer for concept in Concept.objects.all()} == {nurse}
