"""A link from a case that somebody may not see, also of the safety compartment, says nothing and stands in no way."""

import pytest

from signalering.cases.models import CaseResident, PersonLink
from signalering.crypto.fields import says
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.cases.test_links import at, proposed, same

pytestmark = pytest.mark.django_db


@pytest.fixture
def director():
    return people.wot_worker()


@pytest.fixture
def desk(as_person, director):
    return as_person(director)


@pytest.fixture
def apart(director):
    """Two cases of a director, whose residents were linked from a third that only the CO-team sees."""
    case, other = same(director), same(director)
    watcher = people.wot_worker("CO-team")
    unsafe = cases.signal(consent_answer="not_safe", unsafe_reason="violence_at_home")
    hidden = cases.case(by=watcher, about=unsafe, purpose="safety")
    pair = sorted(one.case_residents.get().resident_id for one in (case, other))
    CaseResident(case=hidden, resident_id=pair[1], role="other").save_as(watcher, "case_work")
    link = PersonLink(case=hidden, first_id=pair[0], second_id=pair[1], reason="same_identity", decided_by=watcher)
    return case, other, link.save_as(watcher, "same_identity")


def decide(desk, case, **more):
    """The director links whom the page proposes."""
    key = desk.get(at(case)).context["form"].fields["proposal"].choices[0][0]
    return desk.post(at(case), {"proposal": key, "reason": "same_person_confirmed", **more})


def test_who_may_not_see_it_is_proposed_the_pair_and_told_nothing(apart, desk):
    case, other, _hidden = apart
    page = desk.get(at(case))
    assert proposed(page) == {other.shown_code}
    assert page.context["links"] == []
    for one in (case, other):
        assert "Ook bekend in" not in desk.get(at(one, "")).content.decode()


def test_their_own_decision_and_undoing_it_leave_the_hidden_one_as_it_was(apart, desk, director, reading):
    case, other, hidden = apart
    reply = decide(desk, case, reason="other", words="De buurvrouw kent haar.")
    assert reply.status_code == 302, "nobody who is hidden was first"
    mine = case.person_links.get()
    with reading(director):
        assert says(mine, words="De buurvrouw kent haar.")
    assert f'href="/casussen/{other.shown_code}/"' in desk.get(at(case, "")).content.decode()
    assert desk.get(at(case)).context["form"] is None
    assert cases.linked(other, case) == mine, "of what they may see there is one"
    undo = at(case, f"zelfde-inwoner/{mine.pk}/losmaken/")
    assert desk.post(undo, {"reason": "not_same_person"}).status_code == 302
    assert proposed(desk.get(at(case))) == {other.shown_code}, "all is as it was"
    assert "Ook bekend in" not in desk.get(at(case, "")).content.decode()
    hidden.refresh_from_db()
    assert (hidden.ended_at, hidden.version) == (None, 1)
