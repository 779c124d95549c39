"""A form whose token does not count does nothing, and gives back what was typed in it, to read and no more."""

import pytest
from django.conf import settings
from django.test import Client

from config.refused_form import MOST
from signalering.cases.models import Note
from tests.accounts import factories as people
from tests.cases import factories as cases

pytestmark = pytest.mark.django_db
TYPED = "De post ligt er al drie weken."
ELSEWHERE = "/account/inloggen/"


def strict(client=None):
    """A browser of which every form needs its token."""
    browser = Client(enforce_csrf_checks=True)
    browser.cookies = client.cookies if client else browser.cookies
    return browser


def words_of(reply):
    """What the page repeats, by name."""
    assert reply.status_code == 403
    return {text["name"]: text["value"] for text in reply.context["typed"]}


def test_who_typed_reads_every_text_again_and_nothing_was_kept(as_person):
    case = cases.case()
    page = f"/casussen/{case.shown_code}/notitie/"
    browser = strict(as_person(case.director))
    reply = browser.post(page, {"words": TYPED, "csrfmiddlewaretoken": "x"})
    assert words_of(reply) == {"words": TYPED}
    assert f"readonly>{TYPED}</textarea>" in reply.content.decode()
    assert "Er is niets bewaard." in reply.content.decode()
    assert not Note.objects.exists()
    assert "no-store" in reply["Cache-Control"]


def test_it_needs_no_session_and_shows_nothing_that_was_not_sent():
    case = cases.case(about=cases.signal(observation="Dit staat verzegeld."))
    reply = strict().post(f"/casussen/{case.shown_code}/notitie/", {"words": TYPED, "summary": "Kort."})
    assert words_of(reply) == {"words": TYPED, "summary": "Kort."}
    assert "Dit staat verzegeld." not in reply.content.decode()
    assert "no-store" in reply["Cache-Control"]
    assert strict().post(ELSEWHERE).status_code == 403


def test_it_repeats_no_password_no_address_to_sign_in_with_and_no_token():
    person, secret = people.home_care(), "Regenboog-over-de-Schie"
    names = ("password", "password1", "oldpassword", "resume_password", "login", "resume_email", "form_key", "token")
    typed = dict.fromkeys((*names, "csrfmiddlewaretoken"), secret)
    reply = strict().post(ELSEWHERE, {**typed, "login": person.email, "words": TYPED})
    assert words_of(reply) == {"words": TYPED}
    assert secret not in reply.content.decode()
    assert person.email not in reply.content.decode()


def test_what_was_typed_is_text_and_never_part_of_the_page():
    evil = "</textarea><script>alert(1)</script><img src=x onerror=alert(1)>{{ request }}"
    reply = strict().post(ELSEWHERE, {"words": evil, "<b>words</b>": evil})
    assert words_of(reply) == {"words": evil}
    page = reply.content.decode()
    assert "<script>alert" not in page
    assert "&lt;/textarea&gt;&lt;script&gt;alert(1)" in page
    assert "{{ request }}" in page
    assert "<b>words" not in page


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_form_of_a_page_elsewhere_is_not_repeated(site):
    reply = strict().post(ELSEWHERE, {"words": "Bel dit nummer."}, headers={"Sec-Fetch-Site": site})
    assert words_of(reply) == {}
    assert "Bel dit nummer." not in reply.content.decode()
    here = strict().post(ELSEWHERE, {"words": TYPED}, headers={"Sec-Fetch-Site": "same-origin"})
    assert words_of(here) == {"words": TYPED}


def test_there_is_room_for_any_form_of_ours_and_no_more():
    reply = strict().post(ELSEWHERE, {"words": ["a" * 2000, "b" * MOST, "c" * MOST], "summary": "d"})
    shown = "".join(text["value"] for text in reply.context["typed"])
    assert (len(shown), shown[1999:2001]) == (MOST, "ab")
    too_much = {"words": "a" * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)}
    kind = "application/x-www-form-urlencoded"
    assert strict().post(ELSEWHERE, f"words={too_much['words']}", content_type=kind).status_code in (400, 413)


def test_a_reporter_reads_it_in_the_frame_and_the_language_of_the_phone(as_person):
    browser = strict(as_person(people.home_care()))
    browser.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    page = browser.post("/signaal/formulier/", {"observation": TYPED}).content.decode()
    assert 'class="phone"' in page
    assert "Your text is below." in page
    assert TYPED in page
