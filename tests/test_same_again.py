"""The same person makes the same move twice: harmless when nothing is lost, else every typed word comes back."""

import pytest
from django.urls import reverse

from signalering.audit.reading import reading as reading_block
from signalering.cases.actions import casework
from signalering.cases.models import Case
from signalering.cases.working_days import add_working_days, today
from signalering.referrals.actions import answering
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.cases.test_links import same as alike
from tests.referrals import factories as referrals
from tests.referrals.test_drafting import errors, triaged

pytestmark = pytest.mark.django_db
OTHER = "Zilverreiger wacht op de trap."
SENTENCE = "Dit formulier is al eerder verstuurd, met andere woorden."
PICKED_UP = {"reason": "fits_team", "legal_basis": "consent", "purpose": "debt"}


@pytest.mark.parametrize(
    "other",
    [
        {"reason": "other", "words": OTHER},
        {"threat_kind": "eviction"},
        {"legal_basis": "public_task"},
        {"purpose": "safety"},
        {"minor_children": "no", "entry_rule_reason": "pilot"},
    ],
)
def test_a_signal_referred_with_other_words_about_its_case_is_not_called_saved(as_person, other):
    signal, client, form = cases.signal(), as_person(people.wot_worker()), triaged()
    where = reverse("triage_refer", args=[signal.shown_code])
    for _ in range(2):
        assert client.post(where, form).status_code == 302
    reply = client.post(where, form | other)
    assert SENTENCE in str(errors(reply))
    assert other.get("words", "") in reply.content.decode()
    again = client.post(where, form | other | {"form_key": reply.context["form"]["form_key"].value()})
    assert again.status_code == (409 if "words" in other else 302), "a signal is taken up once; words are not lost"
    assert Case.objects.count() == 1


def test_what_was_reported_as_a_threat_is_the_same_form_too(as_person):
    signal, worker = cases.signal(), people.wot_worker()
    cases.alert(by=worker, about=signal)
    client, form = as_person(worker), triaged()
    where = reverse("triage_refer", args=[signal.shown_code])
    for _ in range(2):
        assert client.post(where, form).status_code == 302


def test_a_case_that_was_described_since_is_still_the_same_form(as_person):
    signal, worker, form = cases.signal(), people.wot_worker(), triaged(reason="other", words="Past hier.")
    client, where = as_person(worker), reverse("triage_refer", args=[signal.shown_code])
    client.post(where, form)
    case = Case.objects.get()
    with reading_block(by=worker, purpose="debt"):
        told = {"summary": "Nieuwe woorden.", "minor_children": "no"}
        casework.describe(case, by=worker, version=case.version, **told)
    assert client.post(where, form).status_code == 302


def started():
    """A referral that its acceptor works on."""
    referral = referrals.accepted()
    with reading_block(by=referral.accepted_by, purpose="debt"):
        answering.start(referral, by=referral.accepted_by)
    return referral


def deeds(name):
    """Who does an act, where, with which form; and the field that other words go in."""
    if name in ("pick_up", "close", "link"):
        signal, worker = cases.signal(), people.wot_worker()
        forms = {"pick_up": PICKED_UP, "close": {"reason": "not_a_concern"}, "link": {}}
        form = forms[name] | {"reason": "other", "words": "Zo is het."}
        if name == "link":
            form["case"] = cases.case(by=worker).code
        return worker, reverse(f"triage_{name}", args=[signal.shown_code]), form
    if name == "case_links":
        director = people.wot_worker()
        case, other = alike(director), alike(director)
        proposal = ".".join(str(one.case_residents.get().pk) for one in (case, other))
        form = {"proposal": proposal, "reason": "other", "words": "Zo is het."}
        return director, reverse(name, args=[case.shown_code]), form
    if name in ("case_close", "case_reopen"):
        case = cases.case()
        form = {"reason": "other", "words": "Zo is het."}
        if name == "case_reopen":
            with reading_block(by=case.director, purpose="debt"):
                casework.close_case(case, by=case.director, outcome="advice")
        return case.director, reverse(name, args=[case.shown_code]), form
    act = name.removeprefix("referral_")
    form = {"reason": "other", "words": "Zo is het."}
    if act == "complete":
        form = {"outcome": "goal_reached", "words": "Zo is het."}
    if act in ("complete", "stop"):
        referral = started()
        person = referral.accepted_by
    else:
        referral = referrals.sent()
        person = referral.sender if act == "withdraw" else people.partner()
    return person, reverse(name, args=[referral.shown_code]), form


@pytest.mark.parametrize(
    "name",
    [
        *("pick_up", "close", "link", "case_close", "case_reopen", "case_links"),
        *("referral_withdraw", "referral_return", "referral_complete", "referral_stop"),
    ],
)
def test_the_same_move_with_other_words_gives_them_back(as_person, name):
    person, where, form = deeds(name)
    client = as_person(person)
    assert client.post(where, form).status_code == 302
    assert client.post(where, form).status_code == 302, "the same words: harmless"
    reply = client.post(where, form | {"words": OTHER})
    assert reply.status_code == 409
    assert OTHER in reply.content.decode()
    assert "Je hebt dit zelf net gewijzigd." in reply.content.decode()
    without = form | {"words": "", "reason": next(iter(choices(name)), "")}
    assert client.post(where, without).status_code == 302, "nothing was typed"


def choices(name):
    """A reason that asks no words."""
    return {
        "pick_up": ["fits_team"],
        "close": ["not_a_concern"],
        "link": ["same_person"],
        "case_close": ["advice"],
        "case_reopen": ["new_signal"],
        "case_links": ["same_person_confirmed"],
        "referral_withdraw": ["solved"],
        "referral_return": ["full"],
        "referral_stop": ["no_show"],
    }.get(name, [])


def test_another_day_of_a_first_contact_is_not_lost(as_person):
    referral, client = referrals.sent(), as_person(people.partner())
    where = reverse("referral_accept", args=[referral.shown_code])
    form = {"first_contact_on": add_working_days(today(), 2).isoformat()}
    for _ in range(2):
        assert client.post(where, form).status_code == 302
    other = add_working_days(today(), 3).isoformat()
    reply = client.post(where, {"first_contact_on": other})
    assert reply.status_code == 409
    assert other in reply.content.decode()


def test_another_day_of_a_threat_is_not_lost(as_person):
    signal, client = cases.signal(), as_person(people.wot_worker())
    where = reverse("triage_pick_up", args=[signal.shown_code])
    form = PICKED_UP | {"threat_kind": "eviction", "threat_date": today().isoformat()}
    for _ in range(2):
        assert client.post(where, form).status_code == 302
    other = add_working_days(today(), 3).isoformat()
    reply = client.post(where, form | {"threat_date": other})
    assert reply.status_code == 409
    assert other in reply.content.decode()
