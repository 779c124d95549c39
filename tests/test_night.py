"""A night in a real browser: a signal threatens, the first on duty sleeps, the second takes it up.

It begins in two ways, since no form of a reporter says that something threatens: somebody of the desk who reads a plain
signal late marks it as a threatening situation, or the reporter says that talking is not safe. Nobody waits: the clock
of the product is moved from eleven in the evening to ten past.
"""

import json
import re
import threading
from datetime import timedelta

import pytest
from django.db import connections
from django.utils import timezone

from config.management.commands.work import SWEEPERS, Sweepers
from tests.accounts import factories as people
from tests.chromium import DESK, PHONE, sign_in

pytestmark = pytest.mark.django_db(transaction=True)
RESIDENT, SEEN = "Mw. Kwartelstaart", "Blauwe plekken op haar arm."
EVICTION = "Gedwongen ontruiming"
FIRST, SECOND = "06-00000021", "06-00000022"


@pytest.fixture
def worker(settings, tmp_path):
    """The background worker of the product, which turns when it is told to."""
    settings.EMAIL_BACKEND = "config.mail.FileBackend"
    settings.SMS_FILE = tmp_path / "sms.txt"
    sweepers = Sweepers(SWEEPERS)

    def turn():
        """One turn of the clock, in a thread: this one belongs to the browser."""
        thread = threading.Thread(target=lambda: (sweepers.sweep([]), sweepers.sweep([]), connections.close_all()))
        thread.start()
        thread.join(timeout=60)
        assert not sweepers.failing
        return settings.SMS_FILE

    return turn


@pytest.fixture
def night(visitor, clock, called):
    """People with a browser profile of their own; two of the team have duty, and it is eleven in the evening."""
    who = {
        "thuiszorg": (people.home_care(name="Thuiszorg 1"), PHONE),
        "eerste": (people.wot_worker(called, name="Collega 1"), DESK),
        "tweede": (people.wot_worker(called, name="Collega 2"), PHONE),
        "laat": (people.wot_worker(called, name="Collega 3"), DESK),
        "ander": (people.wot_worker("WOT Zuid", name="Regisseur 1"), DESK),
    }
    coordinator = people.coordinator(called, name="Coördinator 1")
    clock.to("23:00")
    people.shift(who["eerste"][0], by=coordinator, phone=FIRST)
    people.shift(who["tweede"][0], by=coordinator, order=2, phone=SECOND)
    pages = {}
    for name, (person, viewport) in who.items():
        person.set_password(f"sterk-wachtwoord-{name}")
        person.save()
        pages[name] = visitor(viewport)
        if name != "tweede":  # who is woken up signs in on the link
            sign_in(pages[name], person.email, f"sterk-wachtwoord-{name}")
    return pages, {name: person.email for name, (person, _) in who.items()}


def main(page):
    return page.inner_text("main")


def press(page, name):
    with page.expect_navigation():
        page.get_by_role("button", name=name).first.click()


def texts(file):
    """The text messages so far: (number, text)."""
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    return [(line["to"], line["text"]) for line in map(json.loads, lines)]


@pytest.mark.parametrize("called", ["WOT Oost"])
def test_a_threatening_situation_at_eleven_in_the_evening_is_taken_up_before_it_is_a_quarter_past(night, worker, clock):
    pages, emails = night
    report(pages["thuiszorg"], "Ja, en wil hulp")
    assert texts(worker()) == [], "no form of a reporter calls anybody by itself"
    marks_the_threat(pages["laat"])
    is_called_and_taken_up(pages, emails, worker, clock)
    assert "Ontruiming aangezegd: eerste gesprek" in main(pages["tweede"]), "its clock went along to the case"


@pytest.mark.parametrize("called", ["CO-team"])
def test_a_signal_that_is_not_safe_at_eleven_in_the_evening_is_too(night, worker, clock):
    pages, emails = night
    report(pages["thuiszorg"], "Bespreken is niet veilig", "Geweld of dreiging in huis")
    is_called_and_taken_up(pages, emails, worker, clock)


