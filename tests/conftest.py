"""What every test stands on: both databases, the reference data, and a clean table after each."""

import pytest
from django.core.management import call_command
from django.test import Client, TransactionTestCase

from signalering.accounts.access import permission_ids
from signalering.accounts.sessions import begin
from signalering.audit.reading import reading as reading_block
from tests.insert_only import lifted
from tests.reference import there_again

pytest_plugins = ["tests.chromium"]


def pytest_collection_modifyitems(items):
    """Tests that touch a database touch both."""
    for item in items:
        marker = item.get_closest_marker("django_db")
        if marker is not None:
            options = {**marker.kwargs, "databases": "__all__"}
            item.add_marker(pytest.mark.django_db(*marker.args, **options), append=False)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The reference data is there before the first test."""
    with django_db_blocker.unblock():
        call_command("load_reference", verbosity=0)


_teardown = TransactionTestCase._fixture_teardown


def _teardown_insert_only(self):
    with lifted():
        _teardown(self)
    permission_ids.cache_clear()  # flushing numbers the permissions anew


TransactionTestCase._fixture_teardown = _teardown_insert_only


@pytest.fixture(autouse=True)
def _reference_after_flush(request):
    """A test with real transactions empties the tables after itself: fill them again."""
    marker = request.node.get_closest_marker("django_db")
    if marker is not None:
        request.getfixturevalue("transactional_db" if marker.kwargs.get("transaction") else "db")
        there_again()


@pytest.fixture
def reading():
    """Read sealed fields in a test: `with reading(person):`."""
    return lambda by, purpose="early_help": reading_block(by=by, purpose=purpose)


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
