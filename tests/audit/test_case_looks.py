"""Who looked at this case: for the privacy officer, with a reason, by code, without anything of the case itself."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from signalering.accounts.actions import end_membership, join_team
from signalering.accounts.models import Membership, Team, User
from signalering.audit.actors import system
from signalering.audit.models import Event, Look
from signalering.cases.models import Case
from tests.accounts import factories as people
from tests.audit.looking import seen, statements
from tests.cases import factories as cases
from tests.insert_only import lifted
from tests.referrals import factories as referrals

pytestmark = pytest.mark.django_db

CANARIES = {
    "name": "Kanarienaam",
    "observation": "Kanarieverhaal",
    "postcode": "3117ZZ",
    "street": "Kanariestraat",
    "place": "Kanarieplek",
    "already_done": "Kanariedaad",
}


@pytest.fixture
def officer():
    return people.privacy_officer()


@pytest.fixture
def client(officer, as_person):
    return as_person(officer)


@pytest.fixture
def reporter():
    return people.home_care(name="Kanarie Melder", email="kanarie-melder@example.org")


@pytest.fixture
def case(reporter):
    signal = cases.signal(by=reporter, **CANARIES)
    director = people.wot_worker(name="Regisseur 7")
    case = cases.case(by=director, about=signal)
    forget()
    return case


def forget():
    """The factories read without a request: their looks are not what is counted here."""
    with lifted():
        Look.objects.all().delete()


def address(case):
    return reverse("case_looks", args=[case.shown_code])


def asked(client, case, reason="monthly_check"):
    """The page of a case, after saying why."""
    reply = client.post(reverse("audit_search"), {"reason": reason, "code": case.shown_code})
    assert reply.status_code == 302, reply.content.decode()
    return page_of(client, case)


def page_of(client, case, **query):
    reply = client.get(address(case), query)
    assert reply.status_code == 200
    return " ".join(reply.content.decode().split())


def rows(html):
    """The lines of the log as text."""
    body = html.split('id="regels"')[1].split("<tbody>")[1].split("</tbody>")[0]
    return [" ".join(re.sub(r"<[^>]+>", " ", row).split()) for row in body.split("</tr>")[:-1]]


def groups(html):
    """The overview by organisation as rows of words."""
    body = html.split('id="wie"')[1].split("<tbody>")[1].split("</tbody>")[0]
    cells = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in body.split("</tr>")[:-1]]
    return [[" ".join(re.sub(r"<[^>]+>", " ", cell).split()) for cell in row] for row in cells]


def test_first_why_then_which_case(client, case):
    reply = client.get(address(case))
    assert reply.status_code == 302
    assert reply.url == f"{reverse('audit_search')}?code={case.shown_code}"
    assert f'value="{case.shown_code}"' in client.get(reply.url).content.decode()
    reply = client.post(reverse("audit_search"), {"code": case.shown_code})
    assert reply.status_code == 200
    assert "Kies waarom je zoekt." in reply.content.decode()
    assert not Event.objects.filter(verb__in=["search_log", "review_log"]).exists()


def test_every_search_and_every_reading_of_the_log_is_on_record(client, officer, case):
    asked(client, case, reason="complaint")
    page_of(client, case, maanden="3")
    events = Event.objects.filter(actor=officer, verb__in=["search_log", "review_log"]).order_by("id")
    assert [(event.verb, event.reason, event.result) for event in events] == [
        ("search_log", "complaint", "done"),
        ("review_log", "complaint", "done"),
        ("review_log", "complaint", "done"),
    ]
    assert {(event.label, event.record_id, event.root_id) for event in events} == {("case", case.pk, case.pk)}


@pytest.mark.parametrize("code", ["", "K7PX", "K7PX-3QM0", "\x00\x00\x00\x00", "a" * 5000, "ｋ7PX-3QMD"])
def test_what_is_no_code_is_told_at_the_field(client, code):
    reply = client.post(reverse("audit_search"), {"reason": "sample", "code": code})
    assert reply.status_code == 200
    assert 'aria-invalid="true"' in reply.content.decode()


def test_a_code_of_no_case_is_told_at_the_field_and_on_record(client, officer, case):
    reply = client.post(reverse("audit_search"), {"reason": "sample", "code": case.signals.get().code})
    assert "Bij deze code hoort geen casus." in reply.content.decode()
    event = Event.objects.get(verb="search_log")
    assert (event.result, event.record_id) == ("failed", None)


def test_it_shows_looks_at_everything_under_the_case_also_from_before_it_began(client, case):
    referral = referrals.accepted(case)
    forget()
    team = Team.objects.get(name="WOT Oost")
    signal, resident = case.signals.get(), case.case_residents.get().resident
    seen(people.wot_worker(name="Collega 8"), signal, kind="listed", origin="routing", team=team, page="inbox")
    seen(
        case.director,
        case,
        resident,
        signal.reporter,
        fields=["name"],
        page="case",
    )
    seen(referral.accepted_by, referral, referral.extract, origin="referral", page="referral", fields=["phone"])
    html = asked(client, case)
    accepted, opened, listed = rows(html)
    assert "Collega 8 WOT Oost · WOT-medewerker" in listed
    assert "Postvak Collega 8" in listed
    assert listed.endswith(f"gezien in een lijst signaal {signal.shown_code} Via het postvak van WOT Oost")
    assert "Regisseur 7 WOT Oost · WOT-medewerker" in opened
    assert f"casus {case.shown_code} : naam" in opened
    assert "inwoner: naam" in opened
    assert f"wie de melder is van signaal {signal.shown_code} : naam" in opened
    assert opened.endswith("Casusregisseur")
    assert f"{referral.accepted_by.name} Ontruimingspreventie · programmapartner" in accepted
    assert f"gedeelde gegevens bij verwijzing {referral.shown_code} : telefoon" in accepted
    assert accepted.endswith("Verwijzing")


def test_looks_at_other_cases_are_not_there(client, case):
    other = cases.case()
    forget()
    seen(other.director, other, other.signals.get())
    assert "In deze periode keek niemand in deze casus." in asked(client, case)


def test_nothing_sealed_and_no_reporter_is_told_and_nothing_is_opened(client, case, reporter):
    signal = case.signals.get()
    seen(reporter, signal, origin="report", page="my_signal", fields=["observation"])
    seen(reporter, signal, origin="", page="my_signal")
    seen(case.director, case, signal, signal.reporter, fields=["name", "observation", "email"])
    before = Look.objects.count()
    html = asked(client, case)
    for word in [*CANARIES.values(), reporter.name, reporter.email, "Frankelandgroep"]:
        assert word not in html
    assert groups(html)[0][:4] == ["Melder", "1", "2", "0"]
    assert sum("Melder" in row for row in rows(html)) == 2
    assert Look.objects.count() == before


def test_a_reporter_who_also_works_on_the_case_is_named_for_that_work(client, case, reporter):
    seen(reporter, case.signals.get(), origin="routing", team=Team.objects.get(name="WOT Oost"))
    assert "Kanarie Melder" in asked(client, case)


def test_opened_is_counted_apart_from_listed_and_by_organisation(client, case):
    signal, director = case.signals.get(), case.director
    colleagues = [people.wot_worker(), people.wot_worker()]
    for colleague in colleagues:
        seen(colleague, signal, kind="listed", origin="routing", page="inbox")
    for _ in range(3):
        seen(director, case, signal, page="case")
    seen(director, case, kind="listed", page="my_cases")
    seen(people.coordinator(), case, origin="routing", team=Team.objects.get(name="WOT Oost"))
    html = asked(client, case)
    assert groups(html) == [
        ["WOT Oost WOT-medewerker", "3", "3", "3", "verklaard"],
        ["WOT Oost coördinator", "1", "1", "0", "verklaard"],
    ]
    assert "4 keer geopend." in html
    assert "Apart geteld: 3 keer gezien in een lijst." in html
    assert "Coördinator van WOT Oost" in html
    assert "alles verklaard" in html


def test_one_request_is_one_line(client, case):
    signal = case.signals.get()
    seen(case.director, case, signal, case.case_residents.get().resident, *[signal.reporter], fields=["name"])
    assert len(rows(asked(client, case))) == 1


def test_what_has_no_reason_is_marked_with_an_icon_and_words(client, case):
    seen(people.wot_worker(), case, origin="")
    html = asked(client, case)
    assert re.search(r"<svg[^>]*>.*?</svg>\s*geen reden gevonden</span>", html)
    assert groups(html)[0][-1] == "1 keer geen reden gevonden"


def test_the_system_is_named_with_its_purpose_and_is_not_unexplained(client, case):
    seen(system("extract_keys"), case, origin="", page="")
    html = asked(client, case)
    assert rows(html)[0].count("Het systeem") == 2
    assert "geen reden gevonden" not in html


def test_the_role_is_that_of_the_moment_of_the_look(client, case):
    worker = people.wot_worker(team="WOT Zuid")
    seen(worker, case)
    first = Membership.objects.get(person=worker)
    end_membership(first, by=system("accounts"))
    join_team(
        User.objects.get(pk=worker.pk),
        role="coordinator",
        function="coordinator",
        organisation=first.organisation,
        team=Team.objects.get(name="WOT Noordrand"),
        by=system("accounts"),
    )
    assert "WOT Zuid · WOT-medewerker" in rows(asked(client, case))[0]


def test_the_period_is_a_year_unless_another_is_chosen(client, case):
    now = timezone.now()
    seen(case.director, case, at=now - timedelta(days=400))
    seen(case.director, case, at=now - timedelta(days=60))
    assert len(rows(asked(client, case))) == 1
    assert len(rows(page_of(client, case, maanden="60"))) == 2
    assert "In deze periode keek niemand" in page_of(client, case, maanden="1")
    for typed in ("0", "-1", "99999999", "\x00", "½", "twaalf"):
        assert len(rows(page_of(client, case, maanden=typed))) == 1


def test_the_pages_of_the_log_are_walked_without_a_gap(client, case):
    for _ in range(30):
        seen(case.director, case, case.signals.get())
    html = asked(client, case)
    assert len(rows(html)) == 25
    older = page_of(client, case, ouder=re.search(r"ouder=([0-9a-f-]+)", html)[1], maanden="12")
    assert len(rows(older)) == 5
    assert not re.search(r"ouder=", older)
    newer = page_of(client, case, nieuwer=re.search(r"nieuwer=([0-9a-f-]+)", older)[1])
    assert rows(newer) == rows(html)


def test_the_page_asks_the_same_few_questions_for_one_line_and_for_many(client, case):
    team = Team.objects.get(name="WOT Oost")
    seen(case.director, case, team=team)
    asked(client, case)
    with statements() as few:
        page_of(client, case)
    referral = referrals.sent(case)
    for _ in range(30):
        seen(people.wot_worker(), case, referral, *case.signals.all(), team=team)
    with statements() as many:
        page_of(client, case)
    assert len(many) == len(few) <= 12, many


def bare(reply):
    """A page without what is new in every reply."""
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"|data-(now|session-ends)="\d+"', "", reply.content.decode())


@pytest.mark.parametrize(
    "kind",
    [people.home_care, people.shopkeeper, people.wot_worker, people.coordinator, people.partner, people.administrator],
)
def test_nobody_else_learns_whether_the_case_exists(as_person, case, kind):
    client = as_person(kind())
    hidden, absent = client.get(address(case)), client.get(reverse("case_looks", args=["ZZZZ-ZZZZ"]))
    assert hidden.status_code == absent.status_code == 404
    assert bare(hidden) == bare(absent)
    assert client.get(reverse("audit_search")).status_code == 403
    assert client.post(reverse("audit_search"), {"reason": "sample", "code": case.code}).status_code == 403
    refused = Event.objects.filter(verb__in=["review_log", "search_log"], result="refused")
    assert refused.count() == 4


def test_its_director_does_not_read_the_log_of_others_either(as_person, case):
    assert as_person(case.director).get(address(case)).status_code == 404


def test_hidden_and_absent_cost_the_same_questions(as_person, case):
    client = as_person(people.wot_worker())
    client.get(address(case))
    with statements() as hidden:
        client.get(address(case))
    with statements() as absent:
        client.get(reverse("case_looks", args=["ZZZZ-ZZZZ"]))
    assert len(hidden) == len(absent)


def test_an_officer_of_another_municipality_sees_no_case_here(as_person, case, officer):
    here = Membership.objects.get(person=officer)
    end_membership(here, by=system("accounts"))
    join_team(
        officer,
        role=here.role,
        function=here.function,
        organisation=here.organisation,
        municipality="Rotterdam",
        by=system("accounts"),
    )
    client = as_person(officer)
    reply = client.post(reverse("audit_search"), {"reason": "sample", "code": case.code})
    assert "Bij deze code hoort geen casus." in reply.content.decode()
    assert client.get(address(case)).status_code == 404


def test_a_case_without_an_area_belongs_to_the_municipality_of_its_team(client, reporter):
    case = cases.case(about=cases.signal(by=reporter))
    Case.objects.get(pk=case.pk).change(by=case.director, reason="case_work", area=None)
    assert asked(client, case)


def test_an_officer_whose_place_ended_reads_nothing_on_the_next_request(client, officer, case):
    asked(client, case)
    end_membership(Membership.objects.get(person=officer), by=system("accounts"))
    assert client.get(address(case)).status_code == 404
    assert client.get(reverse("audit_search")).status_code == 403


def test_the_session_keeps_no_more_than_codes_and_reasons(client, case):
    asked(client, case)
    kept = {key: value for key, value in client.session.items() if not key.startswith("_")}
    assert kept["review_reasons"] == {case.code: "monthly_check"}
