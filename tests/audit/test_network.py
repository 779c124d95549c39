"""Of the address of who asks only the network is kept, in a form that both databases take."""

import pytest
from django.test import Client

from signalering.audit.models import Event
from signalering.audit.reading import network
from tests.accounts import factories as people

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("192.0.2.7", "192.0.2.0"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1::"),
        ("2001:db8:1::7", "2001:db8:1::"),
        ("2001:db8::7", "2001:db8::"),
        ("2001::7", "2001::"),
        ("::1", "::"),
        ("::ffff:192.0.2.7", "192.0.2.0"),
        ("fe80::1%eth0", "fe80::"),
        ("fe80::%eth0", "fe80::"),
        ("", None),
        ("unix:", None),
        ("1.2.3", None),
        ("1.2.3.x", None),
    ],
)
def test_of_an_address_the_network_is_kept(address, kept):
    assert network(address) == kept


@pytest.mark.parametrize("address", ["2001:db8::7", "::1", "::ffff:192.0.2.7", "fe80::%eth0"])
def test_who_signs_in_over_ipv6_gets_in_and_stands_on_record(address):
    person, client = people.home_care(), Client(REMOTE_ADDR=address)
    password = f"wachtwoord-{person.name.rpartition(' ')[2]}"
    reply = client.post("/account/inloggen/", {"login": person.email, "password": password})
    assert reply.status_code == 302
    assert client.get("/mijn-signalen/").status_code == 200
    assert Event.objects.get(verb="sign_in", actor=person).address == network(address)
