"""Every sealed value is a word of its own: no reply shows one without a look at that record and field."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core import mail
from django.db import DatabaseError, connection, connections

from signalering.audit.models import Look
from signalering.audit.reading import Reader
from signalering.cases import notices
from tests.addresses import EVERYBODY, TABLE
from tests.test_access import path_of
from tests.world import neighbourhood, plant

pytestmark = pytest.mark.django_db
WORD = re.compile(r"kanarie\d+[a-z]{12}")
NAME, EMAIL = "Kanariemelder Een", "kanariemelder@example.org"

# What is asked stands on the same page as the question of the referral itself.
NEVER_SHOWN = {("referral_extract", "asked")}


def looks_since(last):
    """What the looks since `last` say was seen: (label, record, field)."""
    rows = Look.objects.filter(id__gt=last) if last else Look.objects.all()
    return {(look.label, look.record_id, name) for look in rows for name in look.fields}


def newest():
    """The key of the newest look."""
    return Look.objects.order_by("id").values_list("id", flat=True).last()


@pytest.fixture
def world(db):
    return plant(neighbourhood())


def visit(world, as_person, ask):
    """Ask every address as everybody: who saw which field, and what was shown without a look."""
    seen, wrong = {}, set()
    for name in EVERYBODY:
        client = as_person(world.people[name])
        for address in TABLE:
            last = newest()
            found = set(WORD.findall(ask(client, path_of(address, world)).content.decode()))
            looked = looks_since(last) if found else set()
            for word in found:
                _, label, key, field = world.words[word]
                seen.setdefault((label, field), set()).add(name)
                if (label, key, field) not in looked:
                    wrong.add(f"{name} {address.name} {address.record}: {label}.{field} without a look")
    return seen, sorted(wrong)


def test_every_word_on_a_page_has_a_look_and_every_word_is_seen_by_somebody(world, as_person):
    seen, wrong = visit(world, as_person, lambda client, path: client.get(path))
    assert not wrong, "\n".join(wrong)
    sealed = {(label, field) for _, label, _, field in world.words.values()}
    assert sorted(sealed - set(seen)) == sorted(NEVER_SHOWN)


def test_every_word_in_the_reply_to_a_form_has_a_look(world, as_person):
    _, wrong = visit(world, as_person, lambda client, path: client.post(path, {"words": "x"}, follow=True))
    assert not wrong, "\n".join(wrong)


def test_the_reporter_is_named_only_to_who_may_know(world, as_person):
    may_know = {"writer", "director", "colleague", "coordinator"}
    for name in EVERYBODY:
        client = as_person(world.people[name])
        for address in TABLE:
            reply = client.get(path_of(address, world)).content.decode()
            if name not in may_know:
                assert NAME not in reply, (name, address)
                assert EMAIL not in reply, (name, address)


def test_no_mail_and_no_session_holds_a_word(world, as_person):
    client = as_person(world.people["director"])
    for address in TABLE:
        client.get(path_of(address, world))
    while notices.send_waiting():
        pass
    assert mail.outbox, "the road sends mails"
    for message in mail.outbox:
        text = f"{message.subject} {message.body} {message.extra_headers}"
        assert not WORD.search(text)
        assert NAME not in text
    for session in Session.objects.all():
        assert not WORD.search(repr(session.get_decoded()))


def test_without_a_log_nobody_reads_anything(world, as_person, monkeypatch):
    def refused(self):
        raise DatabaseError("the look table refuses")

    replies = {}
    monkeypatch.setattr(Reader, "write", refused)
    for name in EVERYBODY:
        client = as_person(world.people[name])
        for address in TABLE:
            reply = client.get(path_of(address, world))
            assert reply.status_code == 503, (name, address)
            assert not WORD.search(reply.content.decode())
            replies.setdefault(reply.content, (name, address))
    assert len(replies) == 1, "everybody gets the same answer"


@pytest.mark.django_db(transaction=True)
def test_no_byte_of_a_sealed_word_lies_in_a_database_file():
    words = list(plant(neighbourhood()).words)
    assert len(words) > 100
    if connection.vendor == "sqlite":
        dumps = [path.read_bytes() for path in database_files()]
        assert any(NAME.encode() in dump for dump in dumps), "the scan can find what is plain"
    else:
        dumps = list(tables_as_bytes())
        assert any(NAME.encode() in dump for dump in dumps), "the scan can find what is plain"
    for dump in dumps:
        for word in words:
            assert word.encode() not in dump
            assert word.encode("utf-16-le") not in dump
            assert word.encode().hex().encode() not in dump


def database_files():
    """Every file of both databases, with what SQLite keeps beside them."""
    for alias in ("default", "keys"):
        name = Path(connections[alias].settings_dict["NAME"])
        yield from name.parent.glob(f"{name.name}*")
    yield from settings.MAIL_FOLDER.glob("*")


def tables_as_bytes():
    """Every row of every table, as PostgreSQL prints it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        for (table,) in cursor.fetchall():
            cursor.execute(f'SELECT t::text FROM "{table}" t')
            for (row,) in cursor.fetchall():
                yield row.encode()
