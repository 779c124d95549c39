"""Preparing a referral: where it can go, what goes along, and a question without a name."""

import re
import uuid

import pytest
from django.urls import reverse

from signalering.audit.models import Look
from signalering.cases.models import Case
from signalering.referrals.models import Programme, Referral
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.referrals import factories as referrals

pytestmark = pytest.mark.django_db


def key_of(programme):
    return f"p-{Programme.objects.get(name=programme).pk.hex}"


def filled(**changed):
    """The form of a referral as a worker fills it in."""
    plain = {
        "where": key_of("Ontruimingspreventie"),
        "minor_children": "yes",
        "question": "Drie maanden achter met de huur. Kunnen jullie helpen?",
        "fields_shared": ["name", "address"],
        "form_key": uuid.uuid4(),
    }
    return {**plain, **changed}


def triaged(**changed):
    return {**filled(reason="fits_team", legal_basis="consent", purpose="debt"), **changed}


def errors(reply):
    assert reply.status_code == 200
    return reply.context["form"].errors


def test_a_case_is_referred_in_a_draft_that_nobody_else_sees(as_person):
    case = cases.case()
    client = as_person(case.director)
    page = client.get(reverse("referral_draft", args=[case.shown_code]))
    assert page.status_code == 200
    reply = client.post(reverse("referral_draft", args=[case.shown_code]), filled())
    referral = Referral.objects.get()
    assert reply.url == reverse("referral", args=[referral.shown_code])
    assert referral.status == "draft"
    assert referral.fields_shared == ["name", "address", "asked"]
    other = people.partner()
    assert as_person(other).get(reply.url).status_code == 404


def test_places_that_fit_the_theme_stand_first_and_the_own_team_is_no_place(as_person):
    case = cases.case()
    page = as_person(case.director).get(reverse("referral_draft", args=[case.shown_code]))
    groups = page.context["form"].where_groups
    names = [[target.label for _button, target in group["options"]] for group in groups]
    assert names[0] == ["Ontruimingspreventie"]
    assert "Welzijn op recept" in names[1]
    assert names[2][0] == "Stroomopwaarts vroegsignalering"
    assert case.team.name not in names[2]
    assert "past bij thema Geld of huur" in page.content.decode()


def test_an_entry_rule_warns_and_asks_a_reason_but_never_blocks(as_person):
    case = cases.case()
    client, address = as_person(case.director), reverse("referral_draft", args=[case.shown_code])
    page = client.get(address).content.decode()
    assert "Voor een gezin met minderjarige kinderen." in page
    refused = errors(client.post(address, filled(minor_children="no")))
    assert "Voor een gezin met minderjarige kinderen." in refused["entry_rule_reason"][0]
    refused = errors(client.post(address, filled(minor_children="no", entry_rule_reason="other")))
    assert set(refused) == {"entry_rule_words"}
    client.post(address, filled(minor_children="no", entry_rule_reason="no_better_offer"))
    assert Referral.objects.get().entry_rule_reason == "no_better_offer"


def test_a_reason_without_a_warning_is_not_kept(as_person):
    case = cases.case()
    address = reverse("referral_draft", args=[case.shown_code])
    as_person(case.director).post(address, filled(entry_rule_reason="pilot"))
    assert Referral.objects.get().entry_rule_reason == ""


def test_what_is_answered_about_children_stays_with_the_case(as_person, reading):
    case = cases.case()
    as_person(case.director).post(reverse("referral_draft", args=[case.shown_code]), filled())
    case.refresh_from_db()
    with reading(case.director):
        assert case.minor_children == "yes"


@pytest.mark.parametrize(
    "question",
    [
        "Kan mevrouw Aardappel worden geholpen?",
        "AARDÁPPELS huur is te laat.",
        "Zij woont op 3117 bx 9012.",
        "Aan de Vijverstraat, graag bellen.",
        "Bel 06-98 76 54 32.",
    ],
)
def test_the_question_is_asked_without_name_address_or_phone(as_person, question):
    signal = cases.signal(name="Mw. A. Aardappel", street="Vijverstraat", phone="+31 6 98765432")
    case = cases.case(about=signal)
    address = reverse("referral_draft", args=[case.shown_code])
    refused = errors(as_person(case.director).post(address, filled(question=question)))
    assert set(refused) == {"question"}
    assert not Referral.objects.exists()


@pytest.mark.parametrize("question", ["Help met de huur van mevrouw.", "De vijver is vol, 3117 is het niet."])
def test_common_words_are_no_name(as_person, question):
    signal = cases.signal(name="Mw. van de A.", street="Vijverstraat")
    case = cases.case(about=signal)
    as_person(case.director).post(reverse("referral_draft", args=[case.shown_code]), filled(question=question))
    assert Referral.objects.count() == 1


def test_what_is_going_on_is_shared_only_when_ticked_and_written(as_person, reading):
    case = cases.case()
    client, address = as_person(case.director), reverse("referral_draft", args=[case.shown_code])
    ticked = ["name", "observation"]
    assert set(errors(client.post(address, filled(fields_shared=ticked)))) == {"observation"}
    assert set(errors(client.post(address, filled(observation="Drie brieven.")))) == {"observation"}
    client.post(address, filled(fields_shared=ticked, observation="Drie brieven."))
    with reading(case.director):
        assert Referral.objects.get().observation == "Drie brieven."


