"""What the phone of a shop can do: hand in, and mend for a quarter of an hour. It reads nothing, whatever it tries."""

import json
import re
from datetime import timedelta

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from signalering.accounts import invitations
from signalering.accounts.models import Invitation, Setting
from signalering.accounts.models import Phone as PhoneRow
from signalering.audit.actors import ActorKind
from signalering.audit.models import Event, Look
from signalering.cases.actions import triage
from signalering.cases.models import ReporterIdentity, Signal, SignalAddition
from tests.accounts import factories as people
from tests.addresses import TABLE
from tests.cases import factories as cases
from tests.cases.counting import MARKS
from tests.cases.sealing import Phone, ShopPhone
from tests.test_access import path_of
from tests.world import neighbourhood

pytestmark = pytest.mark.django_db
TOLD = {
    "v": 1,
    "kind": "signal",
    "place": "Bij de kassa",
    "theme": "loneliness",
    "chips": ["no_visitors"],
    "observation": "Hij telt muntjes en gaat weer weg.",
    "consent_answer": "not_discussed",
}
HOME = {"postcode": "3117BX", "house_number": "9012"}


@pytest.fixture
def shop():
    return people.shop(area=cases.oost())


@pytest.fixture
def phone(shop):
    return ShopPhone(people.shop_token(shop))


def told(**changed):
    return {**TOLD, **changed}


def correction(phone, first, **changed):
    """A letter that mends an earlier one."""
    return phone.letter(told(corrects=first["id"], **changed))


def the_signal(shop):
    return Signal.objects.get(writer=shop.account)


def age(shop, **time):
    """Everything this shop may do with its own text was given longer ago."""
    table = Signal._meta.get_field("person_grants").related_model
    for grant in table.objects.filter(user=shop.account, ends_at__isnull=False):
        grant.ends_at -= timedelta(**time)
        grant._history_user, grant._change_reason = None, "other"
        grant.save()


def test_a_signal_of_a_shop_reaches_the_team_of_its_neighbourhood(phone, shop, as_person):
    letter = phone.letter(told(area=phone.start["area"]))
    reply = phone.send(letter)
    signal = the_signal(shop)
    assert reply.json() == {"id": letter["id"], "state": "received", "name": signal.words_name}
    assert (signal.team.name, signal.reporter_kind, signal.channel) == ("WOT Oost", "shopkeeper", "sealed")
    page = as_person(people.wot_worker()).get(f"/signalen/{signal.shown_code}/").content.decode()
    assert "niet gecontroleerd" in page
    assert shop.account.name in page
    assert shop.account.email not in page
    arrived = Event.objects.filter(actor=shop.account).values_list("actor_kind", flat=True)
    assert set(arrived) == {ActorKind.INVITATION}
    assert ReporterIdentity.objects.get().history.get().history_user == shop.account


@pytest.mark.parametrize("function", ["shopkeeper", "courier"])
def test_a_shop_hears_nothing_later_and_starts_no_clock_for_it(function):
    shop = people.shop(function=function)
    phone = ShopPhone(people.shop_token(shop))
    phone.send(phone.letter(told(theme="", consent_answer="")))
    signal = the_signal(shop)
    assert signal.status == Signal.Status.NEW, "nobody can ask a shop anything"
    assert not SignalAddition.objects.filter(kind="question").exists()
    assert signal.feedback_code == "received"


def test_replies_and_statements_are_equal_for_a_known_and_an_unknown_address(shop):
    case = cases.case(about=cases.signal(**HOME))
    for _ in range(4):
        cases.signal(by=people.shopkeeper(), **HOME, consent_answer="not_discussed", name="")
    assert case.signals.get().address_index
    known = answers(shop, HOME, "blauwe fiets")
    assert known == answers(shop, {"postcode": "3117BX", "house_number": "9999"}, "bruine fiets")
    assert known == answers(shop, HOME, "groene fiets"), "nor does it matter that it was told before"


def answers(shop, address, words):
    """Everything that whoever holds a ticket could tell apart, for one signal and its repeat."""
    phone = ShopPhone(people.shop_token(shop))
    phone.send(phone.letter(told()))  # what is read once for a while is read by now
    letter, seen = phone.letter(told(words=words, **address)), []
    for _ in range(2):
        captured = [CaptureQueriesContext(connections[alias]) for alias in ("default", "keys")]
        with captured[0], captured[1]:
            reply = phone.send(letter)
        asked = [query["sql"] for one in captured for query in one.captured_queries]
        kinds = [bare(sql) for sql in asked if not sql.startswith(MARKS)]
        body = reply.content.decode().replace(letter["id"], "id").replace(words, "words")
        seen.append((reply.status_code, body, sorted(reply.headers.items()), kinds))
    return seen


