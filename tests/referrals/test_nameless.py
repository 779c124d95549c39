"""What a receiving desk reads before anybody accepts names nobody of the house, nor does it become so later."""

import uuid

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from signalering.audit.models import Look
from signalering.audit.reading import reading as reading_block
from signalering.cases.actions import household
from signalering.cases.without_name import given_away
from signalering.referrals.actions import answering, sending
from signalering.referrals.models import Referral
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.referrals import factories as referrals
from tests.referrals.pages import address, eleven_minutes_later, text
from tests.referrals.test_drafting import errors, filled

pytestmark = pytest.mark.django_db
MEMBER = "Kan iemand met Fatima Yilmaz praten?"
OPEN = "Wil mevrouw Kanariedijk hulp?"
WITHDRAW = "Trek die verwijzing in, en maak een nieuwe met een andere vraag."


def described(case, **details):
    """The form about the resident of a case, as its director fills it in."""
    return {"version": case.case_residents.get(role="main").resident.version, **details}


def about_resident(client, case, **details):
    return client.post(reverse("case_resident", args=[case.shown_code]), described(case, **details))


def about_member(client, case, **details):
    sent = {"role": "partner", "form_key": uuid.uuid4(), **details}
    return client.post(reverse("case_member_add", args=[case.shown_code]), sent)


def test_a_question_names_nobody_of_the_house(as_person):
    case = cases.case()
    cases.member(case, name="Fatima", surname="Yilmaz")
    client = as_person(case.director)
    for where, form in (
        (reverse("referral_draft", args=[case.shown_code]), filled(question=MEMBER)),
        (address(draft := referrals.draft(case), "rewrite"), filled(question=MEMBER, version=draft.version)),
    ):
        assert set(errors(client.post(where, form))) == {"question"}
    assert not Look.objects.filter(page__in=["referral_draft", "referral_rewrite"], grant_id=None).exists()


def test_a_draft_that_names_somebody_who_came_later_is_not_sent(as_person):
    case = cases.case()
    cases.consent(case)
    referral = referrals.draft(case, question=MEMBER)
    cases.member(case, name="Fatima", surname="Yilmaz")
    client = as_person(case.director)
    reply = client.post(address(referral, "send"), {"version": referral.version})
    assert "Hier staat de naam van de inwoner of van een huisgenoot in." in text(reply)
    assert Referral.objects.get().status == "draft"
    looks = Look.objects.filter(page="referral_send")
    assert not looks.filter(grant_id=None).exists()
    assert not looks.filter(subjects=[]).exists()


def test_what_came_back_is_not_restored_with_a_name_that_came_later(as_person):
    case = cases.case()
    referral = referrals.sent(case, question=MEMBER)
    as_person(people.partner()).post(address(referral, "return"), {"reason": "full"})
    # written down past the form, as an import would
    member = cases.member(case, name="Naamloos").resident
    member.change(by=case.director, reason="case_work", name="Fatima Yilmaz")
    reply = as_person(case.director).post(address(referral, "restore"))
    assert "huisgenoot" in text(reply)
    assert Referral.objects.get().status == "returned"


@pytest.mark.parametrize(
    ("question", "known"),
    [
        ("Mail naar Kanarie.Dijk@voorbeeld.nl graag.", {"email": "kanarie.dijk@voorbeeld.nl"}),
        ("Hij slaapt bij het Pannenkoekenhuis aan de haven.", {"place": "Pannenkoekenhuis"}),
        ("Bel 06 98 76 54 32.", {"phone": "+31698765432"}),
        ("Vijverstraat, graag bellen.", {"street": "Vijverstraat"}),
        ("Post voor 3117 bx.", {"postcode": "3117BX"}),
    ],
)
def test_an_address_of_any_kind_gives_somebody_away(question, known):
    assert given_away(question, **known) == set(known)


@pytest.mark.parametrize(
    "born",
    [
        "geboren 3-5-1980",
        "geboren op 03-05-1980.",
        "geb. 03/05/80",
        "3.5.80",
        "3 mei 1980",
        "3e mei 1980",
        "3 mei '80",
        "3MEI1980",
        "3 May 1980",
        "May 3, 1980",
        "1980-05-03",
        "03051980",
        "800503",
    ],
)
def test_a_day_of_birth_gives_somebody_away(born):
    assert given_away(f"Hulp voor een man, {born}, met schulden.", birth_date="1980-05-03") == {"birth_date"}


@pytest.mark.parametrize(
    "day", ["3-5-2026", "3 mei", "5 maart 1980", "in 1980", "13-5-1980", "3 kinderen, 5 brieven, 1980 euro"]
)
def test_another_day_gives_nobody_away(day):
    assert given_away(f"Hulp graag, {day}.", birth_date="1980-05-03") == set()
    assert given_away(f"Hulp graag, {day}.", birth_date="onbekend") == set()


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Yildiz", "Yıldız"),
        ("Yıldız", "Yildiz"),
        ("Sorensen", "Sørensen"),
        ("Lukasz", "Łukasz"),
        ("Dordevic", "Đorđević"),
        ("Straet", "Stræt"),
        ("Weiss", "Weiß"),
        ("Inci", "İnci"),
    ],
)
def test_a_name_gives_somebody_away_however_it_is_spelled(written, name):
    assert given_away(f"Wie helpt mevrouw {written}?", surname=name) == {"surname"}


