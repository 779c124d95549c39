"""A migration that allowed new rows says which of them stand in the way of going back, before anything is undone."""

import pytest
from django.db.migrations.exceptions import IrreversibleError

from signalering.cases import deadlines
from signalering.cases.actions import alerts
from signalering.cases.models import PersonLink
from tests.accounts import factories as people
from tests.before import move_back
from tests.cases import factories as cases
from tests.referrals import factories as referrals

pytestmark = pytest.mark.django_db


def refused(app, name):
    """What going back says."""
    with pytest.raises(IrreversibleError) as error:
        move_back(app, name)
    return str(error.value)


def test_a_draft_that_was_thrown_away_stands_in_the_way(as_person):
    referral, kept = referrals.draft(), referrals.draft()
    referrals.sent()
    move_back("referrals", "0006_drafts_thrown_away")
    page = f"/verwijzingen/{referral.shown_code}/weggooien/"
    assert as_person(referral.sender).post(page, {"reason": "solved"}).status_code == 302
    told = refused("referrals", "0006_drafts_thrown_away")
    assert told.startswith("Deze stap kan niet terug. Deze verwijzingen zijn weggegooid")
    assert str(referral.pk) in told
    assert str(kept.pk) not in told


def test_an_alert_that_began_anew_stands_in_the_way():
    by, case, other = people.wot_worker(), cases.case(), cases.case()
    alerts.raise_alert("threat_set", by=by, case=other)
    move_back("cases", "0023_threats_again")
    first = alerts.raise_alert("threat_set", by=by, case=case)
    alerts.end_alerts(case, by=by, reason="closed")
    again = alerts.raise_alert("threat_set", by=by, case=case)
    told = refused("cases", "0023_threats_again")
    assert "cases.Alert" in told
    assert sorted(told.rpartition(": ")[2].rstrip(".").split(", ")) == sorted(map(str, (first.pk, again.pk)))


def test_a_clock_that_began_anew_stands_in_the_way():
    by, case = people.wot_worker(), cases.case()
    clocks = []
    for _ in range(2):
        move_back("cases", "0023_threats_again")
        clocks.append(deadlines.begin("DL2", case, by=by, team=case.team, anew=True))
        deadlines.end(clocks[-1], by=by, reason="met")
    told = refused("cases", "0023_threats_again")
    assert "cases.Deadline" in told
    assert {str(clock.pk) in told for clock in clocks} == {True}


def test_a_pair_that_is_linked_from_two_cases_stands_in_the_way():
    case, other = cases.case(), cases.case()
    one, two = sorted(part.case_residents.get().resident_id for part in (case, other))
    for of in (case, other):
        move_back("cases", "0030_links_of_each_case")
        values = {"first_id": one, "second_id": two, "reason": "same_identity", "decided_by": of.director}
        link = PersonLink(case=of, **values).save_as(of.director, "same_identity")
    assert str(link.pk) in refused("cases", "0030_links_of_each_case")


def test_no_more_keys_are_named_than_somebody_reads(as_person):
    for _ in range(12):
        referral = referrals.draft()
        page = f"/verwijzingen/{referral.shown_code}/weggooien/"
        as_person(referral.sender).post(page, {"reason": "solved"})
    told = refused("referrals", "0006_drafts_thrown_away")
    assert told.count(", ") == 9
    assert told.endswith(" en meer.")