def test_the_same_form_sent_twice_is_one_draft(as_person):
    case = cases.case()
    client, form = as_person(case.director), filled()
    first = client.post(reverse("referral_draft", args=[case.shown_code]), form)
    again = client.post(reverse("referral_draft", args=[case.shown_code]), form)
    assert first.url == again.url
    assert Referral.objects.count() == 1


def test_a_signal_is_referred_in_one_act_and_the_same_form_twice_is_one_case(as_person):
    signal, worker = cases.signal(), people.wot_worker()
    client, form = as_person(worker), triaged()
    page = client.get(reverse("triage_refer", args=[signal.shown_code]))
    assert "Stapel ongeopende post." in page.content.decode()
    first = client.post(reverse("triage_refer", args=[signal.shown_code]), form)
    again = client.post(reverse("triage_refer", args=[signal.shown_code]), form)
    referral = Referral.objects.get()
    assert first.url == reverse("referral", args=[referral.shown_code])
    assert again.status_code == 302
    case = Case.objects.get()
    assert (case.director, referral.case, referral.sender) == (worker, case, worker)
    signal.refresh_from_db()
    assert signal.case == case


def test_nothing_is_opened_when_the_form_is_not_right(as_person):
    signal, worker = cases.signal(), people.wot_worker()
    reply = as_person(worker).post(reverse("triage_refer", args=[signal.shown_code]), triaged(where=""))
    assert set(errors(reply)) == {"where"}
    assert not Case.objects.exists()


def test_only_the_desk_that_triages_refers_a_signal(as_person):
    signal = cases.signal()
    for stranger in (people.wot_worker(team="WOT Zuid"), people.partner(), people.privacy_officer()):
        assert as_person(stranger).get(reverse("triage_refer", args=[signal.shown_code])).status_code == 404


def test_a_colleague_cannot_refer_a_case(as_person):
    case = cases.case()
    colleague, coordinator = people.wot_worker(), people.coordinator()
    address = reverse("referral_draft", args=[case.shown_code])
    assert as_person(colleague).get(address).status_code == 404
    assert as_person(coordinator).get(address).status_code == 403


def test_a_draft_is_changed_until_it_is_sent(as_person, reading):
    referral = referrals.draft()
    client = as_person(referral.sender)
    address = reverse("referral_rewrite", args=[referral.shown_code])
    page = client.get(address)
    assert "Kunnen jullie helpen met de huur?" in page.content.decode()
    form = filled(where=key_of("Welzijn op recept"), entry_rule_reason="pilot", version=referral.version)
    assert client.post(address, form).status_code == 302
    referral.refresh_from_db()
    assert referral.programme.name == "Welzijn op recept"
    assert referral.receiving_team.name == "Seniorenwelzijn welzijnscoach"
    stale = client.post(address, {**form, "question": "Woorden die blijven staan"})
    assert stale.status_code == 409
    assert "Woorden die blijven staan" in stale.content.decode()


def test_a_place_that_returned_before_says_so(as_person):
    case = cases.case()
    back = referrals.sent(case)
    client = as_person(people.partner())
    client.post(reverse("referral_return", args=[back.shown_code]), {"reason": "full"})
    page = as_person(case.director).get(reverse("referral_draft", args=[case.shown_code])).content.decode()
    assert "Eerder teruggestuurd: we zitten vol." in page


def test_the_directory_chooses_the_place(as_person):
    case = cases.case()
    address = reverse("referral_draft", args=[case.shown_code])
    page = as_person(case.director).get(address, {"naar": key_of("Welzijn op recept")})
    groups = page.context["form"].where_groups
    assert [group["open"] for group in groups] == [True, True, False]
    assert re.search(rf'value="{key_of("Welzijn op recept")}"[^>]*checked', page.content.decode())


def test_every_look_of_drafting_says_why_it_was_allowed(as_person):
    signal, worker = cases.signal(), people.wot_worker()
    as_person(worker).post(reverse("triage_refer", args=[signal.shown_code]), triaged())
    case = Case.objects.get()
    as_person(worker).post(reverse("referral_draft", args=[case.shown_code]), filled())
    as_person(worker).get(reverse("referral", args=[case.referrals.first().shown_code]))
    pages = Look.objects.filter(page__in=["triage_refer", "referral_draft", "referral"], actor=worker)
    assert pages.exists()
    assert [f"{look.page} {look.label} {look.fields}" for look in pages.filter(grant_id=None)] == []
    assert [f"{look.page} {look.label}" for look in pages.exclude(label="signal") if not look.subjects] == []


HOSTILE = ["\x00", "\u202e", "a" * 20_000, "p-zz", "²"]
FIELDS = ["where", "minor_children", "entry_rule_reason", "question", "fields_shared", "observation", "form_key"]


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_input_gets_a_sentence_and_never_a_500(as_person, value):
    case, signal, worker = cases.case(), cases.signal(), people.wot_worker()
    director, triage = as_person(case.director), as_person(worker)
    address = reverse("referral_draft", args=[case.shown_code])
    for name in FIELDS:
        assert director.post(address, filled(**{name: value})).status_code in (200, 302), name
    address = reverse("triage_refer", args=[signal.shown_code])
    for name in ("reason", "legal_basis", "purpose", "words", "threat_kind", "threat_date"):
        assert triage.post(address, triaged(where="", **{name: value})).status_code == 200, name
    assert triage.get(f"/casussen/{value[:9]}/verwijzen/").status_code in (400, 404)
    draft = referrals.draft(case)
    address = reverse("referral_rewrite", args=[draft.shown_code])
    assert director.post(address, filled(version=value)).status_code in (200, 409)
