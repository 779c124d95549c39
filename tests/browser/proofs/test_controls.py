"""The scan can find: what a careless page leaves behind on the disk is found, in every shape."""

import base64
import gzip
import secrets
import time

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from tests.browser.proofs.planting import OUTSIDE_LATIN, Draft, word
from tests.browser.proofs.scanning import hits, opened
from tests.browser.proofs.tables import unpack
from tests.chromium import executable

CONTROL = "/proef/"
PATIENCE = 30  # seconds the browser may take to write down what it learned from a form
CARELESS = """<!doctype html><html lang="nl"><title>Proef</title><form {attributes}>
<input name="words" {attributes}><textarea name="more" {attributes}></textarea><button>Stuur</button></form></html>"""
IN_STORE = """async ([word, raw]) => {
    const bytes = Uint8Array.from(atob(raw), (letter) => letter.charCodeAt(0));
    const key = await crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["decrypt"]);
    const opened = indexedDB.open("proef", 1);
    opened.onupgradeneeded = () => opened.result.createObjectStore("plain");
    await new Promise((done) => { opened.onsuccess = done; });
    const work = opened.result.transaction("plain", "readwrite", { durability: "strict" });
    work.objectStore("plain").put({ word, key }, "draft");
    await new Promise((done) => { work.oncomplete = done; });
    const gone = opened.result.transaction("plain", "readwrite", { durability: "strict" });
    gone.objectStore("plain").clear();
    await new Promise((done) => { gone.oncomplete = done; });
    opened.result.close();
}"""
SENT_BY_SCRIPT = """async () => {
    await fetch(location.pathname);
    document.querySelector("form").remove();
}"""


@pytest.fixture
def program():
    """The whole browser: what it learns by itself lies on the disk too."""
    return executable()


def typed(page, door, word, *, attributes="", act):
    """A page with a form in which a word is typed."""
    door.pages[CONTROL] = CARELESS.format(attributes=attributes)
    page.goto(CONTROL)
    page.fill("textarea", word)
    page.fill("input", word)
    act(page)


def by_script(page):
    """Sent without leaving the page."""
    page.evaluate(SENT_BY_SCRIPT)


def until_learned(page, folder, word):
    """The browser has written a word in its own list of what people type; it does so when it finds the time."""
    end = time.monotonic() + PATIENCE
    while word.encode() not in (folder / "Default" / "Web Data").read_bytes():
        assert time.monotonic() < end, "the browser did not keep what was typed"
        page.evaluate("() => new Promise(requestAnimationFrame)")


def by_address(page):
    """Sent in the address."""
    page.click("button")
    page.wait_for_url(f"**{CONTROL}?*")


@pytest.mark.django_db(transaction=True)
def test_what_a_careless_page_leaves_is_found(profile, door):
    names = ("plain", "form", "quiet form", "get")
    planted = {name: word() + OUTSIDE_LATIN for name in names[:3]} | {"get": word()}
    key = secrets.token_bytes(32)
    box = AESGCM(key).encrypt(bytes(12), b"a draft", b"")
    page = profile.open(start_page=False)
    door.pages[CONTROL] = CARELESS.format(attributes="")
    page.goto(CONTROL)
    page.evaluate(IN_STORE, [planted["plain"], base64.b64encode(key).decode()])
    typed(page, door, planted["form"], act=by_script)
    until_learned(page, profile.folder, planted["form"])
    typed(page, door, planted["quiet form"], attributes='autocomplete="off"', act=by_script)
    typed(page, door, planted["get"], act=by_address)
    profile.close()
    found = hits(profile.folder, {**planted, "key": key})
    plain, tried = opened(profile.folder, [Draft(b"", bytes(12), box, key)])
    for one in found:
        print(*one)
    print(f"{len(plain)} drafts opened with {tried} keys")
    where = {name: {file for each, _, file in found if each == name} for name in (*names, "key")}
    assert any("IndexedDB" in file for file in where["plain"]), "cleared, and still there"
    assert any("IndexedDB" in file for file in where["key"]), "no script may read it, and it lies there"
    assert plain == [b"a draft"]
    assert "Default/Web Data" in where["form"]
    assert "Default/History" in where["get"]
    assert not where["quiet form"]


@pytest.mark.parametrize("shape", ["utf-8", "utf-16-le", "gzip", "base64 0", "base64 1", "base64 2"])
def test_every_shape_is_found(tmp_path, shape):
    planted = word() + OUTSIDE_LATIN
    raw = planted.encode("utf-16-le" if shape == "utf-16-le" else "utf-8")
    if shape == "gzip":
        raw = gzip.compress(b"before " + raw + b" behind")
    if shape.startswith("base64"):
        raw = base64.b64encode(b"<" * int(shape[-1]) + raw + b"behind")
    (tmp_path / "file").write_bytes(b"\x00\x1f\x8b\x08" + raw + b"\x00")
    assert hits(tmp_path, {"it": planted})
    assert not hits(tmp_path, {"another": word()})


@pytest.mark.parametrize(("file", "wrapped"), [("key", b"%s"), ("x.log", b"....\\K\x01\x01\x20\x03\x20%s..." * 3)])
def test_a_key_in_any_file_is_tried(tmp_path, file, wrapped):
    key = secrets.token_bytes(32)
    (tmp_path / file).write_bytes(wrapped.replace(b"%s", key))
    box = AESGCM(key).encrypt(bytes(12), b"a draft", b"")
    assert opened(tmp_path, [Draft(b"", bytes(12), box, key)])[0] == [b"a draft"]


def test_what_snappy_packed_is_unpacked():
    packed = (
        bytes([15]) + bytes([(3 - 1) << 2]) + b"abc" + bytes([(9 - 4) << 2 | 1, 3]) + bytes([(3 - 1) << 2 | 2, 3, 0])
    )
    assert unpack(packed) == b"abc" * 5