def is_called_and_taken_up(pages, emails, worker, clock):
    """The rota hears, the first does not answer, the second is called after ten minutes and picks it up."""
    sent = texts(worker())
    assert [number for number, _ in sent] == [FIRST]
    says_nothing(sent[0][1])
    alert = a_mail_with_a_link(pages["eerste"])
    assert texts(worker()) == sent, "nobody is called twice"
    sleeps_on(pages["eerste"], pages["ander"], alert)
    clock.go_on(minutes=10)
    sent = texts(worker())
    assert [number for number, _ in sent] == [FIRST, SECOND]
    link = re.search(r"https?://\S+", sent[1][1])[0]
    take_on(pages["tweede"], link, emails["tweede"])
    sees_who_took_it(pages["eerste"], alert)
    clock.go_on(minutes=30)
    assert len(texts(worker())) == 2, "nobody is called any more"


def report(page, *consent):
    """On the phone of a reporter, with what the resident knows of it."""
    page.goto("/")
    page.wait_for_selector("body[data-ready]")
    forward = page.locator("[data-act=forward]:visible")
    page.get_by_text("Zorg of thuis", exact=True).click()
    forward.click()
    page.fill("[name=postcode]", "3117 bx")
    page.fill("[name=house_number]", "9012")
    for answer in consent:
        page.get_by_text(answer).click()
    page.select_option("[name=area]", label="Oost")
    page.fill("[name=name]", RESIDENT)
    forward.click()
    page.fill("[name=observation]", SEEN)
    forward.click()
    page.wait_for_selector("text=Je signaal is verstuurd.")


def marks_the_threat(page):
    """Somebody of the desk who still works reads the signal: the eviction is the day after tomorrow."""
    page.goto("/postvak/")
    with page.expect_navigation():
        page.locator("a[data-row]").click()
    assert SEEN in main(page)
    with page.expect_navigation():
        page.get_by_role("link", name="Bedreigende situatie").click()
    page.locator("[name=threat_kind][value=eviction]").check()
    page.fill("[name=threat_date]", (timezone.localdate() + timedelta(days=2)).isoformat())
    press(page, "Vastleggen")
    assert "We roepen collega's op." in main(page)


def says_nothing(text):
    """A code and a link; no name, no theme, no address, not what threatens."""
    for word in (RESIDENT, SEEN, EVICTION, "ontruim", "9012", "3117", "Zorg", "veilig", "Oost"):
        assert word not in text
    assert re.fullmatch(r"Oproep [0-9A-Z]{4}-[0-9A-Z]{4} van Signalering: http\S+/oproep/[0-9A-Z-]{9}/", text)


def a_mail_with_a_link(page):
    """The first on duty also has a mail; the path of the alert in it."""
    page.goto("/mail/")
    with page.expect_navigation():
        page.get_by_role("link", name="Bericht over oproep").first.click()
    says = main(page)
    assert RESIDENT not in says
    return re.search(r"/oproep/[0-9A-Z-]{9}/", says)[0]


def sleeps_on(first, colleague, alert):
    """The alert stands open; who was not called does not find it, not even with its address."""
    first.goto("/postvak/")
    assert "Nog niemand pakt dit op" in main(first)
    assert RESIDENT not in main(first)
    assert colleague.goto(alert).status == 404
    colleague.goto("/postvak/")
    assert "Open oproepen" not in main(colleague)


def take_on(page, link, email):
    """Woken up by a text message: the link asks to sign in, shows the alert, and one button leads to the signal."""
    page.goto(link)
    page.fill("[name=login]", email)
    page.fill("[name=password]", "sterk-wachtwoord-tweede")
    press(page, "Inloggen")
    assert "/oproep/" in page.url
    assert "Nog niemand pakt dit op." in main(page)
    assert RESIDENT not in page.content()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing sticks out on a phone"
    press(page, "Ik pak dit op")
    assert SEEN in main(page)
    page.get_by_text("Oppakken", exact=True).first.click()
    page.locator("[name=reason][value=urgent]").check()
    with page.expect_navigation():
        page.locator("details[open]").get_by_role("button", name="Oppakken").click()
    assert "Opgepakt. Dit is de casus" in main(page)
    assert RESIDENT in main(page)


def sees_who_took_it(page, alert):
    """The first one wakes up, opens the link of the mail, and reads that it is in hands."""
    page.goto(alert)
    assert "Collega 2" in main(page)
    assert "Ik pak dit op" not in main(page)
    assert RESIDENT not in page.content()
