"""A team without a coordinator: a notice goes to who may open what it leads to, else to who can appoint one."""

import uuid

import pytest
from django.urls import reverse

from signalering.accounts.actions import close_account
from signalering.cases import deadlines, notices
from signalering.cases.actions import standing_in
from signalering.cases.models import Notice
from signalering.cases.working_days import sub_working_days
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.cases.test_digests import morning
from tests.cases.test_ladder_hears import told_at
from tests.clock.factories import at
from tests.referrals import factories as referrals

pytestmark = pytest.mark.django_db


@pytest.fixture
def left():
    """A case whose director left, at a team with a colleague at the desk and without a coordinator."""
    director = people.wot_worker(name="Regisseur")
    case = cases.case(by=director)
    people.wot_worker(name="Collega")
    people.administrator(name="Beheer")
    close_account(director, by=people.BY)
    return case


def day_before(case):
    """The day before the last day on which the resident must be called."""
    return sub_working_days(deadlines.of_slug("DL7", case).due_on, 1)


def test_the_desk_hears_nothing_of_a_case_that_it_may_not_open(monkeypatch, left):
    assert told_at(monkeypatch, day_before(left), left, "deadline_near") == []
    told = Notice.objects.get(kind="no_coordinator")
    assert (told.to.name, told.about, told.about_id, told.code) == ("Beheer", "team", left.team_id, "")
    assert not Notice.objects.filter(about_id=left.pk, to__name="Collega").exists()


def test_who_maintains_reads_a_number_and_comes_where_they_may_be(monkeypatch, left, as_person):
    at(monkeypatch, f"{day_before(left)} 07:00")
    standing_in.tell_director("deadline_near", left, left, by=people.BY)
    at(monkeypatch, f"{day_before(left)} 07:31")
    maintainer = Notice.objects.get(kind="no_coordinator").to
    (mail,) = (one for one in morning() if one.to == [maintainer.email])
    assert "Team zonder coördinator: 1" in mail.body
    assert left.shown_code not in mail.body
    client = as_person(maintainer)
    page = client.get("/", follow=True)
    assert page.redirect_chain == [(reverse("work_status"), 302)]
    assert "<li>WOT Oost</li>" in page.content.decode()
    assert left.shown_code not in page.content.decode()
    people.coordinator()
    assert "WOT Oost" not in client.get(reverse("work_status")).content.decode()


def test_a_coordinator_who_is_there_hears_it_and_nobody_else(left):
    people.coordinator(name="Leider")
    standing_in.tell_director("deadline_near", left, left, by=people.BY)
    assert [notice.to.name for notice in Notice.objects.filter(kind="deadline_near")] == ["Leider"]
    assert not Notice.objects.filter(kind="no_coordinator").exists()


def test_a_desk_without_a_coordinator_hears_of_what_it_may_open(left):
    people.partner(name="Partner")
    signal, referral = cases.signal(), referrals.sent()
    by = people.BY
    notices.tell_coordinators("deadline_today", signal.team, signal, by=by)
    notices.tell_coordinators("deadline_today", referral.receiving_team, referral, by=by)
    told = [(one.about, one.to.name) for one in Notice.objects.filter(kind="deadline_today").order_by("id")]
    assert ("signal", "Collega") in told
    assert {name for about, name in told if about == "referral"} == {"Partner"}
    assert not Notice.objects.filter(kind="no_coordinator").exists()


def test_what_a_reporter_adds_does_not_stay_unheard(left, as_person):
    signal = left.signals.get()
    page = reverse("my_signal_add", args=[signal.shown_code])
    assert as_person(signal.writer).post(page, {"form_key": uuid.uuid4(), "words": "Hij is terug."}).status_code == 302
    assert Notice.objects.get(kind="no_coordinator").to.name == "Beheer"
    assert not Notice.objects.filter(kind="answered").exists()
