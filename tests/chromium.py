"""A real Chromium against a real server: what the tests in a browser stand on."""

import os
import shutil

import pytest
from playwright.sync_api import sync_playwright

PLACES = ("/usr/lib/chromium/chromium", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE = {"width": 360, "height": 740}
TABLET = {"width": 768, "height": 1024}
DESK = {"width": 1280, "height": 800}
PATIENCE = 30_000


def executable():
    """The Chromium of this machine; one sentence when there is none."""
    found = os.environ.get("CHROMIUM") or next((path for path in PLACES if os.path.exists(path)), None)
    found = found or shutil.which("chromium")
    if not found:
        pytest.exit("Chromium ontbreekt: installeer het pakket chromium.", returncode=1)
    return found


def shell():
    """The same engine without a window, which opens tabs and pages much sooner; the whole Chromium where it is not."""
    return os.environ.get("CHROMIUM_SHELL") or executable()


@pytest.fixture(scope="session")
def playwright():
    """What drives the browsers of this process."""
    # Playwright runs a loop in this thread; Django takes that for asynchronous code, which this is not
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as driver:
        yield driver
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="session")
def chromium(playwright):
    """One Chromium for all tests in a browser."""
    browser = playwright.chromium.launch(executable_path=executable(), args=ARGUMENTS)
    yield browser
    browser.close()


@pytest.fixture
def site(live_server, settings):
    """The running product; its mails carry its own address."""
    settings.SITE_ADDRESS = live_server.url
    return live_server


@pytest.fixture
def visitor(chromium, site):
    """A function that gives a fresh browser profile with one page, by default a phone."""
    contexts = []

    def enter(viewport=PHONE, **options):
        context = chromium.new_context(viewport=viewport, base_url=site.url, locale="nl-NL", **options)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        return context.new_page()

    yield enter
    for context in contexts:
        context.close()


def sign_in(page, email, password):
    """Somebody signs in through the page."""
    page.goto("/account/inloggen/")
    page.fill("[name=login]", email)
    page.fill("[name=password]", password)
    page.click("main button")
    page.wait_for_load_state()
