"""Words beside a reason that asks none are not thrown away in silence: the field says so, and they stay."""

import uuid

import pytest
from django.urls import reverse

from signalering.audit.reading import reading as reading_block
from signalering.cases.actions import casework
from signalering.cases.actions import meldcode as meldcodes
from signalering.cases.forms.rota import EndShiftForm
from signalering.closed_lists import read
from tests.cases import factories as cases
from tests.referrals import factories as referrals
from tests.referrals.test_drafting import filled
from tests.test_same_again import choices, deeds

pytestmark = pytest.mark.django_db
LOOSE = "Zilverreiger wacht op de trap."
SENTENCE = "Kies Anders, of maak dit vak leeg."
UNASKED = "Hier is geen toelichting nodig. Maak dit vak leeg."
REASONED = [
    *("pick_up", "close", "link", "case_close", "case_reopen"),
    *("referral_withdraw", "referral_return", "referral_stop"),
]


def form_of(reply):
    """The form that came back, on a page of its own or on that of a referral."""
    assert reply.status_code == 200
    return reply.context.get("bound") or reply.context["form"]


def told(reply, name, sentence=SENTENCE):
    form = form_of(reply)
    assert form.errors[name] == [sentence]
    assert LOOSE in reply.content.decode()


@pytest.mark.parametrize("name", REASONED)
def test_words_beside_another_reason_come_back_with_an_error(as_person, name):
    person, where, form = deeds(name)
    client = as_person(person)
    reason = choices(name)[0]
    told(client.post(where, form | {"reason": reason, "words": LOOSE}), "words")
    assert client.post(where, form | {"reason": reason, "words": ""}).status_code == 302


def test_words_beside_few_attempts_may_stand_when_one_of_the_two_is_anders(as_person):
    case = cases.case()
    with reading_block(by=case.director, purpose="debt"):
        at = {"at": case.created_at, "day_part": "morning"}
        casework.record_attempt(case, by=case.director, form_key=uuid.uuid4(), channel="phone", reached=False, **at)
    client, where = as_person(case.director), reverse("case_close", args=[case.shown_code])
    form = {"reason": "no_contact", "few": "", "words": LOOSE}
    few = [item["slug"] for item in read("cases", "lists")["few_attempts"]["items"] if item["slug"] != "other"]
    told(client.post(where, form | {"few": few[0]}), "words")
    assert client.post(where, form | {"few": "other"}).status_code == 302


def test_words_beside_a_threat_that_asks_none(as_person):
    case = cases.case()
    client, where = as_person(case.director), reverse("case_threat", args=[case.shown_code])
    told(client.post(where, {"threat_kind": "end_of_supply", "clock_reason": "illness", "words": LOOSE}), "words")
    told(
        client.post(where, {"threat_kind": "eviction", "clock_reason": "other", "words": LOOSE}),
        "words",
        UNASKED,
    )
    said = {"threat_kind": "end_of_supply", "clock_reason": "other", "words": LOOSE}
    assert client.post(where, said).status_code == 302


def test_words_beside_why_it_goes_there_all_the_same(as_person):
    case = cases.case()
    client, where = as_person(case.director), reverse("referral_draft", args=[case.shown_code])
    doubtful = filled(minor_children="no", entry_rule_words=LOOSE)
    told(client.post(where, doubtful | {"entry_rule_reason": "pilot"}), "entry_rule_words")
    told(
        client.post(where, filled(entry_rule_words=LOOSE)),
        "entry_rule_words",
        UNASKED,
    )
    assert client.post(where, doubtful | {"entry_rule_reason": "other"}).status_code == 302


def test_words_beside_the_end_of_a_shift():
    form = EndShiftForm({"reason": "swapped", "words": LOOSE})
    assert form.errors == {"words": [SENTENCE]}
    assert EndShiftForm({"reason": "other", "words": LOOSE}).is_valid()


@pytest.mark.parametrize("name", ["deviation_words", "report_number"])
def test_words_beside_a_decision_that_follows_the_advice(as_person, name):
    case = cases.case()
    one = cases.meldcode(case)
    with reading_block(by=case.director, purpose="youth"):
        one = meldcodes.answer(one, by=case.director, version=one.version, answers={"suspicion": "no"})
        advice = meldcodes.weigh(meldcodes.answers_of(one))[0]
    where = reverse("meldcode_decide", args=[case.shown_code])
    form = {"decision": advice, name: LOOSE, "version": one.version, "meldcode": one.pk}
    told(as_person(case.director).post(where, form), name, UNASKED)
    assert as_person(case.director).post(where, form | {name: ""}).status_code == 302


def test_the_list_of_reasons_of_a_thrown_away_draft_is_the_same_rule(as_person):
    referral = referrals.draft()
    where = reverse("referral_discard", args=[referral.shown_code])
    told(as_person(referral.sender).post(where, {"reason": "solved", "words": LOOSE}), "words")
