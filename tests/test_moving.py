"""Who moves to another team or organisation takes nothing along of what was given to them in person."""

from types import SimpleNamespace

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.db import connection

from signalering.accounts.access import may
from signalering.accounts.actions import end_membership, join_team
from signalering.accounts.fill_places import fill_places
from signalering.accounts.models import Membership, Organisation, Team, User
from signalering.accounts.models.people import Role
from signalering.audit.actors import system
from signalering.cases import deadlines, ladder
from signalering.cases.actions import casework, reporting, triage
from signalering.cases.models import Case, Notice, Signal, SignalPersonGrant
from signalering.cases.working_days import sub_working_days
from signalering.referrals.actions import answering
from signalering.referrals.models import Referral
from signalering.referrals.views.who import who_may_see
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.cases.test_additions_are_read import add
from tests.cases.test_ladder import told
from tests.referrals import factories as referrals

pytestmark = pytest.mark.django_db
BY = system("accounts")


def begin(person, role=Role.WOT_WORKER, *, team="CO-team", organisation="WOT Schiedam"):
    """One more place for somebody."""
    join_team(
        person,
        role=role,
        function="wot_worker" if team else "home_care",
        organisation=Organisation.objects.get(name=organisation),
        team=Team.objects.get(name=team) if team else None,
        by=BY,
    )


def leave(person):
    """The place somebody has had longest ends."""
    end_membership(person.memberships.earliest("starts_at"), by=BY)


def again(person):
    """The same person at their next request."""
    return User.objects.get(pk=person.pk)


def test_a_director_who_moves_to_another_team_leaves_cases_and_signals_behind():
    case = cases.case()
    signal, director = case.signals.get(), case.director
    begin(director)
    assert may(again(director), "change", case), "a second place takes nothing away"
    leave(director)
    director = again(director)
    assert director.desks
    assert not may(director, "view", case)
    assert not may(director, "view", signal)
    assert not Case.objects.visible_to(director).exists()
    assert not Signal.objects.page_for(director).exists()


def test_leaving_the_second_place_keeps_what_belongs_to_the_first():
    case = cases.case()
    director = case.director
    begin(director)
    end_membership(director.memberships.latest("starts_at"), by=BY)
    assert may(again(director), "change", case)


def test_the_same_team_again_needs_the_case_to_be_given_again(as_person):
    case, chief = cases.case(), people.coordinator()
    director = case.director
    page = f"/casussen/{case.shown_code}/overdragen/"
    assert director.name not in as_person(chief).get(page).content.decode()
    leave(director)
    begin(director, team="WOT Oost")
    assert not may(again(director), "view", case)
    assert director.name in as_person(chief).get(page).content.decode()
    casework.reassign(case, by=chief, to=again(director), reason="mistake")
    assert may(again(director), "change", case)


def test_who_accepted_a_referral_and_moved_no_longer_sees_it_nor_the_extract(reading):
    referral = referrals.accepted()
    specialist = referral.accepted_by
    with reading(referral.sender):
        assert specialist.name in str(who_may_see(referral))
    begin(specialist, Role.PARTNER, team="Multimediawerkplaats")
    leave(specialist)
    specialist = again(specialist)
    assert not may(specialist, "act", referral)
    assert not may(specialist, "view", referral.extract)
    assert specialist.name not in str(who_may_see(Referral.objects.get(pk=referral.pk)))


def test_a_sender_who_moved_no_longer_sees_the_referral():
    referral = referrals.sent()
    begin(referral.sender)
    leave(referral.sender)
    sender = again(referral.sender)
    assert not may(sender, "view", referral)
    assert not may(sender, "view", referral.extract)


def test_a_reporter_who_moved_no_longer_follows_nor_hears_a_question(reading):
    signal, worker = cases.signal(), people.wot_worker()
    writer = signal.writer
    begin(writer, Role.REPORTER, team=None, organisation="DOCK")
    leave(writer)
    with reading(worker):
        triage.ask(signal, by=worker, form_key=signal.pk, words="Wanneer zag je dit?")
    assert not may(again(writer), "follow", signal)
    assert not may(again(writer), "own_text", signal)


