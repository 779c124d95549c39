"""A small neighbourhood for a whole module: made once, served by the product, and walked by everybody in it."""

from unittest import mock

import pytest
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.test import TransactionTestCase, override_settings

from tests.accounts import factories as people
from tests.browser import axe
from tests.browser.capturing import start
from tests.browser.counting import counted
from tests.chromium import ARGUMENTS, PATIENCE, PHONE, shell
from tests.reference import put_back
from tests.world import neighbourhood

__all__ = ["counted"]

# Said by the browser itself about a reply that is no success: the page that was asked for says it too.
NO_SUCCESS = "Failed to load resource: the server responded with a status of"


@pytest.fixture(scope="session")
def chromium(playwright):
    """One browser for all tests of this folder; those that need a profile on a disk start their own Chromium."""
    browser = playwright.chromium.launch(executable_path=shell(), args=ARGUMENTS)
    yield browser
    browser.close()


class Tour:
    """Everybody of the neighbourhood with a browser profile of their own, and whatever their browsers said."""

    def __init__(self, browser, url, world, sign_in):
        self.browser, self.url, self.world, self.sign_in = browser, url, world, sign_in
        self.pages, self.said = {}, []

    def page_of(self, person, **options):
        """The tab of this person; nobody has one too."""
        key = (person, *sorted(options.items()))
        if key not in self.pages:
            self.pages[key] = self.open(person, options)
        return self.pages[key]

    def open(self, person, options):
        """A profile that is signed in by its cookie."""
        context = self.browser.new_context(viewport=PHONE, base_url=self.url, locale="nl-NL", **options)
        context.set_default_timeout(PATIENCE)
        context.add_init_script(axe.READY)
        if person:
            user = self.world.people[person]
            session = self.sign_in(user).cookies[settings.SESSION_COOKIE_NAME].value
            UserSession.objects.create(user=user, session_key=session, ip="127.0.0.1", user_agent="Chrome/ Linux")
            context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": self.url}])
        page = context.new_page()
        page.on("console", self.hear)
        page.on("pageerror", lambda error: self.said.append(str(error)))
        return page

    def hear(self, message):
        """Remember what the console of a browser says."""
        if not message.text.startswith(NO_SUCCESS):
            self.said.append(f"{message.text} ({message.location.get('url', '')})")

    def visit(self, sight):
        """Go to a page as who sees it; it answers as it should, in silence."""
        page = self.page_of(sight.person)
        page.set_viewport_size(PHONE)
        page.emulate_media(color_scheme="light")
        page.mouse.move(0, 0)
        reply = page.goto(sight.where(self.world))
        assert reply.status == sight.status, f"{sight}: {reply.status}"
        if sight.steps:
            sight.steps(page)
        said, self.said[:] = [*self.said], []
        assert not said, f"{sight}: {said}"
        return page

    def close(self):
        """Everybody goes home."""
        for page in self.pages.values():
            page.context.close()


@pytest.fixture(scope="module")
def tour(chromium, live_server, django_db_setup, django_db_blocker, as_person):
    """The product with a neighbourhood in it, which stays until the last test of the module."""
    with django_db_blocker.unblock(), override_settings(SITE_ADDRESS=live_server.url):
        try:
            visitors = Tour(chromium, live_server.url, neighbourhood(), as_person)
            with mock.patch.object(TransactionTestCase, "_fixture_teardown"):
                yield visitors
            visitors.close()
        finally:
            put_back()


@pytest.fixture
def signed_in(as_person, site):
    """A function that lets somebody be signed in on a phone."""

    def here(page, person):
        session = as_person(person).cookies[settings.SESSION_COOKIE_NAME].value
        page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": site.url}])

    return here


@pytest.fixture
def nurse():
    """A home-care worker."""
    return people.home_care()


@pytest.fixture
def phone(visitor, signed_in, nurse):
    """A function that gives the phone of somebody with the capture page open: of a nurse, when nobody is named."""

    def take(person=nurse, **options):
        page = visitor(**options)
        if person:
            signed_in(page, person)
        start(page)
        return page

    return take
