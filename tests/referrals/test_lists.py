"""The lists of referrals: the right rows for the right people, without a sealed field, in few questions."""

from datetime import timedelta

import pytest
from django.urls import reverse

from signalering.accounts.actions import join_team
from signalering.accounts.models import Setting, Team
from signalering.audit.actors import system
from signalering.audit.models import Look
from signalering.referrals.actions import answering
from signalering.referrals.models import Referral
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.referrals import factories as referrals
from tests.referrals.pages import statements

pytestmark = pytest.mark.django_db

LIST = "/verwijzingen/"


def text(reply):
    return reply.content.decode().split("<main")[1]


def codes(reply):
    return [code for code in all_codes() if code in text(reply)]


def all_codes():
    return [referral.shown_code for referral in Referral.objects.order_by("-pk")]


def test_the_first_screen_shows_what_waits_for_us_and_what_i_sent(as_person):
    here, elsewhere = referrals.sent(), referrals.sent(programme="Welzijn op recept")
    taken = referrals.accepted()
    desk = as_person(people.partner()).get(LIST)
    assert elsewhere.shown_code not in text(desk)
    assert text(desk).index(here.shown_code) < text(desk).index(taken.shown_code)
    assert "Te beantwoorden" in text(desk)
    assert "Reactie voor" in text(desk)
    sender = as_person(elsewhere.sender).get(LIST)
    assert codes(sender) == [elsewhere.shown_code]


def test_a_row_opens_no_sealed_field(as_person):
    referrals.sent()
    referrals.accepted()
    desk = people.partner()
    as_person(desk).get(LIST)
    looks = Look.objects.filter(actor=desk)
    assert looks.count() == 2
    assert {(look.kind, tuple(look.fields)) for look in looks} == {("listed", ())}
    assert not looks.filter(grant_id=None).exists()


def test_what_ended_here_is_a_receipt(as_person, reading):
    referral = referrals.sent()
    desk = people.partner()
    with reading(desk):
        answering.send_back(referral, by=desk, reason="full")
    client = as_person(desk)
    assert referral.shown_code not in text(client.get(LIST))
    ended = client.get(LIST, {"lijst": "klaar"})
    assert referral.shown_code in text(ended)
    assert "We zitten vol" in text(ended)
    assert "Geld of huur" not in text(ended)


def test_an_answer_can_be_undone_from_the_list(as_person, reading):
    referral = referrals.accepted()
    page = text(as_person(referral.accepted_by).get(LIST))
    assert reverse("referral_undo", args=[referral.shown_code]) in page
    assert reverse("referral_undo", args=[referral.shown_code]) not in text(as_person(people.partner()).get(LIST))
    back = referrals.sent()
    desk = people.partner()
    with reading(desk):
        answering.send_back(back, by=desk, reason="full")
    assert reverse("referral_restore", args=[back.shown_code]) in text(as_person(back.sender).get(LIST))


@pytest.mark.parametrize("who", [people.home_care, people.shopkeeper, people.privacy_officer, people.administrator])
def test_the_lists_are_for_desks(as_person, who):
    assert as_person(who()).get(LIST).status_code == 403


def three_desks():
    """A partner who works at three receiving desks."""
    person = people.partner()
    for name in ("Multimediawerkplaats", "Vroegsignalering brusjes"):
        team = Team.objects.get(name=name)
        join_team(
            person,
            role="partner",
            function="specialist",
            organisation=team.organisation,
            team=team,
            by=system("accounts"),
        )
    return type(person).objects.get(pk=person.pk)


@pytest.mark.counts
def test_a_list_asks_at_most_twelve_questions_however_long_it_is(as_person, reading):
    desk, case = three_desks(), cases.case()
    cases.consent(case)
    clients = [as_person(desk), as_person(case.director)]
    lists = [LIST, *(f"{LIST}?lijst={name}" for name in ("voor-ons", "verstuurd", "klaar"))]
    pages = [(client, where) for client in clients for where in lists]
    some_of_each(case, desk, reading)
    for page in pages:
        statements(*page)
    few = [len(statements(*page)) for page in pages]
    for _ in range(6):
        some_of_each(case, desk, reading)
    assert [len(statements(*page)) for page in pages] == few
    assert max(few) <= 12


def some_of_each(case, desk, reading):
    """One referral to answer, one that runs, one that came back, and a draft."""
    referrals.sent(case)
    referrals.accepted(case)
    referrals.draft(case)
    back = referrals.sent(case)
    with reading(desk):
        answering.send_back(back, by=desk, reason="full")


def test_every_page_of_a_list_is_walked_without_a_gap_or_a_double(as_person, monkeypatch):
    monkeypatch.setattr("signalering.referrals.views.lists.SIZE", 2)
    case = cases.case()
    cases.consent(case)
    for _ in range(5):
        referrals.sent(case)
    client, seen, where = as_person(people.partner()), [], f"{LIST}?lijst=voor-ons"
    for _ in range(3):
        reply = client.get(where)
        seen += codes(reply)
        where = f"{LIST}?lijst=voor-ons&ouder={reply.context['older']}"
    assert seen == all_codes()
    assert reply.context["older"] == ""
    back = client.get(f"{LIST}?lijst=voor-ons&nieuwer={reply.context['newer']}")
    assert codes(back) == all_codes()[2:4]
    assert codes(client.get(f"{LIST}?lijst=voor-ons&nieuwer={back.context['newer']}")) == all_codes()[:2]


@pytest.mark.parametrize("query", ["lijst=%00", "lijst=voor-ons&ouder=%00%ff", "lijst=klaar&nieuwer=" + "A" * 5000])
def test_a_hostile_address_is_a_plain_list(as_person, query):
    assert as_person(people.partner()).get(f"{LIST}?{query}").status_code == 200


def test_how_long_an_answer_can_be_undone_is_configured(as_person, reading):
    before = referrals.accepted()
    assert before.undo_until - before.answered_at == timedelta(minutes=10)
    Setting.objects.get(key="undo_minutes").change(by=people.administrator(), reason="own_choice", value="30")
    referral = referrals.sent()
    with reading(people.partner()) as reader:
        answering.send_back(referral, by=reader.by, reason="full")
    referral = Referral.objects.get(pk=referral.pk)
    assert referral.undo_until - referral.answered_at == timedelta(minutes=30)
    assert referral.extract.destroy_at - referral.answered_at > timedelta(minutes=29)
    page = as_person(before.accepted_by).get(reverse("referrals"))
    assert [record.pk for record in page.context["undoable"]] == [before.pk]
