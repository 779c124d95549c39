"""Signing out on a phone: the session ends at the server as soon as it can, and nobody else is signed out by it."""

from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session

from signalering.accounts.sessions import begin
from signalering.cases.models import Concept
from tests.accounts import factories as people
from tests.browser.capturing import FORWARD, KEPT, TYPED, again, has_worker, kept_draft, start, stored, tell

pytestmark = pytest.mark.django_db(transaction=True)
OUT = "text=Je bent uitgelogd."
STEP = "text=Stap 1 van 3"
QUARTER = "15:20"


def sign_out(page):
    """Tap on *Uitloggen*."""
    page.click(".menu > summary")
    page.click("text=Uitloggen")


def session_of(page):
    """What the server says of the session of this phone."""
    return page.context.request.get("/telefoon/start/").status


def known(page):
    """Who this phone knows, by the name of the row."""
    return {row["id"] for row in stored(page)["me"]}


def another(page, signed_in):
    """A colleague signs in on this phone."""
    page.context.clear_cookies()
    signed_in(page, people.youth_worker())


@pytest.fixture
def left_offline(phone):
    """A nurse signed out without network; the session still lives. The page has network again, and did not look yet."""
    page = phone()
    has_worker(page)
    page.context.set_offline(True)
    sign_out(page)
    page.wait_for_selector(OUT)
    assert known(page) == {"out"}
    elsewhere = page.context.new_page()
    page.close()  # closed and not left: a page that somebody can go back to looks at once whether there is network
    elsewhere.context.set_offline(False)
    assert session_of(elsewhere) == 200
    return elsewhere


@pytest.fixture
def shared(visitor, as_person, site, nurse):
    """A function that gives the page on a phone that others use too."""

    def take(prepare=lambda page: None):
        page = visitor()
        client = as_person(nurse)
        session = client.session
        begin(session, nurse, shared=True)
        session.save()
        cookie = {"name": settings.SESSION_COOKIE_NAME, "value": session.session_key, "url": site.url}
        page.context.add_cookies([cookie])
        prepare(page)
        start(page)
        return page

    return take


def test_a_session_that_ended_already_does_not_sign_out_who_comes_next(phone, signed_in):
    page = phone()
    Session.objects.all().delete()
    sign_out(page)
    page.wait_for_url("**/inloggen/")
    assert known(page) == set()
    another(page, signed_in)
    start(page)
    assert page.is_visible(STEP)
    assert session_of(page) == 200


def test_who_comes_after_somebody_who_left_offline_stays_signed_in(left_offline, signed_in):
    page = left_offline
    another(page, signed_in)
    start(page)
    assert page.is_visible(STEP)
    assert known(page) == {"me"}
    assert session_of(page) == 200


def test_any_page_ends_the_session_of_who_left_offline(left_offline):
    page = left_offline
    page.goto("/mijn-signalen/")
    page.wait_for_url("**/inloggen/**")
    assert session_of(page) == 401


def test_who_left_offline_and_signs_in_again_stays(left_offline, signed_in, nurse):
    page = left_offline
    page.context.clear_cookies()
    page.goto("/account/inloggen/")
    page.wait_for_load_state("networkidle")
    assert known(page) == set()
    signed_in(page, nurse)
    page.goto("/mijn-signalen/")
    page.wait_for_load_state("networkidle")
    start(page)
    assert page.is_visible(STEP)
    assert session_of(page) == 200


def test_a_page_that_loses_the_network_while_somebody_signs_out_ends_the_session_later(phone):
    page = phone()
    page.goto("/mijn-signalen/")
    page.wait_for_load_state("networkidle")
    page.context.route("**/account/uitloggen/", lambda route: route.abort())
    page.click(".menu > summary")
    with page.expect_event("requestfailed"):
        page.click(".menu button:has-text('Uitloggen')")
    page.context.unroute("**/account/uitloggen/")
    assert session_of(page) == 200
    page.goto("/mijn-signalen/")
    page.wait_for_url("**/inloggen/**")
    assert session_of(page) == 401


def test_a_shared_phone_empties_itself_when_nobody_types(shared):
    page = shared(lambda page: page.clock.install())
    with page.expect_response("**/account/uitloggen/"):
        page.clock.fast_forward(QUARTER)
    assert page.is_visible(OUT)
    assert session_of(page) == 401


def test_a_shared_phone_that_emptied_itself_keeps_the_next_person(shared, signed_in):
    page = shared(lambda page: page.clock.install())
    Session.objects.all().delete()
    page.clock.fast_forward(QUARTER)
    page.wait_for_selector(OUT)
    page.wait_for_load_state("networkidle")
    another(page, signed_in)
    start(page)
    assert page.is_visible(STEP)
    assert session_of(page) == 200


def test_on_a_shared_phone_nobody_works_longer_than_the_session_without_network(shared):
    page = shared()
    has_worker(page)
    page.context.set_offline(True)
    page = again(page)
    assert page.is_visible(STEP)
    tell(page)
    page.click(FORWARD)
    page.wait_for_selector(KEPT)
    page.context.clock.set_fixed_time(datetime.now(UTC) + timedelta(minutes=16))
    page = again(page)
    assert page.is_visible(OUT)
    assert known(page) == {"out"}
    assert "Geld of huur" not in page.inner_text("#box")


def old_key(page):
    """Without network, and the key of this phone past its time."""
    has_worker(page)
    tell(page, "Dit mag niet weg.")
    kept_draft(page)
    page.context.set_offline(True)
    page.context.clock.set_fixed_time(datetime.now(UTC) + timedelta(days=400))
    page.click(FORWARD)
    page.wait_for_selector("#needs-network:visible")


def sealed_for_later(page):
    """The draft is a concept that nobody here can read."""
    left = stored(page)
    assert [row["kind"] for row in left["queue"]] == ["concept"]
    assert (left["draft"], left["files"]) == ([], [])
    assert not page.evaluate(TYPED)


def test_with_an_old_key_and_an_ended_session_the_draft_becomes_a_concept(phone, signed_in, nurse):
    page = phone()
    old_key(page)
    page.context.route("**/telefoon/signaal/", lambda route: route.abort())
    Session.objects.all().delete()
    page.context.set_offline(False)
    page.wait_for_selector("text=Na het inloggen staat het als concept bij Mijn signalen.")
    page.wait_for_selector("#box [data-state=concept]", state="attached")
    sealed_for_later(page)
    page.context.unroute("**/telefoon/signaal/")
    signed_in(page, nurse)
    start(page)
    page.wait_for_function("() => document.querySelector('#status').textContent === 'Alles is verstuurd.'")
    assert Concept.objects.get().writer == nurse


def test_who_signs_out_offline_with_an_old_key_leaves_a_concept(phone):
    page = phone()
    old_key(page)
    sign_out(page)
    page.wait_for_selector(OUT)
    page.wait_for_function("() => document.querySelector('#others').textContent")
    sealed_for_later(page)