def bare(sql):
    """A statement without the values in it."""
    return re.sub(r"b?'(?:[^']|'')*'|\b[0-9a-f]{32}\b|\d+", "?", sql.split(" VALUES ")[0])


def test_the_ticket_opens_nothing_at_all(phone, shop):
    world = neighbourhood()
    phone.send(phone.letter(told()))
    signal = the_signal(shop)
    bearer = {"Authorization": f"Bearer {phone.ticket}"}
    addresses = [path_of(address, world) for address in TABLE if address.anonymous in (302, 405)]
    mine = [reverse(name, args=[signal.shown_code]) for name in ("my_signal", "my_signal_correct", "inbox_signal")]
    for path in [*addresses, *mine]:
        reply = Client().get(path, headers=bearer)
        assert reply.status_code in (302, 405), path
        assert reply.status_code == 405 or "/account/inloggen/" in reply["Location"], path
        assert "_auth_user_id" not in Client().session
    assert Client().get("/telefoon/start/", headers=bearer).status_code == 401
    assert Client().post("/telefoon/kaartje/", headers=bearer).status_code == 401
    start = Client().get("/winkel/start/", headers=bearer).json()
    assert set(start) == {"who", "kid", "pub", "until", "now", "area", "ticketUntil"}


def test_a_ticket_of_somebody_who_signed_in_does_not_start_the_page_of_a_shop(as_person):
    phone = Phone(as_person(people.shopkeeper()))
    reply = Client().get("/winkel/start/", headers={"Authorization": f"Bearer {phone.ticket}"})
    assert (reply.status_code, reply.json()) == (401, {"reason": "ticket"})


def test_an_ended_phone_is_refused_and_what_it_holds_goes_after_a_new_code(phone, shop):
    letter = phone.letter(told())
    invitations.end_phone(shop, PhoneRow.objects.get(), by=people.coordinator())
    reply = phone.send(letter)
    assert (reply.status_code, reply.json()) == (401, {"id": letter["id"], "reason": "ticket"})
    bearer = {"Authorization": f"Bearer {phone.ticket}"}
    assert Client().get("/winkel/start/", headers=bearer).status_code == 401
    anew = ShopPhone(people.shop_token(shop))
    assert anew.start["who"] == phone.start["who"]
    assert anew.send(letter).status_code == 201


def test_the_ticket_of_another_shop_hands_in_nothing_of_this_one(phone):
    other = ShopPhone(people.shop_token(people.shop("WOT Zuid")))
    letter = phone.letter(told())
    assert other.send(letter).status_code == 403
    letter["who"] = other.start["who"]
    assert other.send(letter).json()["reason"] == "does_not_open"
    assert not Signal.objects.exists()


def test_the_eleventh_signal_of_a_day_waits_on_the_phone_whoever_of_the_shop_sends_it(phone, shop):
    second = ShopPhone(people.shop_token(shop))
    for number in range(10):
        sender = (phone, second)[number % 2]
        assert sender.send(sender.letter(told())).status_code == 201
    letter = second.letter(told(observation="De elfde."))
    reply = second.send(letter)
    assert (reply.status_code, reply.json()) == (429, {"id": letter["id"], "reason": "too_many"})
    assert 0 < int(reply.headers["Retry-After"]) <= 24 * 3600 + 1
    Setting.objects.get(key="shop_signals_a_day").change(by=people.BY, reason="other", value="11")
    assert second.send(letter).status_code == 201
    assert Signal.objects.filter(writer=shop.account).count() == 11


def test_the_text_is_mended_within_a_quarter_of_an_hour(phone, shop, reading):
    first = phone.letter(told())
    sent = phone.send(first)
    letter = correction(phone, first, observation="Hij telt muntjes en vraagt om brood.", **HOME)
    replies = {phone.send(letter).content for _ in range(3)}
    assert replies == {sent.content.replace(first["id"].encode(), letter["id"].encode())}
    signal = the_signal(shop)
    with reading(people.wot_worker()):
        assert signal.observation == "Hij telt muntjes en vraagt om brood."
        assert (signal.place, signal.house_number) == ("Bij de kassa", "9012")
    assert [one.kind for one in signal.additions.all()] == ["correction"]
    look = Look.objects.get(record_id=signal.pk, page="phone_send")
    assert (look.actor_kind, look.origin_kind) == (ActorKind.INVITATION, "report")


