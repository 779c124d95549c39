"""The whole road of a reporter in English: chosen once on a device, and no Dutch sentence of ours is left on it."""

import ast
import gettext
import re
import uuid
from html import unescape

import pytest
from django.conf import settings
from django.template import TemplateDoesNotExist
from django.test import Client
from django.utils.translation.template import templatize

from signalering.audit.reading import reading as reading_block
from signalering.cases.actions import triage
from signalering.cases.models import Signal
from signalering.closed_lists import closed_list, read
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.cases.browsing import Walk

pytestmark = pytest.mark.django_db
ENGLISH = {settings.LANGUAGE_COOKIE_NAME: "en"}
TEMPLATES = settings.ROOT / "templates"
# where a reporter comes, with everything that these pages include
PAGES = (
    *("phone.html", "base.html", "conflict.html", "accounts/phones.html", "accounts/resume.html"),
    *(f"{status}.html" for status in ("400", "403", "403_csrf", "404", "500", "503")),
    *("cases/capture.html", "cases/shop_page.html", "cases/report_received.html"),
    *(f"cases/report_{step}.html" for step in ("theme", "where", "who", "what")),
    *(f"cases/my_signal{page}.html" for page in ("", "s", "_add", "_correct")),
    *("account/login.html", "account/logout.html", "account/password_reset.html", "account/password_reset_done.html"),
    *("account/password_reset_from_key.html", "account/password_reset_from_key_done.html"),
    *("account/password_change.html", "account/account_inactive.html", "account/reauthenticate.html"),
    *("account/messages/logged_out.txt", "account/messages/password_changed.txt"),
    *("usersessions/usersession_list.html", "usersessions/messages/sessions_logged_out.txt"),
    *("components/field.html", "components/form.html", "components/errors.html", "components/language_switch.html"),
)
MODULES = (
    *("cases/forms/my_signals.py", "cases/forms/reporting.py", "cases/forms/shop_page.py", "cases/reporter_reads.py"),
    *("cases/views/my_signals.py", "cases/views/reporting.py", "cases/summary.py", "accounts/forms.py"),
    *("accounts/adapter.py", "accounts/password_rules.py", "accounts/sessions.py", "accounts/sign_in.py"),
    "accounts/views.py",
)
LISTS = ("feedback", "consent_answer", "unsafe_reason", "chips_loneliness", "chips_money_or_rent")
LISTS += ("chips_youth_at_risk", "chips_care_or_home", "chips_other")
DESK_ONLY = {"Zoek code", "Zoek"}  # in the frame that desks share
INCLUDED = re.compile(r'{% (?:include|extends) "([^"]+)"')
ASKED = re.compile(r"""(?<!p)gettext\(u?("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')""")
GIVEN = re.compile(r'_\("([^"]+)"\)')


def catalogue():
    """What is said in English, by what is said in Dutch."""
    path = settings.ROOT / "locale" / "en" / "LC_MESSAGES" / "django.mo"
    with path.open("rb") as compiled:
        told = gettext.GNUTranslations(compiled)._catalog
    return {dutch[0] if isinstance(dutch, tuple) else dutch: english for dutch, english in told.items()}


def with_included(names):
    """These templates and every one that they draw in."""
    found, left = set(), [*names]
    while left:
        name = left.pop()
        if name not in found:
            found.add(name)
            path = TEMPLATES / name
            if not path.exists():
                raise TemplateDoesNotExist(name)
            left += INCLUDED.findall(path.read_text())
    return sorted(found)


def sentences_of_template(name):
    """Everything that a template asks to be translated."""
    text = (TEMPLATES / name).read_text()
    return {ast.literal_eval(found) for found in ASKED.findall(templatize(text))} | {*GIVEN.findall(text)}


def sentences_of_module(name):
    """Everything that a module asks to be translated."""
    calls = (node for node in ast.walk(ast.parse((settings.ROOT / "signalering" / name).read_text())))
    for call in calls:
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") in {"_", "gettext", "gettext_lazy", "ngettext"}:
            first = call.args[0]
            if isinstance(first, ast.Constant):
                yield first.value


def test_every_sentence_on_the_road_is_in_the_catalogue():
    known = {*catalogue(), *DESK_ONLY}
    asked = {sentence: name for name in with_included(PAGES) for sentence in sentences_of_template(name)}
    asked |= {sentence: name for name in MODULES for sentence in sentences_of_module(name)}
    asked |= {label: name for name in LISTS for label in closed_list("cases", name).values()}
    asked |= {item["hint"]: "theme" for item in read("cases", "lists")["theme"]["items"] if item["hint"]}
    assert len(asked) > 250
    assert [(name, sentence) for sentence, name in asked.items() if sentence not in known] == []
    assert catalogue()["danger\x04Bel"] == "Call"


# -- the road


