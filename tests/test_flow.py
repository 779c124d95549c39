"""The whole road in a real browser: six people, six profiles, from the phone to the feedback and who looked.

Between the first and the last step nothing reads or writes the database but the product itself.
"""

import re
import threading

import pytest
from django.db import connections

from config.management.commands.work import SWEEPERS, Sweepers
from tests.accounts import factories as people
from tests.chromium import DESK, PHONE, sign_in

pytestmark = pytest.mark.django_db(transaction=True)
RESIDENT, ADDRESS = "Mw. Kwartelstaart", "9012"


@pytest.fixture
def worker(settings):
    """The background worker of the product, beside the web server."""
    settings.EMAIL_BACKEND = "config.mail.FileBackend"
    asked, sweepers = threading.Event(), Sweepers(SWEEPERS)

    def turn():
        while not asked.wait(0.2):
            sweepers.sweep([])
        connections.close_all()

    thread = threading.Thread(target=turn)
    thread.start()
    yield
    asked.set()
    thread.join(timeout=20)


@pytest.fixture
def road(site, visitor, worker):
    """Six people, each in a browser profile of their own, really signed in."""
    who = {
        "thuiszorg": (people.home_care(name="Thuiszorg 1"), PHONE),
        "regisseur": (people.wot_worker(name="Regisseur 1"), DESK),
        "collega": (people.wot_worker(name="Regisseur 2"), DESK),
        "specialist": (people.partner(name="Specialist 1"), DESK),
        "co_team": (people.wot_worker("CO-team", name="Consulent 1"), DESK),
        "officer": (people.privacy_officer(name="Privacy officer 1"), DESK),
    }
    pages = {}
    for name, (person, viewport) in who.items():
        person.set_password(f"sterk-wachtwoord-{name}")
        person.save()
        pages[name] = visitor(viewport)
        sign_in(pages[name], person.email, f"sterk-wachtwoord-{name}")
    return pages


def press(page, name):
    with page.expect_navigation():
        page.get_by_role("button", name=name).first.click()


def follow(page, name):
    with page.expect_navigation():
        page.get_by_role("link", name=name).first.click()


def main(page):
    return page.inner_text("main")


def test_from_phone_to_referral_to_feedback(road):
    words_name = report(road["thuiszorg"])
    case, referral = refer(road["regisseur"], words_name)
    refused(road["collega"], case)
    preview_and_accept(road["specialist"], referral)
    nothing_for_others(road["co_team"], words_name, case, referral)
    assert status_of(road["thuiszorg"], words_name) == "Opgepakt"
    complete(road["specialist"], referral)
    close(road["regisseur"], case)
    assert status_of(road["thuiszorg"], words_name) == "Klaar"
    a_mail_with_a_link_and_no_name(road["thuiszorg"])
    who_looked(road["officer"], case)


def report(page):
    """On the capture page of the phone: three steps, sealed there, and opened by the server alone."""
    page.goto("/")
    page.wait_for_selector("body[data-ready]")
    forward = page.locator("[data-act=forward]:visible")
    page.get_by_text("Geld of huur", exact=True).click()
    forward.click()
    page.fill("[name=postcode]", "3117 bx")
    page.fill("[name=house_number]", ADDRESS)
    page.get_by_text("Ja, en wil hulp").click()
    page.select_option("[name=area]", label="Oost")
    page.fill("[name=name]", RESIDENT)
    forward.click()
    page.get_by_text("post dicht").click()
    page.fill("[name=observation]", "Stapel ongeopende post op de mat.")
    forward.click()
    page.wait_for_selector("text=Je signaal is verstuurd.")
    assert "Het team leest het binnen 2 werkdagen." in main(page)
    assert "Je hoort iets binnen 5 werkdagen." in main(page)
    assert RESIDENT not in page.content()
    return re.search(r"Het heet [\"“](.+?)[\"”]", main(page)).group(1)