def test_an_addition_reaches_the_coordinators_when_the_director_moved(reading):
    chief = people.coordinator()
    case, closed = cases.case(), cases.case()
    with reading(closed.director):
        casework.close_case(closed, by=closed.director, outcome="advice")
    for one in (case, closed):
        begin(one.director)
        leave(one.director)
        add(Signal.objects.get(case=one), reading)
    told = Notice.objects.filter(kind="answered").values_list("to", "about_id")
    assert set(told) == {(chief.pk, case.pk), (chief.pk, closed.signals.get().pk)}
    assert may(chief, "view", closed.signals.get())
    assert not may(again(closed.director), "view", closed.signals.get())


def test_the_coordinators_hear_that_a_referral_came_back_when_the_director_moved(reading, as_person):
    chief, specialist, referral = people.coordinator(), people.partner(), referrals.sent()
    case, director = referral.case, referral.sender
    begin(director)
    leave(director)
    with reading(specialist):
        answering.send_back(Referral.objects.get(), by=specialist, reason="full")
    notice = Notice.objects.get(kind="referral_returned")
    assert (notice.to, notice.about_id) == (chief, case.pk)
    assert as_person(chief).get(f"/casussen/{notice.code}/").status_code == 200
    assert as_person(again(director)).get(f"/casussen/{notice.code}/").status_code == 404


def test_the_coordinators_hear_of_a_term_when_who_took_the_referral_on_moved(clock):
    chief = people.coordinator("Ontruimingspreventie", name="Leider daar")
    referral = referrals.accepted(by=people.partner(name="Partner"))
    begin(referral.accepted_by, Role.PARTNER, team="Multimediawerkplaats")
    leave(referral.accepted_by)
    clock.at(sub_working_days(deadlines.of_slug("DL11", referral).due_on, 1))
    ladder.sweep_ladder()
    assert sorted(told(referral)) == sorted(("deadline_near", one.name) for one in (chief, referral.sender))


def test_somebody_with_several_places_reports_as_a_reporter(reading):
    worker = people.wot_worker()
    begin(worker, Role.REPORTER, team=None, organisation="Frankelandgroep")
    worker = again(worker)
    signal = cases.signal(by=worker)
    assert signal.reporter_kind == "home_care"
    held = signal.person_grants.get(permission__codename="follow_signal")
    assert held.membership == Membership.objects.get(person=worker, role="reporter")
    leave(worker)
    assert may(again(worker), "follow", signal)


def test_places_are_in_order_of_beginning():
    person = people.wot_worker("WOT Zuid")
    for team in ("CO-team", "WOT Oost"):
        begin(person, team=team)
    begun = [place.starts_at for place in again(person).memberships_now]
    assert begun == sorted(begun)
    assert again(person).teams[0].name == "WOT Zuid"


@pytest.mark.parametrize("several", [False, True])
def test_what_was_given_before_gets_the_place_of_then(several):
    signal = cases.signal()
    place = signal.writer.memberships.get()
    if several:
        begin(signal.writer, Role.REPORTER, team=None, organisation="DOCK")
        earlier = place.starts_at
        Membership.objects.exclude(pk=place.pk).get(person=signal.writer).change(
            by=BY, reason="joined", starts_at=earlier
        )
    SignalPersonGrant.objects.update(membership=None)
    fill_places("cases.SignalPersonGrant").code(apps, SimpleNamespace(connection=connection))
    filled = set(SignalPersonGrant.objects.values_list("membership", flat=True))
    assert filled == ({None} if several else {place.pk})


def test_who_only_watches_may_not_report(reading):
    officer = people.privacy_officer()
    with reading(officer), pytest.raises(PermissionDenied):
        reporting.report(by=officer, form_key=officer.pk, theme="other", urgency="this_week")