class Road:
    """Somebody who reads English and remembers every page."""

    def __init__(self, client):
        self.client, self.pages = client, {}
        client.cookies.load(ENGLISH)

    def see(self, path, status=200):
        """A page on the way."""
        return self.keep(path, self.client.get(path), status)

    def send(self, path, status=200, **typed):
        """A form on the way, and the page behind it."""
        return self.keep(f"{path} {sorted(typed)}", self.client.post(path, typed, follow=True), status)

    def keep(self, name, reply, status=200):
        assert reply.status_code == status, name
        self.pages[name] = reply.content.decode()
        assert '<html lang="en"' in self.pages[name], name
        return self.pages[name]


def words_of(html):
    """What a page says, also in the attributes that are read or shown."""
    html = re.sub(r"<script.*?</script>|<svg.*?</svg>", "", html, flags=re.DOTALL)
    shown = re.findall(r">([^<>]+)<", html) + re.findall(r'(?:aria-label|data-[a-z]+|title)="([^"]+)"', html)
    return {" ".join(unescape(words).split()) for words in shown}


DUTCH = re.compile(r"\b(het|een|niet|je|jij|jouw|deze|dit|naar|voor|nog|geen|wat|uit|wordt|wij)\b", re.IGNORECASE)


def dutch_on(html):
    """What stands on a page in Dutch: sentences of the catalogue, and whatever holds a word that is only Dutch."""
    dutch = {one for one, english in catalogue().items() if one and one != english}
    said = words_of(html)
    return (said & dutch) | {words for words in said if DUTCH.search(words)}


def test_dutch_is_seen(as_person, nurse):
    cases.signal(by=nurse)
    found = dutch_on(as_person(nurse).get("/mijn-signalen/").content.decode())
    assert {"Bij het team", "Geld of huur", "Ontvangen"} & found >= {"Bij het team", "Ontvangen"}


@pytest.fixture
def nurse():
    return people.home_care()


@pytest.fixture
def road(nurse, as_person):
    road = Road(as_person(nurse))
    yield road
    assert road.pages
    assert {name: found for name, html in road.pages.items() if (found := dutch_on(html))} == {}


def at(signal, act=""):
    return f"/mijn-signalen/{signal.shown_code}/{act}"


def key():
    return str(uuid.uuid4())


def test_signing_in_and_asking_for_a_password(road):
    road.client.logout()
    road.client.cookies.load(ENGLISH)
    assert "Sign in" in road.see("/account/inloggen/")
    said = road.send("/account/inloggen/", login="iemand@example.org", password="kwartelstaart-0")
    assert "This e-mail address and password do not belong together." in said
    road.send("/account/inloggen/", login="")
    road.see("/account/wachtwoord/vergeten/")
    road.send("/account/wachtwoord/vergeten/", email="iemand@example.org")
    road.see("/account/wachtwoord/nieuw/1-onzin/")
    road.see("/account/wachtwoord/nieuw/klaar/")
    road.see("/account/gesloten/")
    road.send("/signaal/formulier/", 401, step="theme", observation="My words.")


def test_a_signal_by_the_form_without_a_script(road):
    walk = Walk(road.client, "/signaal/formulier/")
    road.keep("theme", walk.reply)
    walk.send(theme="")
    assert "Choose what you are worried about." in road.keep("no theme", walk.reply)
    walk.send(theme="money_or_rent")
    road.keep("where", walk.reply)
    walk.send()
    road.keep("no answers", walk.reply)
    walk.send(postcode="3117bx", house_number="9012", consent_answer="not_safe")
    road.keep("who", walk.reply)
    walk.send()
    walk.send(unsafe_reason="violence_at_home")
    assert "What did you see or hear?" in road.keep("what", walk.reply)
    walk.send(observation="BSN 111222333")
    road.keep("a citizen number", walk.reply)
    walk.send(observation="A pile of post.")
    signal = Signal.objects.get()
    said = road.see(f"/signaal/{signal.shown_code}/ontvangen/")
    assert "The team reads it within 2 working days." in said
    assert 'href="/signaal/nieuw/en/"' in said


