"""A refused attempt is told to the officer of the case and to who tried, without a word of what it was about."""

import re

import pytest
from django.urls import reverse
from django.utils.html import escape

from signalering.audit import words
from signalering.audit.models import Event, Look
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.insert_only import lifted

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    case = cases.case(about=cases.signal(by=people.home_care(name="Kanarie Melder"), name="Kanarienaam"))
    with lifted():
        Look.objects.all().delete()
    return case


@pytest.fixture
def officer(as_person, case):
    client = as_person(people.privacy_officer())
    client.post(reverse("audit_search"), {"reason": "complaint", "code": case.shown_code})
    return client


def at(case, page="case"):
    return reverse(page, args=[case.shown_code])


def refused(officer, case, **query):
    """The lines of refused attempts at a case, as words."""
    html = officer.get(at(case, "case_looks"), {"soort": "geweigerd", **query}).content.decode()
    assert "Kanarienaam" not in html
    body = html.split('id="pogingen"')[1].partition("<tbody>")[2].partition("</tbody>")[0]
    return [" ".join(re.sub(r"<[^>]+>", " ", row).split()) for row in body.split("</tr>")[:-1]], html


def own(client, kind="geweigerd"):
    """One's own attempts."""
    html = client.get(reverse("my_looks"), {"soort": kind}).content.decode()
    return re.findall(r"<time[^>]*>.*?</time> · (.*?)</p>", html), html


def test_the_officer_reads_who_tried_when_and_what_was_refused(officer, as_person, case):
    colleague = people.wot_worker(name="Collega 8")
    assert as_person(colleague).get(at(case)).status_code == 404
    assert as_person(colleague).get(at(case.signals.get(), "triage_close")).status_code in (302, 404)
    lines, html = refused(officer, case)
    assert f"Collega 8 WOT Oost · WOT-medewerker Openen casus {case.shown_code}" in lines[-1]
    assert f"Geweigerde pogingen ({len(lines)})" in html
    assert "Deze mensen kregen niets te zien." in html


def test_a_reporter_who_tried_is_not_named(officer, as_person, case):
    as_person(case.signals.get().writer).get(at(case))
    (line,), html = refused(officer, case)
    assert line.endswith(f"Melder Openen casus {case.shown_code}")
    assert "Kanarie Melder" not in html
    assert "Frankelandgroep" not in html


def test_attempts_at_another_case_are_not_there(officer, as_person, case):
    as_person(people.wot_worker()).get(at(cases.case()))
    lines, html = refused(officer, case)
    assert lines == []
    assert "In deze periode is niemand geweigerd." in html


def test_all_attempts_can_be_walked(officer, as_person, case):
    client = as_person(people.wot_worker())
    for _ in range(30):
        client.get(at(case))
    first, html = refused(officer, case)
    older = re.search(r"ouder=([0-9a-f-]+)", html)[1]
    rest, html = refused(officer, case, ouder=older)
    assert (len(first), len(rest)) == (25, 5)
    back, _ = refused(officer, case, nieuwer=re.search(r"nieuwer=([0-9a-f-]+)", html)[1])
    assert back == first


def test_a_code_that_was_searched_and_found_is_a_look(as_person, case):
    client = as_person(case.director)
    reply = client.get(reverse("code_search"), {"code": case.shown_code.lower()})
    assert reply.url == at(case)
    look = Look.objects.get(page="code_search")
    assert (look.kind, look.record_id, look.fields, look.origin_kind) == ("searched", case.pk, [], "director")
    _, html = own(client, "lijst")
    assert "1 casus gevonden met zoeken" in html


def test_the_officer_counts_what_was_found_by_searching_apart(officer, as_person, case):
    client = as_person(case.director)
    for _ in range(2):
        client.get(reverse("code_search"), {"code": case.code})
    html = " ".join(officer.get(at(case, "case_looks")).content.decode().split())
    assert "0 keer geopend. Apart geteld: 0 keer gezien in een lijst. En 2 keer gevonden met zoeken." in html


def test_a_miss_counts_for_the_officer_and_looks_the_same_to_who_searched(officer, as_person, case):
    client = as_person(people.wot_worker(name="Collega 8"))
    for code in (case.shown_code, "2222-2222"):
        assert client.get(reverse("code_search"), {"code": code}).status_code == 404
    missed = Event.objects.filter(verb="search_code", result="refused").order_by("id")
    assert [event.record_id for event in missed] == [case.pk, None]
    (line,), _ = refused(officer, case)
    assert "Collega 8" in line
    assert "Zoeken op code" in line
    told, html = own(client)
    assert told == ["Zoeken op code", "Zoeken op code"]
    assert case.shown_code not in html


def test_everybody_reads_their_own_attempts_and_no_record(as_person, case):
    client = as_person(people.wot_worker())
    assert "Er is jou nog niets geweigerd." in own(client)[1]
    client.get(at(case))
    client.get(reverse("audit_search"))
    told, html = own(client)
    assert told == ["Zoeken wie er keek", "Openen"]
    assert case.shown_code not in html
    assert own(as_person(people.wot_worker()))[0] == []


def test_what_was_tried_is_told_in_words(as_person):
    assert words.attempt_label("triage") == "Beoordelen"
    assert words.attempt_label("inbox") == "Postvak"
    assert words.attempt_label("thing") == escape("thing")
