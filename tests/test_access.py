"""Who × page → reply: the whole table, and a page that is missing from it fails the suite."""

import re

import pytest
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

from tests.addresses import ELSEWHERE, EVERYBODY, TABLE
from tests.world import neighbourhood

pytestmark = pytest.mark.django_db


def all_names(patterns):
    """The names of all addresses."""
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            yield pattern.name
        else:
            yield from all_names(pattern.url_patterns)


def path_of(address, world):
    """The path of an address on its record."""
    if not address.record:
        return reverse(address.name)
    arguments = {"code": world.records[address.record].shown_code}
    if address.name == "case_consent_withdraw":
        arguments["consent"] = world.records["consent"].pk
    return reverse(address.name, kwargs=arguments)


def test_every_address_stands_in_the_table():
    names = set(all_names(get_resolver().url_patterns))
    assert names == {address.name for address in TABLE} | ELSEWHERE


def test_everybody_gets_the_reply_of_the_table(as_person):
    world = neighbourhood()
    clients = {name: as_person(world.people[name]) for name in EVERYBODY}
    wrong = []
    for address in TABLE:
        path = path_of(address, world)
        for name, client in clients.items():
            expected = address.replies.get(name, address.rest)
            reply = client.get(path).status_code
            if reply != expected:
                wrong.append(f"{address.name} {address.record} {name}: {reply}, not {expected}")
        reply = Client().get(path).status_code
        if reply != address.anonymous:
            wrong.append(f"{address.name} {address.record} anonymous: {reply}, not {address.anonymous}")
    assert not wrong, "\n".join(wrong)


def test_a_code_that_does_not_exist_looks_like_a_hidden_one(as_person):
    world = neighbourhood()
    client = as_person(world.people["outsider"])
    for address in TABLE:
        if address.record and "outsider" not in address.replies:
            hidden = client.get(path_of(address, world))
            code = world.records[address.record].shown_code
            absent = client.get(path_of(address, world).replace(code, "2222-2222"))
            assert hidden.status_code == absent.status_code == 404
            assert bare(hidden, code) == bare(absent, "2222-2222")


def bare(reply, code):
    """A reply without the code that was typed, the form tokens and the second at which the session ends."""
    page = re.sub(r'name="csrfmiddlewaretoken" value="\w+"|data-(session-ends|now)="\d+"', "", reply.content.decode())
    return page.replace(code, "")
