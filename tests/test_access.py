"""Every address stands in the table of who gets which reply, and what is hidden looks like what is not there."""

import re

import pytest
from django.urls import URLPattern, get_resolver

from tests.addresses import ELSEWHERE, TABLE
from tests.audit.looking import statements
from tests.walking import path_of
from tests.world import neighbourhood

pytestmark = pytest.mark.django_db


def all_names(patterns):
    """The names of all addresses."""
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            yield pattern.name
        else:
            yield from all_names(pattern.url_patterns)


def test_every_address_stands_in_the_table():
    names = set(all_names(get_resolver().url_patterns))
    assert names == {address.name for address in TABLE} | ELSEWHERE


def test_a_code_that_does_not_exist_looks_like_a_hidden_one(as_person):
    world = neighbourhood()
    client = as_person(world.people["outsider"])
    for address in TABLE:
        if address.record and "outsider" not in address.replies:
            code = world.records[address.record].shown_code
            with statements() as asked_of_hidden:
                hidden = client.get(path_of(address, world))
            with statements() as asked_of_absent:
                absent = client.get(path_of(address, world).replace(code, "2222-2222"))
            assert hidden.status_code == absent.status_code == 404
            assert bare(hidden, code) == bare(absent, "2222-2222")
            assert parts(asked_of_hidden) == parts(asked_of_absent), address.name


def parts(asked):
    """How many parts each of some statements has."""
    return [sql.count(" UNION ") for sql in asked]


def bare(reply, code):
    """A reply without the code that was typed, the form tokens and the second at which the session ends."""
    page = re.sub(r'name="csrfmiddlewaretoken" value="\w+"|data-(session-ends|now)="\d+"', "", reply.content.decode())
    return page.replace(code, "")
