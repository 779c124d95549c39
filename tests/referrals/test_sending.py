"""The sender's side: nothing leaves without consent, and what was shared dies with a no."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from signalering.audit.models import Look
from signalering.cases.models import Notice
from signalering.referrals.actions.extracts import destroy_ended
from signalering.referrals.models import Referral, ReferralExtract
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.referrals import factories as referrals
from tests.referrals.pages import (
    NAME,
    POSTCODE,
    STREET,
    address,
    eleven_minutes_later,
    later,
    named_case,
    none_of_it,
    text,
)

pytestmark = pytest.mark.django_db


def test_without_recorded_consent_it_is_drafted_and_the_page_says_why_it_is_not_sent(as_person):
    case = named_case()
    referral = referrals.draft(case)
    client = as_person(case.director)
    page = client.get(address(referral))
    assert "Versturen kan nog niet." in text(page)
    assert reverse("case_consent", args=[case.shown_code]) in text(page)
    assert address(referral, "send") not in text(page)
    refused = client.post(address(referral, "send"), {"version": referral.version})
    assert refused.status_code == 200
    assert "toestemming van de inwoner is vastgelegd" in text(refused)
    referral.refresh_from_db()
    assert referral.status == "draft"
    assert not ReferralExtract.objects.exists()


def test_the_sender_sees_what_the_receiver_sees_before_sending(as_person):
    case = named_case()
    cases.consent(case)
    referral = referrals.draft(case)
    page = text(as_person(case.director).get(address(referral)))
    assert page.index("Dit ziet de ontvanger") < page.index("Vóór accepteren") < page.index("Na accepteren")
    before, after = page.split("Na accepteren")
    assert NAME not in before
    assert NAME in after
    assert f"{STREET}, {POSTCODE} 9012" in after
    assert "Niet gedeeld: geboortedatum of leeftijd, toestemming" in after


def test_sending_gives_the_desk_the_question_and_no_person(as_person):
    case = named_case()
    cases.consent(case)
    referral, desk = referrals.draft(case), people.partner()
    client = as_person(case.director)
    form = {"version": referral.version}
    client.post(address(referral, "send"), form)
    assert client.post(address(referral, "send"), form).status_code == 302, "twice is harmless"
    referral.refresh_from_db()
    assert referral.status == "sent"
    assert Notice.objects.get(kind="referral_sent").to == desk
    page = as_person(desk).get(address(referral))
    assert page.status_code == 200
    none_of_it(page)
    for seen in (
        "Kunnen jullie helpen met de huur?",
        "Geld of huur",
        "Oost",
        "24 tot en met 66",
        "naam, adres, telefoon",
    ):
        assert seen in text(page)
    looks = Look.objects.filter(actor=desk)
    assert {(look.label, look.kind, tuple(look.fields)) for look in looks} == {
        ("referral", "opened", ("age_band", "question"))
    }


def test_what_is_read_to_send_has_a_look_that_says_why(as_person):
    case = named_case()
    cases.consent(case)
    referral = referrals.draft(case)
    as_person(case.director).post(address(referral, "send"), {"version": referral.version})
    looks = Look.objects.filter(page="referral_send")
    assert {look.label for look in looks} == {"case", "referral", "resident"}
    assert not looks.filter(grant_id=None).exists()
    assert not looks.filter(subjects=[]).exists()


def test_a_draft_that_was_changed_since_is_not_sent_unseen(as_person):
    referral = referrals.draft()
    cases.consent(referral.case)
    later(referral, fields_shared=["name", "safety_note", "asked"])
    reply = as_person(referral.sender).post(address(referral, "send"), {"version": referral.version})
    assert reply.status_code == 409
    assert Referral.objects.get().status == "draft"


def test_the_sender_restores_a_return_for_ten_minutes(as_person):
    referral = referrals.sent()
    desk = people.partner()
    as_person(desk).post(address(referral, "return"), {"reason": "not_for_us"})
    client = as_person(referral.sender)
    assert "Je kunt dit herstellen tot" in text(client.get(address(referral)))
    assert "Hersteld." in text(client.post(address(referral, "restore"), follow=True))
    assert client.post(address(referral, "restore")).status_code == 302, "twice is harmless"
    assert "Kunnen jullie helpen met de huur?" in text(as_person(desk).get(address(referral)))
    assert destroy_ended() == 0


def test_after_ten_minutes_a_return_stands_and_what_was_shared_is_destroyed(as_person):
    referral = referrals.sent(named_case())
    as_person(people.partner()).post(address(referral, "return"), {"reason": "full"})
    assert destroy_ended() == 0, "within ten minutes it can be restored"
    sender = as_person(referral.sender)
    assert NAME in text(sender.get(address(referral)))
    eleven_minutes_later(referral)
    assert destroy_ended() == 1
    page = sender.get(address(referral))
    assert "vernietigd" in text(page)
    assert NAME not in text(page)
    assert "Kies ander aanbod" in text(page)
    sender.post(address(referral, "restore"))
    assert Referral.objects.get().status == "returned"


def test_a_destroyed_extract_opens_for_nobody(reading):
    referral = referrals.sent(named_case())
    with reading(referral.sender):
        assert NAME in referral.extract.name
    later(referral.extract, destroy_at=timezone.now() - timedelta(minutes=1))
    assert destroy_ended() == 1
    with reading(referral.sender):
        assert ReferralExtract.objects.get().name == "vernietigd"


def test_the_sender_takes_a_referral_back(as_person, reading):
    referral = referrals.sent(named_case())
    desk, client = people.partner(), as_person(referral.sender)
    form = {"reason": "other", "words": "Zij regelt het zelf."}
    reply = client.post(address(referral, "withdraw"), form, follow=True)
    assert "Ingetrokken." in text(reply)
    assert "Zij regelt het zelf." in text(reply)
    assert client.post(address(referral, "withdraw"), form).status_code == 302, "twice is harmless"
    page = as_person(desk).get(address(referral))
    assert "Anders" in text(page)
    none_of_it(page)
    assert "Zij regelt" not in text(page)


def test_a_question_that_names_the_resident_by_now_is_not_sent(as_person):
    case = named_case()
    cases.consent(case)
    referral = referrals.draft(case, question="Kan Roodkapje Wolfsdreef geholpen worden met de huur?")
    resident = case.case_residents.get().resident
    resident.change(by=case.director, reason="case_work", name="Roodkapje Wolfsdreef")
    client = as_person(case.director)
    reply = client.post(address(referral, "send"), {"version": referral.version})
    assert reply.status_code == 200
    assert "Hier staat de naam van de inwoner of van een huisgenoot in. Stel de vraag zonder naam." in text(reply)
    assert Referral.objects.get().status == "draft"
    assert not ReferralExtract.objects.exists()
    assert not Look.objects.filter(page="referral_send", grant_id=None).exists()
