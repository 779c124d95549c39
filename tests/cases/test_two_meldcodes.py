"""One case can have its meldcode gone through twice: a page of the one never writes in the other."""

import pytest

from signalering.cases.working_days import today
from tests.cases import factories as cases
from tests.cases.test_meldcode import advice, at, now, page_of, send, text, through

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    """A case whose director goes through the meldcode."""
    return cases.case()


@pytest.fixture
def desk(case, as_person):
    """Its director, signed in."""
    return as_person(case.director)


def test_a_page_of_the_first_meldcode_writes_nothing_in_the_second(case, desk, reading):
    through(desk, case)
    old = page_of(now())
    send(desk, case, "wegen", suspicion="no")
    send(desk, case, "beslissen", decision="close")
    with reading(case.director):
        second = cases.meldcode(case)
    assert (second.version, second.pk == old["meldcode"]) == (old["version"], False)
    typed = {"talked": "yes", "talked_on": today().isoformat(), "talk_words": "Over het eerste gezin."}
    for step, answers in (("gesprek", typed), ("signalen", {"signs": "Over het eerste gezin."})):
        reply = desk.post(at(case, f"{step}/"), {**answers, **old})
        assert reply.status_code == 409, step
        assert "Over het eerste gezin." in text(reply)
        second.refresh_from_db()
        assert second.version == old["version"], step


def test_a_page_that_does_not_say_which_meldcode_it_showed_changes_none(case, desk):
    through(desk, case)
    begun = now()
    reply = desk.post(at(case, "advies/"), advice(version=begun.version, advice_words="Praat nu met vader."))
    assert reply.context["form"].errors == {"meldcode": ["Laad de pagina opnieuw."]}
    assert "Praat nu met vader." in text(reply)
    for other in (cases.meldcode(cases.case()).pk, case.pk, "x"):
        page = {"version": begun.version, "meldcode": other}
        reply = desk.post(at(case, "advies/"), advice(advice_words="Praat nu met vader.", **page))
        assert reply.status_code == 404
        assert "Praat nu met vader." in text(reply)
    assert case.meldcodes.get().version == begun.version
