"""Words that nobody else ever wrote, typed on the capture page, and the keys and drafts that the page makes of them."""

import base64
import json
import secrets
import string
from typing import NamedTuple

from tests.browser.capturing import answer_where, forward
from tests.browser.steps import choose

LENGTH = 14
OUTSIDE_LATIN = "ż"
# Tells of every draft that the page keeps, with its key: to the test, and to nobody on this phone.
WATCH = """globalThis.pauseAt = async (point) => {
    if (point !== "draft") return;
    const text = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes)));
    const folder = await navigator.storage.getDirectory();
    const opened = indexedDB.open("signalering");
    await new Promise((done) => { opened.onsuccess = done; });
    const rows = opened.result.transaction("draft").objectStore("draft").getAll();
    await new Promise((done) => { rows.onsuccess = done; });
    opened.result.close();
    for (const { id, sid, who, iv, box } of rows.result) {
        const key = await (await (await folder.getFileHandle(`${id}-key`)).getFile()).arrayBuffer();
        await keptDraft(JSON.stringify({ about: sid + who, iv: text(iv), box: text(box), key: text(key) }));
    }
};"""


class Draft(NamedTuple):
    """What the page kept of a draft at one moment."""

    about: bytes
    iv: bytes
    box: bytes
    key: bytes


def word():
    """A word that stands nowhere else."""
    return "".join(secrets.choice(string.ascii_letters) for _ in range(LENGTH))


def words():
    """A word for each field that takes words; the last has a letter that no Latin alphabet of one byte has."""
    return {"name": word(), "street": word(), "already_done": word(), "observation": word() + OUTSIDE_LATIN}


def watch(context):
    """The list in which every draft comes that the pages of this browser keep."""
    kept = []

    def keep(told):
        raw = json.loads(told)
        about, *rest = raw["about"].encode(), *(base64.b64decode(raw[name]) for name in ("iv", "box", "key"))
        kept.append(Draft(about, *rest))

    context.expose_function("keptDraft", keep)
    context.add_init_script(WATCH)
    return kept


def type_words(page, planted):
    """A signal with these words in it, up to the last button."""
    choose(page, "Geld of huur")
    forward(page, 2)
    answer_where(page, "Ja, en wil hulp")
    page.click("text=Geen adres? Straat of plek")
    page.fill("[name=street]", planted["street"])
    page.fill("[name=name]", planted["name"])
    forward(page, 3)
    choose(page, "post dicht")
    page.click("text=Wat heb je al gedaan?")
    page.fill("[name=already_done]", planted["already_done"])
    page.fill("[name=observation]", planted["observation"])
    page.click("#check summary")
    page.wait_for_selector(f"#check dd:has-text('{planted['name']}')")
    page.click("#check summary")
