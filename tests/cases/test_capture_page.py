"""The capture page and its worker: one and the same for everybody, strict, and in two languages."""

import gettext
import json
import re
from html.parser import HTMLParser
from itertools import chain

import pytest
from django.conf import settings
from django.test import Client

from signalering.accounts.models import Area
from signalering.accounts.sessions import SEEN
from signalering.cases.views import capture
from signalering.closed_lists import read
from tests.accounts import factories as people
from tests.cases.browsing import Walk

pytestmark = pytest.mark.django_db

PAGE, ENGLISH, WORKER = "/signaal/nieuw/", "/signaal/nieuw/en/", "/signaal/werker.js"
CATALOGUE = settings.ROOT / "locale" / "en" / "LC_MESSAGES"
BOTH = {"Nederlands", "English", "112", "Veilig Thuis 0800-2000", "Menu", "Postcode", "Signalering"}


class Reader(HTMLParser):
    """Every sentence of a page, every control, and what would run by itself."""

    def __init__(self, html):
        super().__init__()
        self.sentences, self.controls, self.inline, self.form = [], [], [], {}
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        has = dict(attributes)
        if tag in ("input", "textarea", "select"):
            self.controls.append(has)
        if tag == "form":
            self.form = has
        if tag == "style" or (tag == "script" and "src" not in has) or any(name.startswith("on") for name in has):
            self.inline.append(tag)

    def handle_data(self, text):
        if text.strip():
            self.sentences.append(" ".join(text.split()))


def text(path, client=None):
    reply = (client or Client()).get(path)
    assert reply.status_code == 200
    return reply.content.decode()


@pytest.mark.parametrize("path", [PAGE, ENGLISH, WORKER])
def test_everybody_gets_the_same_bytes(as_person, path):
    shop = as_person(people.shopkeeper())
    shop.cookies["theme"] = "dark"
    shop.cookies["django_language"] = "en"
    away = as_person(people.home_care())
    session = away.session
    session[SEEN] -= 3600  # elsewhere this session would be written again, and its cookie set
    session.save()
    clients = [Client(), as_person(people.youth_worker()), shop, away, as_person(people.wot_worker())]
    replies = [client.get(path) for client in clients]
    assert len({reply.content for reply in replies}) == 1
    assert not any(reply.cookies for reply in replies)


def test_the_page_is_strict(client):
    reply = client.get(PAGE)
    rules = {rule.strip() for rule in reply.headers["Content-Security-Policy"].split(";")}
    assert rules == {
        *("default-src 'none'", "form-action 'none'", "base-uri 'none'", "frame-ancestors 'none'"),
        *("script-src 'self'", "style-src 'self'", "font-src 'self'", "connect-src 'self'", "img-src 'self' data:"),
        *("manifest-src 'self'", "worker-src 'self'", "require-trusted-types-for 'script'", "trusted-types worker"),
    }
    assert reply.headers["Cache-Control"] == "no-store, private"
    assert "csrf" not in reply.content.decode()


def test_no_control_is_remembered_by_a_browser_and_nothing_can_be_submitted(client):
    page = Reader(text(PAGE))
    assert page.form["autocomplete"] == "off"
    assert {control.get("autocomplete") for control in page.controls} == {"off"}
    assert not page.inline
    assert "action" not in page.form
    assert "submit" not in {control.get("type") for control in page.controls}
    assert text(PAGE).count("<button") == text(PAGE).count('<button type="button"')


def test_nothing_is_filled_in(client):
    page = Reader(text(PAGE))
    typed = [control for control in page.controls if control.get("type") not in ("radio", "checkbox")]
    assert not any(control.get("value") for control in typed)
    assert [control["value"] for control in page.controls if "checked" in control] == ["this_week"]


def test_every_area_chip_and_word_is_in_the_page():
    page, words = text(PAGE), read("cases", "words")
    chips = {
        chip["slug"] for name, chips in read("cases", "lists").items() if "chips_" in name for chip in chips["items"]
    }
    served = set(re.findall(r'<option value="(\w+)"', page))
    assert served <= set(Area.objects.values_list("statcode", flat=True))
    assert len(served) == 9
    assert chips == {control["value"] for control in Reader(page).controls if control.get("name") == "chips"}
    assert f'data-nouns="{" ".join(words["nouns"])}"' in page


def test_the_worker_knows_the_files_of_the_page(client):
    script, page = text(WORKER), text(PAGE)
    files = json.loads(re.search(r"FILES = (.*);", script)[1])
    linked = set(re.findall(r'(?:href|src)="(/static/[^"]+)"', page))
    assert set(files) == {file for file in linked if not file.endswith((".webmanifest", ".png"))}
    assert client.get(PAGE).headers["X-Version"] in script


def test_a_changed_page_is_a_new_version(client, settings):
    before = client.get(PAGE).headers["X-Version"]
    assert client.get(PAGE).headers["X-Version"] == before
    settings.WOT_PHONE = "010 000 00 00"
    assert client.get(PAGE).headers["X-Version"] != before


def test_the_manifest_names_what_is_there():
    manifest = json.loads((settings.ROOT / "static" / "manifest.webmanifest").read_text())
    assert manifest["start_url"] == PAGE
    for icon in manifest["icons"]:
        path = settings.ROOT / "static" / icon["src"]
        width = int.from_bytes(path.read_bytes()[16:20])
        assert icon["sizes"] == ("any" if path.suffix == ".svg" else f"{width}x{width}")


def test_every_sentence_is_there_in_english():
    dutch, english = Reader(text(PAGE)), Reader(text(ENGLISH))
    assert len(dutch.sentences) == len(english.sentences)
    names = set(Area.objects.values_list("name", flat=True))
    same = {one for one, other in zip(dutch.sentences, english.sentences, strict=True) if one == other}
    assert not {words for words in same if words not in BOTH | names and re.search("[a-z]{2}", words)}
    assert 'lang="en"' in text(ENGLISH)


def test_the_catalogue_is_compiled_from_its_source():
    source = (CATALOGUE / "django.po").read_text()
    told = re.findall(r'(?<!")\n^msgid "(.+)"\nmsgstr "(.+)"$', source, re.MULTILINE)
    with (CATALOGUE / "django.mo").open("rb") as compiled:
        catalogue = gettext.GNUTranslations(compiled)
    assert len(told) > 100
    for words, meaning in told:
        plain = words.replace('\\"', '"')
        assert catalogue.gettext(plain) == meaning.replace('\\"', '"'), plain


def test_the_judging_words_are_words():
    words = read("cases", "writing_help")
    assert words["source"]
    assert words["valid_from"]
    every = [*words["judging"], *chain.from_iterable(words["judging"].values())]
    assert len(every) == len(set(every))
    assert re.search(capture.judging(), "zij is psychisch gestoord")[0] == "psychisch gestoord"


def test_the_form_asks_a_youth_worker_of_the_young_whatever_the_theme_as_the_phone_does(as_person):
    walk = Walk(as_person(people.youth_worker()), "/signaal/formulier/").send(theme="loneliness")
    assert {"place", "age_band"} <= walk.form.names
    assert not {"postcode", "house_number", "suffix", "street"} & walk.form.names


def test_the_form_asks_a_youth_worker_for_a_first_name_as_the_phone_does(as_person):
    walk = Walk(as_person(people.youth_worker()), "/signaal/formulier/").send(theme="loneliness")
    walk.send(place="Bij de kerk", age_band="12-15", consent_answer="yes_wants_help")
    assert "Voornaam" in walk.html
