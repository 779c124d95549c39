"""What a phone hands in comes in once, whole, and is answered the same each time."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from signalering.accounts.models import Setting
from signalering.audit.models import Event, Look
from signalering.audit.reading import reading as reading_block
from signalering.cases.actions import triage
from signalering.cases.models import Deadline, KeptBox, Notice, Signal, SignalAddition
from signalering.cases.working_days import today
from signalering.crypto.models import BoxKey
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.cases.sealing import PLAIN, Phone

pytestmark = pytest.mark.django_db


@pytest.fixture
def nurse():
    return people.home_care()


@pytest.fixture
def phone(nurse, as_person):
    return Phone(as_person(nurse))


def told(**changed):
    """Content with other answers; None leaves one out."""
    return {name: value for name, value in {**PLAIN, **changed}.items() if value is not None}


def the_signal(nurse):
    """The one signal of a reporter."""
    return Signal.objects.get(writer=nurse)


def page_of_desk(signal, as_person, by=None):
    """What a worker of the team reads."""
    worker = by or people.wot_worker(signal.team.name)
    return as_person(worker).get(f"/signalen/{signal.shown_code}/").content.decode()


def test_a_sealed_signal_comes_in(phone, nurse, reading):
    letter = phone.letter()
    first = phone.send(letter)
    signal = the_signal(nurse)
    assert first.status_code == 201
    assert first.json() == {"id": letter["id"], "state": "received", "name": signal.words_name}
    assert first.headers["Cache-Control"] == "no-store, private"
    assert "Set-Cookie" not in first.headers
    with reading(people.wot_worker()):
        assert (signal.postcode, signal.house_number) == ("3117BX", "9012")
        assert (signal.observation, signal.chips) == ("Stapel post in de gang.", "post_unopened")
    assert str(signal.form_key) == letter["id"]
    assert (signal.channel, signal.status, signal.reporter.signal_id) == ("sealed", "new", signal.pk)
    assert Event.objects.filter(verb="report", actor=nurse, record_id=signal.pk).exists()
    assert not SignalAddition.objects.exists()


def test_nobody_looks_while_it_comes_in(phone):
    phone.send(phone.letter())
    assert not Look.objects.exists()


def test_the_same_letter_gets_the_same_bytes_each_time(phone, nurse):
    letter = phone.letter()
    replies = [phone.send({**letter, "sent": timezone.now().isoformat()}) for _ in range(5)]
    again = {**letter, "box": phone.letter(id=letter["id"])["box"]}
    replies.append(phone.send(again))
    assert {(reply.status_code, reply.content) for reply in replies} == {(201, replies[0].content)}
    assert again["box"] != letter["box"], "sealed anew"
    signal = the_signal(nurse)
    with_decision = triage_closed(signal)
    assert phone.send(letter).content == replies[0].content, with_decision


def triage_closed(signal):
    """A team decides on a signal."""
    worker = people.wot_worker(signal.team.name)
    with reading_block(by=worker, purpose="debt"):
        return triage.close_with(signal, by=worker, reason="advised")


def test_the_key_of_another_writer_is_another_signal(phone, nurse, as_person):
    letter = phone.letter()
    other = people.home_care()
    elsewhere = Phone(as_person(other))
    phone.send(letter)
    reply = elsewhere.send(elsewhere.letter(id=letter["id"]))
    assert reply.status_code == 201
    assert the_signal(nurse).form_key == the_signal(other).form_key


def test_a_ticket_hands_in_for_its_own_person_alone(phone, nurse, as_person):
    letter = phone.letter()
    thief = Phone(as_person(people.home_care()))
    reply = thief.send(letter)
    assert (reply.status_code, reply.json()) == (403, {"id": letter["id"], "reason": "not_yours"})
    renamed = thief.send({**letter, "who": thief.start["who"]})
    assert (renamed.status_code, renamed.json()["reason"]) == (400, "does_not_open")
    assert not Signal.objects.exists()


def test_a_box_replayed_under_another_key_does_not_open(phone, nurse):
    letter = phone.letter()
    phone.send(letter)
    moved = {**letter, "id": str(uuid.uuid4())}
    reply = phone.send(moved)
    assert (reply.status_code, reply.json()) == (400, {"id": moved["id"], "reason": "does_not_open"})
    assert Signal.objects.count() == 1
    kept = KeptBox.objects.get()
    assert (kept.reason, kept.writer, str(kept.form_key)) == ("does_not_open", nurse, moved["id"])
    assert phone.send(moved).content == reply.content
    assert KeptBox.objects.count() == 1


def test_a_box_that_did_not_open_may_come_again_whole(phone, nurse):
    letter = phone.letter()
    broken = phone.send({**letter, "box": letter["box"][:-8] + "AAAAAAA="})
    assert broken.status_code == 400
    assert phone.send(letter).status_code == 201
    assert Signal.objects.count() == KeptBox.objects.count() == 1


def test_a_box_without_its_key_is_kept_as_it_is(phone, as_person, caplog):
    letter, arrived = phone.letter(), phone.letter()
    first = phone.send(arrived)
    BoxKey.objects.update(wrapped=None, destroyed_at=timezone.now())
    reply = phone.send(letter)
    assert (reply.status_code, reply.json()) == (410, {"id": letter["id"], "reason": "key_gone"})
    assert KeptBox.objects.get().reason == "key_gone"
    assert phone.send(arrived).content == first.content, "what came in before is answered as before"
    assert "box kept that does not open: key_gone" in caplog.text
    assert letter["id"] not in caplog.text


def test_another_text_under_the_same_key_is_kept_beside_it(phone, nurse, as_person):
    letter = phone.letter()
    name = phone.send(letter).json()["name"]
    second = phone.letter(told(observation="De deur stond open.", hoe_laat="vier uur"), id=letter["id"])
    reply = phone.send(second)
    expected = {"id": letter["id"], "state": "received", "name": name, "reason": "other_content"}
    assert (reply.status_code, reply.json()) == (409, expected)
    assert phone.send(second).content == reply.content
    assert phone.send(letter).status_code == 201, "the first stays the signal"
    assert SignalAddition.objects.get().kind == "other_text"
    page = page_of_desk(the_signal(nurse), as_person)
    for words in ("Stapel post in de gang.", "De deur stond open.", "vier uur", "Nog een keer gestuurd"):
        assert words in page
    own = as_person(nurse).get(f"/mijn-signalen/{the_signal(nurse).shown_code}/").content.decode()
    assert "De deur stond open." not in own


def test_another_text_for_a_signal_that_was_decided_on_reaches_a_reader(phone, nurse):
    letter = phone.letter()
    phone.send(letter)
    triage_closed(the_signal(nurse))
    assert phone.send(phone.letter(told(observation="Anders."), id=letter["id"])).status_code == 409
    assert Notice.objects.filter(kind="answered").exists()


def test_a_signal_of_the_form_under_the_same_key_stays_the_signal(phone, nurse):
    letter = phone.letter()
    signal = cases.signal(by=nurse, form_key=uuid.UUID(letter["id"]))
    reply = phone.send(letter)
    assert (reply.status_code, reply.json()["name"]) == (409, signal.words_name)
    assert signal.additions.get().kind == "other_text"


def test_an_incomplete_signal_is_taken_and_its_writer_is_asked(phone, nurse, as_person):
    phone.send(phone.letter(told(postcode=None, house_number=None, consent_answer=None)))
    signal = the_signal(nurse)
    assert signal.arrival.incomplete
    assert (signal.status, signal.feedback_code) == ("asked", "question")
    question = signal.additions.get()
    assert (question.kind, question.author) == ("question", None)
    assert Notice.objects.get(to=nurse).kind == "question"
    page = page_of_desk(signal, as_person)
    assert "onvolledig" in page
    assert "Systeem" in page
    worker = people.wot_worker(signal.team.name)
    assert "onvolledig" in as_person(worker).get("/postvak/").content.decode()
    client = as_person(nurse)
    assert client.get("/telefoon/start/").json()["questions"] == 1
    own = client.get(f"/mijn-signalen/{signal.shown_code}/").content.decode()
    assert "We missen nog: waar het is, of de inwoner weet dat je dit doorgeeft." in own
    assert "Stapel post in de gang." in own, "the own text again, and the answer on one screen"
    answer = {"words": "Portiek 9012, ze weet het.", "form_key": uuid.uuid4()}
    client.post(f"/mijn-signalen/{signal.shown_code}/antwoorden/", answer)
    signal.refresh_from_db()
    assert signal.status == "new"
    assert client.get("/telefoon/start/").json()["questions"] == 0
    assert "Portiek 9012, ze weet het." in page_of_desk(signal, as_person)


@pytest.mark.parametrize(("make", "consent"), [(people.shopkeeper, "not_discussed"), (people.home_care, "yes_no_help")])
def test_who_hears_nothing_later_is_not_asked(as_person, make, consent):
    writer = make()
    phone = Phone(as_person(writer))
    phone.send(phone.letter(told(postcode=None, consent_answer=consent)))
    signal = the_signal(writer)
    assert (signal.arrival.incomplete, signal.status) == (True, "new")
    assert not signal.additions.exists()
    assert "onvolledig" in page_of_desk(signal, as_person)


def test_what_fits_no_field_is_read_by_the_desk(phone, nurse, as_person):
    phone.send(phone.letter(told(house_number="12 bis achter", theme="weer", onbekend="komt uit de toekomst")))
    signal = the_signal(nurse)
    assert signal.theme == "other"
    page = page_of_desk(signal, as_person)
    for words in ("12 bis achter", "komt uit de toekomst", "weer", "paste niet in het formulier"):
        assert words in page


def test_the_name_of_the_phone_is_kept_unless_it_was_used_of_late(phone, nurse):
    names = [phone.send(phone.letter(told(words="blauwe fiets"))).json()["name"] for _ in range(2)]
    assert names[0] == "blauwe fiets"
    assert names[1] != "blauwe fiets"
    for proposal in ("vieze hond", "blauwe", "fiets blauwe", 7, None, "blauwe  fiets"):
        assert phone.send(phone.letter(told(words=proposal))).json()["name"] != proposal


def moments(phone, nurse, *, observed, sealed, sent):
    """The observed moment of a signal whose phone told these times, minutes from now."""
    now = timezone.now()
    at = {"observed": observed, "sealed": sealed, "sent": sent}
    iso = {name: (now + timedelta(minutes=offset)).isoformat() for name, offset in at.items()}
    phone.send(phone.letter(told(observed_at=iso["observed"]), sealed=iso["sealed"], sent=iso["sent"]))
    signal = the_signal(nurse)
    return round((signal.observed_at - now).total_seconds() / 60), signal


def test_three_moments_are_kept_and_terms_run_from_arrival(phone, nurse, as_person):
    ago, signal = moments(phone, nurse, observed=-3000, sealed=-2990, sent=0)
    assert ago == -3000
    assert round((signal.arrival.sent_at - signal.arrival.sealed_at).total_seconds() / 60) == 2990
    assert timezone.now() - signal.arrival.created_at < timedelta(minutes=1)
    assert {deadline.started_on for deadline in Deadline.objects.filter(about_id=signal.pk)} == {today()}
    assert "Geschreven" in page_of_desk(signal, as_person)


@pytest.mark.parametrize("wrong", [-600, 600, 60 * 24 * 400])
def test_a_wrong_clock_is_put_right(phone, nurse, wrong):
    ago, signal = moments(phone, nurse, observed=wrong - 45, sealed=wrong - 40, sent=wrong)
    assert ago == -45
    assert signal.observed_at <= signal.arrival.created_at


def test_nothing_was_seen_after_it_arrived(phone, nurse):
    ago, _signal = moments(phone, nurse, observed=100, sealed=50, sent=0)
    assert ago == 0


@pytest.mark.parametrize("clock", ["", None, 3, "gisteren", "9999-12-31T23:59:59+00:00", "\x00"])
def test_a_phone_without_a_clock_is_still_heard(phone, nurse, clock):
    assert phone.send(phone.letter(told(observed_at=clock), sealed=clock, sent=clock)).status_code == 201
    assert timezone.now() - the_signal(nurse).observed_at < timedelta(minutes=1)


def test_who_sends_very_much_must_wait(phone, nurse):
    Setting.objects.get(key="phone_signals_an_hour").change(by=people.BY, reason="loaded", value="2")
    letters = [phone.letter() for _ in range(3)]
    assert [phone.send(letter).status_code for letter in letters] == [201, 201, 429]
    waits = phone.send(letters[2])
    assert (waits.json(), waits.headers["Retry-After"]) == ({"id": letters[2]["id"], "reason": "too_many"}, "600")
    assert phone.send(letters[0]).status_code == 201, "what came in is answered"
    boxes = [phone.send({**phone.letter(), "id": str(uuid.uuid4())}).status_code for _ in range(3)]
    assert boxes == [400, 400, 429]


def test_a_shop_goes_on_tomorrow(as_person):
    phone = Phone(as_person(people.shopkeeper()))
    for _ in range(10):
        assert phone.send(phone.letter()).status_code == 201
    waits = phone.send(phone.letter())
    assert waits.status_code == 429
    assert 0 < int(waits.headers["Retry-After"]) <= 25 * 3600


def test_the_question_of_the_system_stands_in_no_ones_name(phone, nurse):
    phone.send(phone.letter(told(chips=None, observation=None)))
    signal = the_signal(nurse)
    asked = Event.objects.filter(verb="ask_reporter", record_id=signal.pk).get()
    assert (asked.actor_kind, asked.system, asked.actor) == ("system", "arrivals", None)
