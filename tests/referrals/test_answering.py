"""The receiver's side: accepted or returned, undone, handed over and ended; the person shows to one alone."""

import pytest
from django.urls import reverse

from signalering.accounts.actions import join_team
from signalering.audit.actors import system
from signalering.audit.models import Event, Look
from signalering.cases.models import Notice
from signalering.cases.working_days import add_working_days, today
from signalering.referrals.models import Referral
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.referrals import factories as referrals
from tests.referrals.pages import (
    NAME,
    SECRETS,
    address,
    eleven_minutes_later,
    named_case,
    none_of_it,
    statements,
    text,
)

pytestmark = pytest.mark.django_db
RETURNED = "Teruggestuurd. Je houdt code, datum en reden, geen persoon."


@pytest.mark.parametrize(
    "act", ["send", "withdraw", "accept", "return", "start", "complete", "stop", "reassign", "undo"]
)
def test_a_stranger_finds_no_referral(as_person, act):
    referral = referrals.sent()
    for stranger in (people.partner(team="DOCK jongerenwerk"), people.wot_worker(), people.privacy_officer()):
        client = as_person(stranger)
        assert client.get(address(referral)).status_code == 404
        assert client.post(address(referral, act)).status_code == 404
    assert Event.objects.filter(result="refused", record_id=referral.pk).count() == 6


def test_accepting_takes_two_taps_with_a_day_filled_in(as_person):
    referral = referrals.sent(named_case())
    desk = people.partner()
    client = as_person(desk)
    day = add_working_days(today(), 2).isoformat()
    assert f'value="{day}"' in text(client.get(address(referral)))
    reply = client.post(address(referral, "accept"), {"first_contact_on": day})
    assert reply.url == address(referral)
    page = client.get(reply.url)
    assert "Geaccepteerd. Hieronder zie je om wie het gaat." in text(page)
    for secret in SECRETS:
        assert secret in text(page)
    extract = Look.objects.get(actor=desk, label="referral_extract")
    assert (extract.kind, extract.fields) == ("opened", ["address", "asked", "name", "phone"])
    assert extract.origin_kind == "referral"
    assert len(extract.subjects) == 1


def test_a_colleague_and_the_coordinator_see_no_person_after_accepting(as_person):
    referral = referrals.accepted(named_case())
    colleague, coordinator = people.partner(), people.coordinator(team="Ontruimingspreventie")
    for other in (colleague, coordinator):
        page = as_person(other).get(address(referral))
        assert page.status_code == 200
        none_of_it(page)
    assert as_person(colleague).post(address(referral, "start")).status_code == 403


@pytest.mark.parametrize("day", ["", "2020-01-01", "9999-12-31", "31-02-2027", "morgen", "\x00"])
def test_a_first_contact_is_a_day_to_come(as_person, day):
    referral = referrals.sent()
    reply = as_person(people.partner()).post(address(referral, "accept"), {"first_contact_on": day})
    assert reply.status_code == 200
    assert "<title>Fout:" in text(reply)
    assert "first_contact_on" in reply.context["bound"].errors
    assert Referral.objects.get().status == "sent"


def test_the_second_to_accept_reads_who_was_first_and_the_same_person_twice_is_harmless(as_person):
    referral = referrals.sent()
    first, second = people.partner(name="Specialist 1"), people.partner()
    form = {"first_contact_on": add_working_days(today(), 2).isoformat()}
    one, two = as_person(first), as_person(second)
    assert one.post(address(referral, "accept"), form).status_code == 302
    late = two.post(address(referral, "accept"), form)
    assert late.status_code == 409
    assert "Specialist 1" in text(late)
    again = one.post(address(referral, "accept"), form, follow=True)
    assert again.status_code == 200
    assert again.redirect_chain[-1][0] == address(referral)
    assert Event.objects.filter(verb="accept_referral").count() == 1


def test_accepting_can_be_undone_for_ten_minutes(as_person):
    referral = referrals.accepted(named_case())
    client = as_person(referral.accepted_by)
    assert "Je kunt dit ongedaan maken tot" in text(client.get(address(referral)))
    client.post(address(referral, "undo"))
    page = client.get(address(referral))
    assert "ligt weer bij je team" in text(page)
    none_of_it(page)
    referral.refresh_from_db()
    assert (referral.status, referral.accepted_by) == ("sent", None)
    assert client.post(address(referral, "undo")).status_code == 302, "the same form twice is harmless"


