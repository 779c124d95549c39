"""What every test stands on: both databases, the reference data, and a clean table after each."""

import gc

import hypothesis
import pytest
from django.test import Client, TestCase, TransactionTestCase

from signalering.accounts.sessions import begin
from signalering.audit.reading import reading as reading_block
from tests import databases
from tests.dividing import WALK, Sharing
from tests.moved_time import Clock
from tests.posting import mails_are_out
from tests.reference import keep, put_back
from tests.walking import walk

pytest_plugins = ["tests.chromium"]
hypothesis.settings.register_profile("any", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.load_profile("any")  # a busy machine breaks no rule


# What takes longest begins first, so that no worker is left with it at the end.
LONGEST = {f"test_{name}.py" for name in ("bench", "canaries", "errors", "every_page", "faults")}


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Who gets which test, when there is more than one worker."""
    return Sharing(config, log)


def pytest_collection_modifyitems(items):
    """Tests that touch a database touch both; the longest come first."""
    items.sort(key=lambda item: item.path.name not in LONGEST)
    for item in items:
        marker = item.get_closest_marker("django_db")
        if marker is not None:
            options = {**marker.kwargs, "databases": "__all__"}
            item.add_marker(pytest.mark.django_db(*marker.args, **options), append=False)


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker):
    """The databases and their reference data are there before the first test."""
    with django_db_blocker.unblock():
        before = databases.make()
        keep()
    gc.freeze()  # what is loaded by now stays to the end: nobody has to look for rubbish in it
    gc.set_threshold(100_000)
    yield
    with django_db_blocker.unblock():
        databases.drop(before)


# Django's own flush also numbers all permissions anew, and leaves the reference data to be loaded again
TransactionTestCase._fixture_teardown = lambda self: put_back()


@pytest.fixture(autouse=True)
def _both_databases(request):
    """A test that touches a database finds both of them."""
    marker = request.node.get_closest_marker("django_db")
    if marker is not None:
        request.getfixturevalue("transactional_db" if marker.kwargs.get("transaction") else "db")


@pytest.fixture(autouse=True)
def _mails_are_out():
    """No mail that goes out beside a request comes into the next test."""
    yield
    mails_are_out()


@pytest.fixture
def reading():
    """Read sealed fields in a test: `with reading(person):`."""
    return lambda by, purpose="early_help": reading_block(by=by, purpose=purpose)


@pytest.fixture
def clock(monkeypatch):
    """The clock of the product, to be moved."""
    return Clock(monkeypatch)


@pytest.fixture(scope="session")
def as_person():
    """A browser session without a browser: `as_person(user)` gives a client that is signed in."""

    def sign_in(user):
        client = Client()
        client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
        session = client.session
        begin(session, user)
        session.save()
        return client

    return sign_in


@pytest.fixture(scope="session", params=[WALK])
def walked(django_db_setup, django_db_blocker, as_person):
    """One walk of everybody and of nobody along all addresses, for every test that reads the replies to a GET."""

    class Place(TestCase):
        databases = "__all__"

    with django_db_blocker.unblock():
        Place.setUpClass()
        try:
            return walk(as_person)
        finally:
            Place.tearDownClass()
            Place.doClassCleanups()
