"""Two coordinators hand over the same case or referral: one wins, the other reads so and loses no word."""

import pytest

from signalering.accounts.access import may
from signalering.accounts.actions import join_team
from signalering.accounts.models import User
from signalering.audit.actors import system
from signalering.audit.models import Event
from signalering.cases.actions import casework
from signalering.cases.models import Case
from signalering.referrals.actions import answering
from signalering.referrals.models import Referral
from signalering.workflow import Stale
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.referrals import factories as referrals
from tests.two_processes import race

TEAM = "Ontruimingspreventie"


@pytest.mark.django_db
def test_one_of_two_coordinators_gives_a_case_away(as_person):
    case, first, second = cases.case(), people.coordinator(), people.coordinator()
    new, other = people.wot_worker(), people.wot_worker()
    page = f"/casussen/{case.shown_code}/overdragen/"
    clients = [as_person(first), as_person(second)]
    versions = [client.get(page).context["form"]["version"].value() for client in clients]
    forms = [
        {"to": str(to.pk), "reason": "absent", "version": version}
        for to, version in zip((new, other), versions, strict=True)
    ]
    assert clients[0].post(page, forms[0]).status_code == 302
    reply = clients[1].post(page, {**forms[1], "words": "Zij kent het gezin."})
    assert reply.status_code == 409
    assert f"{first.name} heeft dit net gewijzigd." in reply.content.decode()
    assert "Zij kent het gezin." in reply.content.decode()
    assert Case.objects.get().director == new
    assert not may(other, "view", case)
    assert clients[0].post(page, forms[0]).status_code == 302, "twice is harmless"
    assert Event.objects.filter(verb="reassign_case").count() == 1


@pytest.mark.django_db
def test_one_of_two_coordinators_gives_a_referral_away(as_person):
    referral = referrals.accepted()
    first, second = people.coordinator(team=TEAM), people.coordinator(team=TEAM)
    new, other = people.partner(), people.partner()
    page = f"/verwijzingen/{referral.shown_code}/"
    for person, to, status in ((first, new, 302), (second, other, 409)):
        form = {"to": str(to.pk), "reason": "absent", "version": referral.version}
        reply = as_person(person).post(f"{page}overdragen/", form)
        assert reply.status_code == status
    assert f"{first.name} heeft dit net gewijzigd." in reply.content.decode()
    assert Referral.objects.get().accepted_by == new
    assert not may(other, "view", referral.extract)
    shown = as_person(first).get(page).content.decode()
    assert f'name="version" value="{Referral.objects.get().version}"' in shown


@pytest.mark.django_db(transaction=True)
def test_at_the_same_instant_only_one_wins():
    case, referral = cases.case(), referrals.accepted()
    pairs = (
        (case, casework.reassign, "WOT Oost", people.wot_worker, lambda: Case.objects.get(pk=case.pk).director),
        (referral, answering.reassign, TEAM, people.partner, lambda: Referral.objects.get().accepted_by),
    )
    for record, act, team, colleague, holder in pairs:
        chosen = [colleague(), colleague()]

        def deed(by, to, record=record, act=act):
            def give_away(barrier):
                mine = type(record).objects.get(pk=record.pk)
                barrier.wait(timeout=30)
                act(mine, by=User.objects.get(pk=by.pk), to=to, reason="absent", version=mine.version)
                return "done"

            return give_away

        answers = race(*(deed(people.coordinator(team=team), to) for to in chosen))
        assert sorted(answers) == ["Stale", "done"]
        assert holder() == chosen[answers.index("done")]


@pytest.mark.django_db
def test_a_stale_hand_over_changes_nothing():
    case, chief = cases.case(), people.coordinator()
    old = case.director
    with pytest.raises(Stale):
        casework.reassign(case, by=chief, to=people.wot_worker(), reason="absent", version=case.version - 1)
    assert Case.objects.get().director == old
    assert may(old, "change", case)


@pytest.mark.django_db
def test_a_director_who_took_on_the_own_referral_keeps_that_part_when_the_case_goes(reading):
    director, chief = people.wot_worker(), people.coordinator()
    sent = referrals.sent(cases.case(by=director))
    join_team(
        director,
        role="partner",
        function="specialist",
        organisation=sent.receiving_team.organisation,
        team=sent.receiving_team,
        by=system("accounts"),
    )
    director = User.objects.get(pk=director.pk)
    with reading(director):
        answering.accept(sent, by=director, first_contact_on="2026-11-24")
    new = people.wot_worker()
    casework.reassign(Case.objects.get(), by=chief, to=new, reason="moved")
    referral = Referral.objects.get()
    assert referral.accepted_by == director
    held = {word: (may(director, word, referral), may(new, word, referral)) for word in ("view", "change", "act")}
    assert held == {"view": (True, True), "change": (False, True), "act": (True, False)}
    assert may(director, "view", referral.extract)
    assert not may(director, "view", Case.objects.get())