def test_after_ten_minutes_accepting_stands(as_person):
    referral = referrals.accepted()
    eleven_minutes_later(referral)
    client = as_person(referral.accepted_by)
    assert "Je kunt dit ongedaan maken" not in text(client.get(address(referral)))
    reply = client.post(address(referral, "undo"), follow=True)
    assert "De tijd om dit ongedaan te maken is voorbij." in text(reply)
    assert Referral.objects.get().status == "accepted"


def test_a_return_ends_sight_at_once_and_leaves_a_receipt(as_person):
    referral = referrals.sent(named_case())
    desk = people.partner()
    client = as_person(desk)
    reply = client.post(address(referral, "return"), {"reason": "full"}, follow=True)
    assert RETURNED in text(reply)
    page = client.get(address(referral))
    assert "We zitten vol" in text(page)
    none_of_it(page)
    for gone in ("Kunnen jullie helpen", "Geld of huur", "Oost", "24 tot en met 66"):
        assert gone not in text(page).split("<main")[1]
    assert not Look.objects.filter(actor=desk, label="referral", page="referral").exclude(fields=[]).exists()
    assert client.post(address(referral, "return"), {"reason": "full"}).status_code == 302, "twice is harmless"
    reply = client.post(address(referral, "accept"))
    assert reply.status_code == 409
    assert "Je hebt dit zelf net gewijzigd." in text(reply)


def test_a_return_asks_words_only_at_anders(as_person, reading):
    referral = referrals.sent()
    client = as_person(people.partner())
    for form in ({}, {"reason": "because"}, {"reason": "other"}, {"reason": "other", "words": "x" * 501}):
        reply = client.post(address(referral, "return"), form)
        assert reply.status_code == 200
        assert reply.context["bound"].errors
    client.post(address(referral, "return"), {"reason": "other", "words": "Geen tolk."})
    page = as_person(referral.sender).get(address(referral))
    assert "Anders: Geen tolk." in text(page)


def test_a_referral_starts_and_is_completed_and_the_receiver_keeps_no_person(as_person):
    referral = referrals.accepted(named_case())
    client = as_person(referral.accepted_by)
    assert "Gestart." in text(client.post(address(referral, "start"), follow=True))
    assert client.post(address(referral, "start")).status_code == 302
    wrong = client.post(address(referral, "complete"), {"outcome": "unknown"})
    assert wrong.context["bound"].errors
    form = {"outcome": "goal_reached", "words": "Huur loopt weer."}
    done = client.post(address(referral, "complete"), form, follow=True)
    assert "Afgerond." in text(done)
    none_of_it(done)
    assert client.post(address(referral, "complete"), form).status_code == 302, "twice is harmless"
    page = text(as_person(referral.sender).get(address(referral)))
    assert "Doel bereikt" in page
    assert "Huur loopt weer." in page
    assert NAME in page, "the director keeps what was shared"


def test_a_referral_that_started_can_stop(as_person):
    referral = referrals.accepted(named_case())
    client = as_person(referral.accepted_by)
    assert client.post(address(referral, "stop"), {"reason": "no_show"}).status_code == 409
    client.post(address(referral, "start"))
    reply = client.post(address(referral, "stop"), {"reason": "no_show"}, follow=True)
    assert "Gestopt." in text(reply)
    assert "Komt niet" in text(reply)
    none_of_it(reply)


def test_a_coordinator_gives_a_referral_to_a_colleague_and_the_old_one_loses_it_at_once(as_person):
    referral = referrals.accepted(named_case())
    old, new = referral.accepted_by, people.partner()
    coordinator, outsider = people.coordinator(team="Ontruimingspreventie"), people.wot_worker()
    client = as_person(coordinator)
    page = client.get(address(referral))
    none_of_it(page)
    assert str(new.pk) in text(page)
    assert str(old.pk) not in text(page)
    for wrong in (outsider.pk, "x", "\x00", ""):
        reply = client.post(address(referral, "reassign"), {"to": wrong, "reason": "absent", "version": 0})
        assert reply.context["bound"].errors, wrong
    form = {"to": new.pk, "reason": "absent", "version": referral.version}
    assert "Overgedragen." in text(client.post(address(referral, "reassign"), form, follow=True))
    assert client.post(address(referral, "reassign"), form).status_code == 302, "twice is harmless"
    none_of_it(as_person(old).get(address(referral)))
    assert NAME in text(as_person(new).get(address(referral)))
    assert Event.objects.filter(verb="reassign_referral").count() == 1
    assert Notice.objects.filter(kind="referral_sent", to=new).count() == 1
    assert as_person(new).post(address(referral, "reassign"), form).status_code == 403


