"""Every sealed value is a word of its own: no reply shows one without a look at that record and field."""

import logging

import pytest
from django.test import Client
from django.urls import reverse

from config.middleware import SameForEverybody
from signalering.accounts.models import User
from signalering.audit.models import Event
from signalering.cases.models import ReporterIdentity
from tests.addresses import EVERYBODY, TABLE, besides, one_of_each
from tests.filled_in import forms
from tests.refusing import contents, no_looks
from tests.undone import undone
from tests.walking import MAY_KNOW_THE_REPORTER, WORD, Walk, path, path_of, whole
from tests.world import neighbourhood, plant

pytestmark = pytest.mark.django_db

# Sealed values that have no page in the state of their record; everything else must be seen by somebody.
DRAFTED = {"entry_rule_words", "observation"}  # of a referral: shown while it is written, sent in the extract
UNSEEN = {
    "new": {"reason_words"},
    "asked": {"reason_words"},
    "shop": {"reason_words"},
    "quarantine": {"reason_words"},
    "draft": {"return_words", "ending_words"},
    "sent": {"return_words", "ending_words", *DRAFTED},
    "accepted": {"return_words", *DRAFTED},
    "returned": DRAFTED,
    "withdrawn_referral": {"return_words", *DRAFTED},
}
NOBODY_READS = {"withdrawn"}  # a signal that its writer took back


@pytest.fixture
def world(db):
    return plant(neighbourhood())


@pytest.fixture
def clients(world, as_person):
    return sign_in(world, as_person, EVERYBODY)


def sign_in(world, as_person, names):
    """These people, each with a session of their own."""
    return {name: as_person(User.objects.get(pk=world.people[name].pk)) for name in names}


@pytest.fixture
def silence():
    """Thousands of refusals say nothing in the log; what they would say is read in test_canaries_left_behind.py."""
    logging.disable()
    yield
    logging.disable(logging.NOTSET)


def test_every_word_on_a_page_has_a_look_and_the_reporter_is_named_only_to_who_may_know(walked):
    assert not walked.wrong, "\n".join(walked.wrong)


def test_every_word_is_seen_by_somebody(walked):
    unseen = {place for place in walked.never_seen() if place[0] not in NOBODY_READS}
    assert unseen == {(record, name) for record, names in UNSEEN.items() for name in names}


def test_every_form_on_a_page_is_filled_in_here(walked, world):
    by_nobody = {"account_login"}  # sent in test_canaries_left_behind.py
    assert walked.forms <= {form.name for form in forms(world)} | by_nobody


def test_a_poor_form_shows_nobody_anything_without_a_look(world, clients):
    """Once for each page, kind of person and reply: a poor form is refused before anybody looks at who sent it."""
    walk = Walk(world)
    for name, address in one_of_each():
        send_and_go_on(walk, clients, name, (address.name, address.record), {"words": "x"})
    assert not walk.wrong, "\n".join(walk.wrong)


def send_and_go_on(walk, clients, name, where, answers, first=()):
    """Send a form and read where it leads, as if it had not been: nothing of it stays."""
    client, what = clients[name], " ".join(where)
    cookies = client.cookies.copy()
    with undone():
        for form in first:
            clients[form.who].post(path(form.name, form.record, walk.world), form.answers)
        before = Event.objects.order_by("id").values_list("id", flat=True).last()
        address = path(*where, walk.world)
        reply = walk.ask(name, f"POST {what}", client.post, address, answers)
        if reply.status_code == 302:
            walk.ask(name, f"after {what}", client.get, reply.url)
        done = Event.objects.filter(id__gt=before, actor=walk.world.people[name], result="done").exists()
    client.cookies = cookies
    return reply, done


