"""The page of a shop: the same bytes for everybody, only the questions that a shop may answer, and no word too many."""

import gzip
import re

import pytest
from django.conf import settings
from django.test import Client

from config.bundles import bundle
from tests.accounts import factories as people
from tests.cases.test_capture_page import BOTH, Reader
from tests.cases.test_capture_page import text as text_of

pytestmark = pytest.mark.django_db
PAGE, ENGLISH, WORKER = "/winkel/", "/winkel/en/", "/winkel/werker.js"
KILOBYTE = 1024
ALLOWED = {  # domain §4 with IN9 and IN10
    *("place", "observed_at", "postcode", "house_number", "suffix"),
    *("theme", "chips", "observation", "already_done"),
    *("consent_answer", "unsafe_reason", "name"),
}


@pytest.mark.parametrize("path", [PAGE, ENGLISH, WORKER])
def test_everybody_gets_the_same_bytes_whatever_they_bring(as_person, path):
    token = people.shop_token(people.shop())
    ticket, _ = people.shop_phone(token=token)
    worker = as_person(people.wot_worker())
    worker.cookies["theme"] = "dark"
    replies = [Client().get(path), worker.get(path), Client().get(path, headers={"Authorization": f"Bearer {ticket}"})]
    replies += [Client().get(f"{path}?{token}"), Client().get(path, headers={"Accept-Language": "en"})]
    assert len({reply.content for reply in replies}) == 1
    assert not any(reply.cookies for reply in replies)
    assert {reply.status_code for reply in replies} == {200}


def test_it_asks_what_a_shop_may_tell_and_nothing_else():
    page = Reader(text_of(PAGE))
    asked = {control["name"] for control in page.controls}
    assert asked == ALLOWED
    order = list(dict.fromkeys(control["name"] for control in page.controls))
    assert order[:2] == ["place", "observed_at"], "place and time first"
    for hint in ("Bijvoorbeeld: bij de kassa", "Alleen als de inwoner dat goed vindt."):
        assert any(hint in sentence for sentence in page.sentences)
    assert {control.get("maxlength") for control in page.controls if control["name"] == "observation"} == {"500"}
    assert not any("file" in (control.get("type") or "") for control in page.controls)


def test_the_page_is_strict_and_remembers_nothing(client):
    reply = client.get(PAGE)
    policy = reply.headers["Content-Security-Policy"]
    assert "'unsafe" not in policy
    assert "form-action 'none'" in policy
    assert "require-trusted-types-for 'script'" in policy
    assert reply.headers["Referrer-Policy"] == "same-origin"
    assert reply.headers["Cache-Control"] == "no-store, private"
    page = Reader(reply.content.decode())
    assert page.form["autocomplete"] == "off"
    assert {control.get("autocomplete") for control in page.controls} == {"off"}
    assert not page.inline
    assert "csrf" not in reply.content.decode()
    assert not re.search(r"/(account|mijn-signalen|postvak)/", reply.content.decode()), (
        "no road to a page with a session"
    )


def test_without_javascript_it_says_what_to_do():
    sentence = "Deze pagina heeft JavaScript nodig. Zet het aan, of bel het WOT."
    assert sentence in re.search(r"<noscript>(.*?)</noscript>", text_of(PAGE))[1]


def test_every_sentence_is_there_in_english():
    dutch, english = Reader(text_of(PAGE)), Reader(text_of(ENGLISH))
    assert len(dutch.sentences) == len(english.sentences)
    same = {one for one, other in zip(dutch.sentences, english.sentences, strict=True) if one == other}
    assert {sentence for sentence in same if re.search(r"[a-z]{3}", sentence)} <= BOTH


def test_every_sentence_that_the_script_says_stands_in_the_page():
    page, script = text_of(PAGE), bundle("shop.js")
    there = set(re.findall(r'data-t="([\w-]+)"', page))
    own = (settings.ROOT / "static" / "phone" / "shop.js").read_text()
    said = set(re.findall(r'text\("([\w-]+)"', own)) | set(re.findall(r'refuse\("([\w-]+)"', own))
    said |= {f"{name}-{count}" for name in re.findall(r'counted\("([\w-]+)"', own) for count in ("one", "more")}
    said |= set(re.findall(r'wrong\("\w+", "([\w-]+)"\)', script)) - {"no-age_band"}
    said |= {"thanks", "kept-title", "refused", "no-network", "mend-title", "what-happened"}
    said |= {"discard", "discard-sure", "stuck-one", "stuck-more", "sends-elsewhere", "days-3", "days-10", "days-80"}
    said |= {f"state-{state}" for state in ("waits", "sent", "help")} | {"help-here", "help-open", "help-key"}
    assert said <= there, said - there


def test_it_is_light(client):
    page = gzip.compress(client.get(PAGE).content, 9)
    script, worker = gzip.compress(bundle("shop.js").encode(), 9), gzip.compress(client.get(WORKER).content, 9)
    print(f"page {len(page)} B, script {len(script)} B, worker {len(worker)} B")
    assert len(page) <= 8 * KILOBYTE
    assert len(script) <= 12 * KILOBYTE
    assert len(worker) <= 2 * KILOBYTE


def test_the_worker_keeps_this_page_and_leaves_the_other_one_alone(client):
    worker = client.get(WORKER).content.decode()
    assert 'const PAGES = ["/winkel/", "/winkel/en/"]' in worker
    kept = re.search(r'const KEPT = "(winkel-[0-9a-f]{16})"', worker)[1]
    assert kept.removeprefix("winkel-") == client.get(PAGE).headers["X-Version"]
    assert 'startsWith("winkel-")' in worker
    assert 'startsWith("signalering-")' in client.get("/signaal/werker.js").content.decode()