def test_a_director_who_takes_on_an_own_referral_keeps_it_after_undoing(as_person):
    director = people.wot_worker()
    referral = referrals.sent(cases.case(by=director))
    join_team(
        director,
        role="partner",
        function="specialist",
        organisation=referral.receiving_team.organisation,
        team=referral.receiving_team,
        by=system("accounts"),
    )
    client = as_person(type(director).objects.get(pk=director.pk))
    client.post(address(referral, "accept"), {"first_contact_on": add_working_days(today(), 2).isoformat()})
    client.post(address(referral, "undo"))
    page = client.get(address(referral))
    assert "Dit ziet de ontvanger" in text(page)
    assert Referral.objects.get().status == "sent"


def test_who_may_see_it_and_why_stands_on_the_page(as_person):
    referral = referrals.accepted()
    page = text(as_person(referral.sender).get(address(referral)))
    assert "Je bent casusregisseur en verwijst deze inwoner." in page
    assert f"<strong>{referral.accepted_by}</strong>: de verwijzing en wat is gedeeld" in page
    assert "<strong>Ontruimingspreventie</strong> · postvak: wie de verwijzing oppakt, zonder de vraag" in page


def test_every_look_at_a_referral_says_why_it_was_allowed(as_person):
    referral = referrals.accepted(named_case())
    for person in (referral.sender, referral.accepted_by, people.partner()):
        as_person(person).get(address(referral))
    looks = Look.objects.filter(page="referral")
    assert looks.count() == 5
    assert not looks.filter(grant_id=None).exists()
    assert {len(look.subjects) for look in looks} == {1}


@pytest.mark.parametrize("value", ["\x00", "‮", "a" * 20_000, "²", "<script>alert(1)</script>", "'--"])
def test_hostile_input_never_breaks_an_act(as_person, value):
    referral = referrals.sent()
    sender, desk = as_person(referral.sender), as_person(people.partner())
    for client, act in ((desk, "return"), (sender, "withdraw"), (sender, "send"), (desk, "accept")):
        form = dict.fromkeys(("reason", "words", "version", "first_contact_on"), value)
        assert client.post(address(referral, act), form).status_code in (200, 302, 409), act
        assert client.get(f"/verwijzingen/{value[:20]}/").status_code in (400, 404)
    with_words = {"reason": "other", "words": value}
    reply = desk.post(address(referral, "return"), with_words)
    assert reply.status_code in (200, 302)
    assert "<script>alert" not in text(reply)


def test_every_page_asks_at_most_twelve_questions_and_one_more_where_age_decides(as_person):
    referral, signal = referrals.accepted(named_case()), cases.signal()
    case, draft, sent = referral.case, referrals.draft(referral.case), referrals.sent(referral.case)
    director, acceptor, desk = as_person(case.director), as_person(referral.accepted_by), as_person(people.partner())
    pages = [
        *((director, address(one)) for one in (draft, sent, referral)),
        *((acceptor, address(one)) for one in (sent, referral)),
        (desk, address(referral)),
        (director, address(draft, "rewrite")),
        (director, reverse("referral_draft", args=[case.shown_code])),
        (director, reverse("triage_refer", args=[signal.shown_code])),
    ]
    for client, where in pages:
        client.get(where)
        asked = statements(client, where)
        of_age = where in (address(draft), reverse("referral_draft", args=[case.shown_code]))
        assert len(asked) <= 12 + of_age, "\n".join([where, *asked])


def test_a_second_sending_is_harmless_also_when_something_else_changed_since(as_person):
    referral = referrals.sent()
    specialist, form = people.partner(), {"first_contact_on": add_working_days(today(), 2).isoformat()}
    client = as_person(specialist)
    client.post(address(referral, "accept"), form)
    client.post(address(referral, "start"))
    started = Referral.objects.get()
    started.change(by=people.coordinator(team="Ontruimingspreventie"), reason="moved", purpose=started.purpose)
    assert client.post(address(referral, "start")).status_code == 302
