"""A draft that is not needed any more is thrown away, and none outlives its case."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from signalering.audit.models import Event
from signalering.audit.reading import reading as reading_block
from signalering.cases.actions import casework
from signalering.cases.models import Deadline, Notice
from signalering.closed_lists import read
from signalering.referrals.actions import sending
from signalering.referrals.forms.acts import WithdrawForm
from signalering.referrals.models import Referral, ReferralExtract
from signalering.workflow import ImpossibleMove
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.referrals import factories as referrals
from tests.referrals.pages import address, later, named_case, text
from tests.referrals.test_drafting import filled

pytestmark = pytest.mark.django_db


def closed_with(referral):
    """The case of a draft, after it ended."""
    case = referral.case
    with reading_block(by=case.director, purpose="debt"):
        casework.close_case(case, by=case.director, outcome="advice")
    referral.refresh_from_db()
    return case


def test_the_director_throws_a_draft_away_and_nobody_hears_of_it(as_person):
    referral = referrals.draft(named_case())
    client, told = as_person(referral.sender), Notice.objects.count()
    assert "Weggooien" in text(client.get(address(referral)))
    form = {"reason": "other", "words": "Zij regelt het zelf."}
    reply = client.post(address(referral, "discard"), form, follow=True)
    assert "Weggegooid." in text(reply)
    referral.refresh_from_db()
    assert (referral.status, referral.withdraw_reason, referral.sent_at) == ("withdrawn", "other", None)
    assert client.post(address(referral, "discard"), form).status_code == 302, "twice is harmless"
    assert client.post(address(referral, "discard"), form | {"words": "Iets anders."}).status_code == 409
    assert Notice.objects.count() == told
    assert not ReferralExtract.objects.exists()
    assert not Deadline.objects.filter(about_id=referral.pk).exists()
    assert not referral.team_grants.exists()
    assert Event.objects.filter(record_id=referral.pk, verb="throw_away_draft", to_status="withdrawn").count() == 1


def test_the_page_of_what_was_thrown_away_says_that_it_was_never_sent(as_person):
    referral = referrals.draft(named_case())
    client = as_person(referral.sender)
    client.post(address(referral, "discard"), {"reason": "solved"})
    page = text(client.get(address(referral)))
    assert "Weggegooid, en nooit verstuurd." in page
    assert "Opgelost" in page
    assert "De ontvanger ziet nu alleen" not in page
    assert "Dit zag de ontvanger" not in page
    case = text(client.get(reverse("case", args=[referral.case.shown_code])))
    assert "Verwijzing weggegooid" in case
    assert "Verwijzing ingetrokken" not in case
    assert "Weggegooid" in text(client.get(reverse("referrals")))


def test_what_was_sent_is_withdrawn_and_not_thrown_away(as_person, reading):
    referral, unsent = referrals.sent(), referrals.draft()
    with reading(referral.sender):
        with pytest.raises(ImpossibleMove):
            sending.throw_away(referral, by=referral.sender, reason="solved")
        with pytest.raises(ImpossibleMove):
            sending.withdraw(unsent, by=unsent.sender, reason="solved")
    assert as_person(unsent.sender).post(address(unsent, "withdraw"), {"reason": "solved"}).status_code == 409
    assert as_person(referral.sender).post(address(referral, "discard"), {"reason": "solved"}).status_code == 409


def test_only_who_works_on_the_case_throws_away(as_person):
    referral = referrals.draft()
    form = {"reason": "solved"}
    assert as_person(people.wot_worker()).post(address(referral, "discard"), form).status_code == 404
    assert as_person(people.partner()).post(address(referral, "discard"), form).status_code == 404
    assert Referral.objects.get().status == "draft"


def test_a_draft_does_not_outlive_its_case(as_person):
    referral = referrals.draft()
    client = as_person(referral.sender)
    warned = text(client.get(reverse("case_close", args=[referral.case.shown_code])))
    assert "Een verwijzing die nog niet verstuurd is, gooien we weg." in warned
    closed_with(referral)
    assert (referral.status, referral.withdraw_reason) == ("withdrawn", "case_closed")
    assert "De casus is gesloten" in text(client.get(address(referral)))


def test_the_reason_that_a_case_ended_is_not_for_people():
    assert "case_closed" in {item["slug"] for item in read("referrals", "lists")["withdraw"]["items"]}
    assert not WithdrawForm({"reason": "case_closed"}).is_valid()


def test_nothing_of_a_draft_changes_on_a_closed_case(as_person, reading):
    referral = referrals.draft()
    case = closed_with(referral)
    later(referral, status="draft", withdraw_reason="")  # as drafts stood before they ended with their case
    referral.refresh_from_db()
    client, version = as_person(case.director), case.version
    reply = client.post(address(referral, "rewrite"), filled(version=referral.version, question="Andere vraag."))
    assert reply.status_code == 200
    assert "Deze casus is gesloten. Open de casus eerst opnieuw." in text(reply)
    assert "Andere vraag." in text(reply)
    assert client.post(address(referral, "send"), {"version": referral.version}).status_code == 200
    case.refresh_from_db()
    referral.refresh_from_db()
    assert (case.version, case.status, referral.status) == (version, "closed", "draft")
    with reading(case.director), pytest.raises(ValidationError):
        sending.rewrite(referral, by=case.director, version=None, programme=None, team=referral.receiving_team)
    assert client.post(address(referral, "discard"), {"reason": "solved"}).status_code == 302


def test_what_came_back_still_asks_for_something_else_after_a_draft_was_thrown_away(as_person):
    case = cases.case()
    back = referrals.sent(case)
    as_person(people.partner()).post(address(back, "return"), {"reason": "full"})
    client = as_person(case.director)
    client.post(address(referrals.draft(case), "discard"), {"reason": "mistake"})
    page = text(client.get(reverse("case", args=[case.shown_code])))
    assert "Teruggestuurd door Ontruimingspreventie: kies iets anders" in page