def test_after_a_quarter_of_an_hour_the_first_text_stands_and_the_other_lies_beside_it(phone, shop, reading, as_person):
    first = phone.letter(told())
    in_time = phone.send(first)
    age(shop, minutes=16)
    letter = correction(phone, first, observation="Achteraf was het anders.")
    replies = [phone.send(letter) for _ in range(2)]
    expected = in_time.content.replace(first["id"].encode(), letter["id"].encode())
    assert [(reply.status_code, reply.content) for reply in replies] == [(201, expected)] * 2
    signal = the_signal(shop)
    with reading(people.wot_worker(signal.team.name)):
        assert signal.observation == TOLD["observation"]
        beside = signal.additions.get()
        assert (beside.kind, "Achteraf was het anders." in beside.words) == ("other_text", True)
    assert Event.objects.filter(verb="own_text", result="refused", actor_kind=ActorKind.INVITATION).exists()


def test_nothing_is_mended_that_a_team_decided_on(phone, shop, reading):
    first = phone.letter(told(area=phone.start["area"]))
    phone.send(first)
    worker = people.wot_worker()
    with reading(worker):
        triage.close_with(the_signal(shop), by=worker, reason="not_a_concern")
    assert phone.send(correction(phone, first, observation="Toch niet.")).status_code == 201
    signal = the_signal(shop)
    assert [one.kind for one in signal.additions.all()] == ["other_text"]
    with reading(worker):
        assert signal.observation == TOLD["observation"]


def test_nobody_mends_the_signal_of_another(phone, shop, as_person):
    theirs = phone.letter(told())
    phone.send(theirs)
    for other in (ShopPhone(people.shop_token(people.shop())), Phone(as_person(people.home_care()))):
        assert other.send(correction(other, theirs, observation="Niet van mij.")).status_code == 201
    assert not the_signal(shop).additions.exists()
    assert Signal.objects.count() == 3, "it came in as a signal of its own"


@pytest.mark.parametrize("first", ["", "x", 7, None, {}, "\0", "00000000-0000-4000-8000-000000000000"])
def test_words_that_mend_nothing_that_came_in_are_a_signal(phone, shop, first):
    assert phone.send(phone.letter(told(corrects=first))).status_code == 201
    assert the_signal(shop).additions.count() == 0


@pytest.mark.parametrize("answer", ["yes_no_help", "not_discussed", "not_safe", ""])
def test_a_name_is_kept_only_with_the_residents_own_yes(phone, shop, reading, answer):
    phone.send(phone.letter(told(name="Mw. Zandloper", consent_answer=answer)))
    signal = the_signal(shop)
    with reading(people.wot_worker(signal.team.name)):
        assert signal.name == ""
        assert not any("Zandloper" in one.words for one in signal.additions.all())


def begin(body, **more):
    return Client(enforce_csrf_checks=True).post(
        "/winkel/telefoon/", body if isinstance(body, bytes) else json.dumps(body), "application/json", **more
    )


def test_every_refusal_to_begin_is_the_same(shop):
    ended = people.shop_token(shop)
    full = people.shop_token(shop)
    for _ in range(3):
        ShopPhone(full)
    late = people.shop_token(people.shop())
    Invitation.objects.latest("created_at").change(by=people.BY, reason="other", until=timezone.now())
    bodies = [{"token": token} for token in (ended, full, late, "x", "", None, 5, "é", "\0", ["x"])]
    replies = [begin(body) for body in [*bodies, {}, [], b"", b"\xff", b"[" * 100_000]]
    assert {reply.status_code for reply in replies} == {403}
    assert len({reply.content for reply in replies}) == 1
    assert not any("Set-Cookie" in reply.headers for reply in replies)
    assert PhoneRow.objects.count() == 3


def test_many_tries_from_one_place_must_wait(shop):
    replies = [begin({"token": "x"}) for _ in range(31)]
    assert [reply.status_code for reply in replies] == [403] * 30 + [429]
    assert replies[-1].headers["Retry-After"] == "60"
    token = people.shop_token(shop)
    assert begin({"token": token}).status_code == 429
    assert begin({"token": token}, REMOTE_ADDR="10.9.8.7").status_code == 201


def test_the_officer_reads_that_it_was_a_shop_by_invitation_and_not_which(phone, shop, as_person, reading):
    first = phone.letter(told(area=phone.start["area"]))
    phone.send(first)
    phone.send(correction(phone, first, observation="Hij vroeg om brood."))
    worker = people.wot_worker()
    case = cases.case(by=worker, about=the_signal(shop))
    age(shop, minutes=16)
    phone.send(correction(phone, first, observation="Te laat."))
    officer = as_person(people.privacy_officer())
    officer.post("/inzage/", {"code": case.shown_code, "reason": "sample"})
    seen = officer.get(f"/casussen/{case.shown_code}/inzage/").content.decode()
    refused = officer.get(f"/casussen/{case.shown_code}/inzage/?soort=geweigerd").content.decode()
    for page in (seen, refused):
        assert "Winkel, via uitnodiging" in page
        assert shop.account.name not in page
