"""A phone with a disk of its own, and a server in front of which somebody can stand."""

import pytest
from django.conf import settings as configured

from tests.browser.proofs.holding import Holding, serve
from tests.browser.proofs.killing import count
from tests.browser.proofs.profile import Profile
from tests.chromium import shell

__all__ = ["count"]


@pytest.fixture
def door(settings, transactional_db):
    """The product behind a door; its address is `door.url`."""
    settings.ALLOWED_HOSTS = ["localhost", "testserver"]
    thread, holding = serve(Holding)
    holding.url = f"http://localhost:{thread.port}"
    settings.SITE_ADDRESS = holding.url
    yield holding
    holding.release()
    thread.terminate()


@pytest.fixture
def session_of(as_person):
    """The session cookie of somebody who signs in."""
    return lambda person: as_person(person).cookies[configured.SESSION_COOKIE_NAME].value


@pytest.fixture
def program():
    """The engine without a window, which keeps on a disk as the whole browser does and starts much sooner."""
    return shell()


@pytest.fixture
def profile(chromium, door, tmp_path, program):
    """A phone on which nobody did anything yet; its browser is closed."""
    phone = Profile(chromium.browser_type, tmp_path / "profile", door.url, program)
    yield phone
    phone.close()


@pytest.fixture
def signed_in_profile(profile, session_of, nurse):
    """The phone of a nurse who signed in on it; its browser was closed, so that it is on the disk."""
    profile.open(start_page=False)
    profile.sign_in(session_of(nurse))
    profile.close()
    return profile