def test_a_right_form_shows_nobody_anything_without_a_look(world, as_person):
    """By its own person, by one of each kind whom the page answers otherwise, and without each of its answers."""
    filled = forms(world)
    walk = Walk(world)
    clients = sign_in(world, as_person, world.people)
    rows = {(address.name, address.record): address for address in TABLE}
    for form in filled:
        where = (form.name, form.record)
        for name in (form.who, *besides(form.who, rows[where], clients)):
            reply, done = send_and_go_on(walk, clients, name, where, form.answers, form.first)
            if name == form.who and (reply.status_code != form.reply or (form.event and not done)):
                walk.wrong.append(f"{form}: {name} did it right and got {reply.status_code}")
        for missing in form.answers:
            rest = {field: value for field, value in form.answers.items() if field != missing}
            send_and_go_on(walk, clients, form.who, where, rest, form.first)
    assert not walk.wrong, "\n".join(walk.wrong)


def test_no_error_page_shows_a_word_or_names_the_reporter(world, clients):
    walk, strict = Walk(world, may_know=frozenset()), Client(enforce_csrf_checks=True)
    strict.cookies = clients["director"].cookies
    note = path("case_note", "case", world)
    pages = {
        400: lambda: strict.post(note, "words=x", content_type="application/x-www-form-urlencoded; charset=utf-16"),
        403: lambda: strict.post(note, {"words": "x"}),
        404: lambda: strict.get("/casussen/2222-2222/"),
        405: lambda: clients["director"].get(reverse("stay_signed_in")),
    }
    for status, send in pages.items():
        assert walk.ask("director", status, send).status_code == status
    assert not walk.wrong, "\n".join(walk.wrong)


def test_who_the_reporter_is_goes_with_the_sight_of_the_desk(world, clients):
    """The seven days of the desk are over: the director reads the signal without its reporter, the others nothing."""
    identity, signals = ReporterIdentity.objects, ("linked", "advised")
    for record in (*(world.records[name] for name in signals), identity.get(signal=world.records["advised"])):
        record.team_grants.update(ends_at=record.created_at)
    world.records["identity"].team_grants.update(ends_at=world.records["identity"].created_at)
    walk = Walk(world, may_know=frozenset({"writer"}))
    for name in MAY_KNOW_THE_REPORTER - {"writer"}:
        for address in TABLE:
            if address.record in ("", *signals, "case", "closed", "accepted"):
                where = path_of(address, world)
                reply = walk.ask(name, f"{address.name} {address.record}", clients[name].get, where)
                if address.record in signals and name != "director":
                    assert reply.status_code in (403, 404), (name, address)
    for record in signals:
        seen = {name for (where, _), names in walk.seen.items() if where == record for name in names}
        assert seen <= {"director"}, (record, seen)
    assert ("linked", "observation") in walk.seen, "the director still reads what was seen"
    wrong = [line for line in walk.wrong if "without a look" in line or "reporter" in line]
    assert not wrong, "\n".join(wrong)


def test_while_the_database_takes_no_look_every_address_gives_one_and_the_same_reply(world, as_person, silence):
    filled, replies = forms(world), {}
    clients = sign_in(world, as_person, world.people)
    with no_looks():
        for name, address in one_of_each():
            reply = clients[name].get(path_of(address, world))
            if address.name in SameForEverybody.NAMES:  # who asks is not even read there
                assert not WORD.search(whole(reply))
                continue
            assert reply.status_code == 503, (name, address)
            replies.setdefault(reply.content, (name, address))
        before = contents()
        for name, where, answers in sent(filled):
            reply = clients[name].post(path(*where, world), answers)
            assert reply.status_code == 503, (name, where)
            replies.setdefault(reply.content, (name, where))
        assert contents() == before, "a form that got no reply changed nothing"
    assert len(replies) == 1, list(replies.values())
    assert not WORD.search(whole(reply))
    assert clients["director"].get(path("case", "case", world)).status_code == 200


def sent(filled):
    """Every right form, and a poor form to every address by somebody who gets furthest there."""
    for form in filled:
        yield form.who, (form.name, form.record), form.answers
    for address in TABLE:
        name = min(EVERYBODY, key=lambda name: address.replies.get(name, address.rest))
        yield name, (address.name, address.record), {"words": "x"}