def refer(page, words_name):
    page.goto("/postvak/")
    assert RESIDENT not in main(page), "the inbox shows no sealed field"
    follow(page, words_name)
    assert RESIDENT in main(page)
    assert "Thuiszorg 1" in main(page), "who does the triage may know the reporter"
    assert "Voorstel: WOT Oost" in main(page)
    follow(page, "Verwijzen")
    page.get_by_label("Ontruimingspreventie").first.check()
    page.locator("[name=minor_children][value=yes]").check()
    page.fill("[name=question]", "Kunnen jullie helpen met de huur?")
    press(page, "Maak de casus")
    referral = page.url
    assert "Versturen kan nog niet" in main(page)
    follow(page, "Naar de casus")
    case = page.url
    follow(page, "Bespreek toestemming")
    page.locator("[name=scope][value=referral]").check()
    page.locator("[name=age_band][value='24-66']").check()
    press(page, "Vastleggen")
    page.goto(referral)
    press(page, "Versturen")
    assert "Verstuurd" in main(page)
    return case, referral


def refused(page, case):
    assert page.goto(case).status == 404
    assert RESIDENT not in page.content()


def preview_and_accept(page, referral):
    page.goto("/verwijzingen/")
    code = referral.rstrip("/").rpartition("/")[2]
    follow(page, code)
    assert "Kunnen jullie helpen met de huur?" in main(page)
    assert RESIDENT not in page.content()
    assert ADDRESS not in main(page)
    page.get_by_text("Accepteren", exact=True).first.click()
    press(page, "Bevestig")
    assert RESIDENT in main(page)
    assert f"3117 BX {ADDRESS}" in main(page)


def nothing_for_others(page, words_name, case, referral):
    page.goto("/postvak/")
    assert words_name not in main(page)
    for address in (case, referral):
        assert page.goto(address).status == 404
    page.goto("/postvak/")
    page.fill("header [name=code]", case.rstrip("/").rpartition("/")[2])
    press(page, "Zoek")
    assert "Je hebt geen toegang" in main(page)
    assert RESIDENT not in page.content()


def complete(page, referral):
    page.goto(referral)
    page.get_by_text("Starten", exact=True).first.click()
    press(page, "Ja, gestart")
    page.get_by_text("Afronden", exact=True).first.click()
    page.locator("[name=outcome][value=goal_reached]").check()
    press(page, "Rond af")
    page.goto(referral)
    assert RESIDENT not in page.content(), "with the end of the referral the sight of the person ends"


def close(page, case):
    page.goto(case)
    assert "Sluit de casus of ga verder" in main(page)
    page.goto(f"{case}sluiten/")
    page.locator("[name=reason][value=referred]").check()
    press(page, "Sluit")
    page.goto(case)
    assert "Gesloten" in main(page)


def status_of(page, words_name):
    page.goto("/mijn-signalen/")
    row = page.locator("li", has_text=words_name).first.inner_text()
    return next(word for word in ("Klaar", "Opgepakt", "Vraag aan jou", "Ontvangen") if word in row)


def a_mail_with_a_link_and_no_name(page):
    for _ in range(50):
        page.goto("/mail/")
        if main(page).count("Bericht over signaal") == 2:
            break
        page.wait_for_timeout(200)
    assert main(page).count("Bericht over signaal") == 2, "one mail for Opgepakt and one for Klaar"
    follow(page, "Bericht over signaal")
    assert RESIDENT not in page.content()
    assert "huur" not in main(page).lower()
    assert re.search(r"/mijn-signalen/[0-9A-Z-]{9}/", main(page))


def who_looked(page, case):
    page.goto("/inzage/")
    page.fill("main [name=code]", case.rstrip("/").rpartition("/")[2])
    page.locator("main [name=reason]").first.check()
    with page.expect_navigation():
        page.locator("main").get_by_role("button", name="Zoek").click()
    seen = main(page)
    for name in ("Regisseur 1", "Specialist 1"):
        assert name in seen
    assert "Regisseur 2" not in seen, "who was refused saw nothing"
    assert RESIDENT not in page.content()
    assert ADDRESS not in seen
