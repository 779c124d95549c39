"""One key from several processes at the same instant: one signal, and the same bytes for each."""

import pytest

from signalering.cases.models import Arrival, Concept, Signal, SignalAddition
from tests.accounts import factories as people
from tests.cases.sealing import PLAIN, Phone
from tests.two_processes import race

pytestmark = pytest.mark.django_db(transaction=True)


def sending(phone, letter):
    """Send when the others do."""

    def deed(barrier):
        barrier.wait(timeout=30)
        reply = phone.send(letter)
        return reply.status_code, reply.content

    return deed


@pytest.fixture
def nurse():
    return people.home_care()


@pytest.fixture
def phone(nurse, as_person):
    return Phone(as_person(nurse))


def test_one_letter_sent_at_once_is_one_signal(phone, nurse):
    for _ in range(3):
        letter = phone.letter()
        answers = race(*[sending(phone, letter)] * 4)
        assert set(answers) == {(201, answers[0][1])}
    assert Signal.objects.filter(writer=nurse).count() == Arrival.objects.count() == 3


def test_two_texts_sent_at_once_are_one_signal_and_one_kept_beside_it(phone, nurse):
    for count in range(1, 4):
        first = phone.letter()
        second = phone.letter({**PLAIN, "observation": "Toch anders."}, id=first["id"])
        answers = race(*[sending(phone, first)] * 2, *[sending(phone, second)] * 2)
        assert sorted(answer[0] for answer in answers) == [201, 201, 409, 409]
        assert len(set(answers)) == 2
        assert Signal.objects.filter(writer=nurse).count() == SignalAddition.objects.count() == count


def test_one_concept_sent_at_once_is_one_concept(phone):
    letter = phone.letter({**PLAIN, "kind": "concept"}, kind="concept")
    answers = race(*[sending(phone, letter)] * 3)
    assert set(answers) == {(201, answers[0][1])}
    assert Concept.objects.count() == 1