def test_own_signals_from_received_to_withdrawn(road, nurse, reading):
    assert "You have not sent any signals yet." in road.see("/mijn-signalen/")
    signal = cases.signal(by=nurse, already_done="Called.", opinion="I worry.")
    said = road.see("/mijn-signalen/")
    assert "Received" in said
    assert 'href="/signaal/nieuw/en/"' in said
    assert "Read by" in road.see(at(signal))
    road.see(at(signal, "verbeteren/"))
    road.send(at(signal, "verbeteren/"), observation="", postcode="0", house_number="x", version=0, form_key=key())
    version = re.search(r'name="version" value="(\d+)"', road.see(at(signal, "verbeteren/")))[1]
    mended = {"observation": "Something else.", "postcode": "3117BX", "house_number": "9012"}
    assert "Your correction was kept." in road.send(
        at(signal, "verbeteren/"), **mended, version=version, form_key=key()
    )
    with reading(people.wot_worker(), "debt"):
        correction = signal.additions.get(kind="correction").words
    assert "wat je zag of hoorde" in correction, "what the desk reads stays Dutch"
    worker = people.wot_worker()
    with reading_block(by=worker, purpose="debt"):
        triage.ask(signal, by=worker, form_key=uuid.uuid4(), words="Does anybody else live there?")
    assert "Question for you" in road.see("/mijn-signalen/")
    assert "The team has a question for you." in road.see(at(signal))
    assert "Write down your answer." in road.send(at(signal, "antwoorden/"), words="", form_key=key())
    assert "Your answer was sent." in road.send(at(signal, "antwoorden/"), words="Yes.", form_key=key())
    assert "Your signal was withdrawn." in road.send(at(signal, "intrekken/"))
    assert "You withdrew this signal." in road.see(at(signal))
    road.send(at(signal, "verbeteren/"), 409, **mended, version=0, form_key=key())


@pytest.mark.parametrize("how", ["picked_up", "advised"])
def test_own_signals_after_a_team_decided(road, nurse, how):
    signal, worker = cases.signal(by=nurse), people.wot_worker()
    with reading_block(by=worker, purpose="debt"):
        if how == "picked_up":
            triage.open_case(signal, by=worker, reason="fits_team", legal_basis="consent", purpose="debt")
        else:
            triage.close_with(signal, by=worker, reason="advised")
    road.see("/mijn-signalen/")
    road.see(at(signal))
    road.see(at(signal, "aanvullen/"))
    road.send(at(signal, "aanvullen/"), words="", form_key=key())
    assert "What you added was sent." in road.send(at(signal, "aanvullen/"), words="One more thing.", form_key=key())


def test_phones_devices_and_what_goes_wrong(road, nurse):
    cases.phone(nurse)
    assert "Did you lose this phone?" in road.see("/account/telefoons/")
    road.see("/account/apparaten/")
    road.see("/account/uitloggen/")
    road.see("/account/wachtwoord/")
    road.see("/mijn-signalen/ABCD2345/", 404)
    road.see("/postvak/", 403)
    concept = cases.concept(by=nurse, name="Mw. A.", iets="One more thing")
    assert "This was in your draft too" in road.see(f"/mijn-signalen/concepten/{concept.shown_code}/")
    road.see("/mijn-signalen/")


# -- the choice


def test_the_choice_is_kept_on_the_device_and_leads_back(as_person, nurse):
    client = as_person(nurse)
    assert 'lang="en">English</button>' in client.get("/mijn-signalen/").content.decode()
    reply = client.post("/taal/", {"language": "en", "next": "/mijn-signalen/"})
    assert (reply.status_code, reply["Location"]) == (302, "/mijn-signalen/")
    kept = client.cookies[settings.LANGUAGE_COOKIE_NAME]
    assert (kept.value, kept["max-age"]) == ("en", 365 * 24 * 3600)
    page = client.get("/mijn-signalen/").content.decode()
    assert '<html lang="en"' in page
    assert 'lang="nl">Nederlands</button>' in page
    assert client.get("/")["Location"] == "/signaal/nieuw/en/"
    client.post("/taal/", {"language": "nl", "next": "/mijn-signalen/"})
    assert '<html lang="nl"' in client.get("/mijn-signalen/").content.decode()
    assert client.post("/taal/", {"language": "en", "next": "https://elders.example/"})["Location"] == "/"


def test_before_signing_in_there_is_a_choice_too():
    visitor = Client()
    assert 'lang="en">English</button>' in visitor.get("/account/inloggen/").content.decode()
    visitor.post("/taal/", {"language": "en", "next": "/account/inloggen/"})
    assert "Forgot your password?" in visitor.get("/account/inloggen/").content.decode()


@pytest.mark.parametrize("who", ["wot_worker", "coordinator", "privacy_officer", "administrator"])
def test_a_desk_stays_dutch(as_person, who):
    client = as_person(getattr(people, who)())
    client.cookies.load(ENGLISH)
    page = client.get("/", follow=True).content.decode()
    assert '<html lang="nl"' in page
    assert ">English<" not in page


def test_the_language_of_a_browser_is_no_choice():
    page = Client().get("/account/inloggen/", headers={"Accept-Language": "en"}).content.decode()
    assert '<html lang="nl"' in page


def test_the_english_page_of_the_phone_leads_to_itself_after_signing_in(client):
    page = client.get("/signaal/nieuw/en/").content.decode()
    assert "?next=/signaal/nieuw/en/" in page
    assert "?next=/signaal/nieuw/en/" not in client.get("/signaal/nieuw/").content.decode()