def test_a_day_of_birth_is_kept_out_of_a_draft_and_of_what_is_written_down_later(as_person):
    case = cases.case()
    client = as_person(case.director)
    referral = referrals.sent(case, question="Hulp voor een man van 3 mei 1980?")
    refused = errors(about_resident(client, case, birth_date="03-05-1980"))
    assert referral.shown_code in refused["birth_date"][0]
    other = cases.case()
    client = as_person(other.director)
    assert about_resident(client, other, birth_date="03-05-1980").status_code == 302
    where = reverse("referral_draft", args=[other.shown_code])
    refused = errors(client.post(where, filled(question="Geboren op 3-5-1980, wie helpt?")))
    assert "Hier staat de geboortedatum van de inwoner" in refused["question"][0]


@pytest.mark.parametrize(
    ("question", "known"),
    [
        ("Zij kwam in de winkel met een vraag.", {"place": "In de winkel"}),
        ("Wie kan er thuis komen?", {"place": "Thuis"}),
        ("Help het kind en de moeder.", {"name": "Kind", "surname": ""}),
        ("Graag hulp.", {"email": "", "place": "", "name": ""}),
    ],
)
def test_words_that_fit_anybody_give_nobody_away(question, known):
    assert given_away(question, **known) == set()


def test_an_e_mail_address_and_a_place_are_kept_out_of_a_draft(as_person):
    case = cases.case()
    client = as_person(case.director)
    assert about_resident(client, case, email="kanarie@voorbeeld.nl", place="Pannenkoekenhuis").status_code == 302
    where = reverse("referral_draft", args=[case.shown_code])
    for question in ("Mail kanarie@voorbeeld.nl", "Kom naar het pannenkoekenhuis."):
        refused = errors(client.post(where, filled(question=question)))
        assert "Hier staat een adres, telefoonnummer of e-mailadres in." in refused["question"][0]


@pytest.mark.parametrize("named", [{"name": "Mw. Kanariedijk"}, {"surname": "Kanariedijk"}])
def test_no_name_is_filled_in_that_an_open_question_holds(as_person, named):
    case = cases.case(about=cases.signal(name=""))
    referral = referrals.sent(case, question=OPEN)
    client = as_person(case.director)
    refused = errors(about_resident(client, case, **named))
    assert set(refused) == set(named)
    assert referral.shown_code in refused[next(iter(named))][0]
    assert WITHDRAW in refused[next(iter(named))][0]
    looks = Look.objects.filter(page="case_resident", label="referral")
    assert looks.exists()
    assert not looks.filter(grant_id=None).exists()
    assert not looks.filter(subjects=[]).exists()
    client.post(address(referral, "withdraw"), {"reason": "mistake"})
    assert about_resident(client, case, **named).status_code == 302


def test_nobody_is_added_or_mended_whom_an_open_question_names(as_person):
    case = cases.case()
    known = cases.member(case, name="Kind")
    referrals.sent(case, question=MEMBER)
    client = as_person(case.director)
    assert set(errors(about_member(client, case, name="Fatima"))) == {"name"}
    assert not Look.objects.filter(page="case_member_add", subjects=[]).exists()
    sent = {"role": "child", "surname": "Yilmaz", "version": known.resident.version}
    reply = client.post(reverse("case_member", args=[case.shown_code, known.pk]), sent)
    assert set(errors(reply)) == {"surname"}
    assert about_member(client, case, name="Zehra").status_code == 302


def test_the_same_member_sent_twice_is_one_person_also_when_a_question_was_sent_since(as_person):
    case = cases.case()
    client, key = as_person(case.director), uuid.uuid4()
    assert about_member(client, case, name="Zehra", form_key=key).status_code == 302
    referrals.sent(case, question="Graag hulp met de huur.")
    assert about_member(client, case, name="Zehra", form_key=key).status_code == 302
    assert case.case_residents.count() == 2


@pytest.mark.parametrize("answer", ["accept", "return"])
def test_while_an_answer_can_be_undone_the_question_still_counts(as_person, answer):
    case = cases.case(about=cases.signal(name=""))
    referral = referrals.sent(case, question=OPEN)
    desk = people.partner()
    with reading_block(by=desk, purpose="debt"):
        if answer == "accept":
            answering.accept(referral, by=desk, first_contact_on="2026-11-24")
        else:
            answering.send_back(referral, by=desk, reason="full")
    client = as_person(case.director)
    refused = errors(about_resident(client, case, name="Kanariedijk"))
    assert "Wacht tot" in refused["name"][0]
    eleven_minutes_later(referral)
    assert about_resident(client, case, name="Kanariedijk").status_code == 302


def test_after_accepting_the_question_is_for_who_accepted(as_person):
    referral = referrals.accepted(cases.case(about=cases.signal(name="")), question=OPEN)
    assert "Kanariedijk" in text(as_person(referral.accepted_by).get(address(referral)))
    page = as_person(people.partner()).get(address(referral))
    assert page.status_code == 200
    assert "Kanariedijk" not in text(page)


def test_a_draft_and_what_ended_stand_in_nobodys_way(as_person):
    case = cases.case(about=cases.signal(name=""))
    referrals.draft(case, question=OPEN)
    with reading_block(by=case.director, purpose="debt"):
        sending.withdraw(referrals.sent(case, question=OPEN), by=case.director, reason="solved")
    assert about_resident(as_person(case.director), case, name="Kanariedijk").status_code == 302


def test_the_action_itself_refuses(reading):
    case = cases.case()
    referrals.sent(case, question=MEMBER)
    with reading(case.director), pytest.raises(ValidationError) as refused:
        household.add_member(case, by=case.director, form_key=uuid.uuid4(), role="child", name="Fatima")
    assert set(refused.value.message_dict) == {"name"}
