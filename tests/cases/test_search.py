"""Finding a resident: two exact identifiers and a purpose; of others no more than which team to ask."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from signalering.accounts.models import Setting
from signalering.audit.models import Event, Look
from signalering.audit.reading import reading
from signalering.cases.actions import casework, triage
from signalering.cases.models import Case
from signalering.cases.searching import Asked
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.cases.counting import posted_statements
from tests.insert_only import lifted
from tests.words import stands

pytestmark = pytest.mark.django_db
WHERE = "/zoek/inwoner/"
WHO = {"purpose": "new_signal", "surname": "Zeemeeuw", "birth_date": "24-11-1980"}
HOUSE = {"purpose": "new_signal", "postcode": "3117 bx", "house_number": "9012"}
UNSAFE = {"consent_answer": "not_safe", "unsafe_reason": "violence_at_home"}
NOTHING = "We vonden niets wat je mag weten."


@pytest.fixture
def worker():
    return people.wot_worker()


@pytest.fixture
def desk(as_person, worker):
    return as_person(worker)


def known(by, surname="Zeemeeuw", birth_date="1980-11-24", about=None, **details):
    """A case of a resident whose surname and birth date are known."""
    case = cases.case(by=by, about=about or cases.signal(name="Kanarienaam", **details))
    with reading(by=by, purpose="debt"):
        resident = case.case_residents.get().resident
        casework.describe_resident(
            resident, by=by, case=case, version=resident.version, surname=surname, birth_date=birth_date
        )
    return case


def answer(client, typed):
    """The part of the reply that answers the search; empty when it asks something first."""
    reply = client.post(WHERE, typed)
    assert reply.status_code == 200
    return reply.content.decode().partition('id="gevonden"')[2].partition("</section>")[0]


def errors(client, typed):
    reply = client.post(WHERE, typed)
    assert not reply.context["searched"]
    return reply.content.decode()


@pytest.mark.parametrize(
    "typed",
    [
        {},
        {"surname": "Zeemeeuw"},
        {"birth_date": "24-11-1980"},
        {"postcode": "3117BX"},
        {"house_number": "9012"},
        {"surname": "Zeemeeuw", "postcode": "3117BX"},
        {"birth_date": "24-11-1980", "house_number": "9012"},
        {"suffix": "A"},
        {"surname": "Zeemeeuw", "birth_date": "24-13-1980"},
        {"surname": "\0", "birth_date": "24-11-1980"},
        {"surname": "%", "birth_date": "*"},
        {"surname": "%", "birth_date": "24-11-1980"},
        {"surname": "木", "birth_date": "24-11-1980"},
    ],
)
def test_two_identifiers_are_needed(desk, worker, typed):
    known(worker)
    errors(desk, {"purpose": "new_signal", **typed})
    assert not Event.objects.filter(verb="search_resident").exists()


def test_what_cannot_be_compared_is_nobody_not_everybody(worker):
    cases.case(by=worker)
    for asked in (Asked(), Asked(surname="%", birth_date="1980-11-24"), Asked(surname="Zeemeeuw"), Asked(postcode="*")):
        assert not asked.residents().exists()


def test_a_purpose_is_needed(desk, worker):
    known(worker)
    for purpose in ("", "curious"):
        assert "Kies waarom je zoekt." in errors(desk, {**WHO, "purpose": purpose})


def test_own_records_are_links_by_name(desk, worker):
    case, closed, waiting = known(worker), known(worker), cases.signal()
    with reading(by=worker, purpose="debt"):
        casework.close_case(closed, by=worker, outcome="advice")
    found = answer(desk, WHO)
    for one in (case, closed):
        assert f"/casussen/{one.shown_code}/" in found
    assert "Kanarienaam" in found
    assert "Vraag het" not in found
    at = answer(desk, HOUSE)
    assert f"/signalen/{waiting.shown_code}/" in at
    assert f"/casussen/{case.shown_code}/" in at
    looks = Look.objects.filter(page="resident_search", label="case", record_id=case.pk)
    assert {(look.kind, look.origin_kind) for look in looks} == {("searched", "director")}


@pytest.mark.parametrize("typed", [WHO, HOUSE, {**WHO, **HOUSE}])
def test_of_others_it_says_only_which_team_to_ask(as_person, worker, typed):
    case = known(worker)
    for searcher in (people.wot_worker("WOT Zuid"), people.wot_worker()):
        with lifted():
            Look.objects.all().delete()
        for grant in case.signals.get().team_grants.all():  # the desk's seven days are over
            type(grant).objects.filter(pk=grant.pk).update(ends_at=grant.given_at)
        client = as_person(searcher)
        reply = client.post(WHERE, typed).content.decode()
        assert "Vraag het aan WOT Oost." in reply
        for secret in (case.shown_code, case.code, worker.name, "Kanarienaam", case.signals.get().shown_code):
            assert not stands(secret, reply)
        look = Look.objects.get(actor=searcher)
        assert (look.kind, look.record_id, look.origin_kind, look.fields) == ("searched", case.pk, "search", [])
        assert look.purpose == "new_signal"
        for kind in ("geopend", "lijst", "geweigerd"):
            assert case.shown_code not in client.get(reverse("my_looks"), {"soort": kind}).content.decode()


def test_how_many_cases_of_others_were_found_is_not_told_afterwards(as_person, worker):
    for _ in range(3):
        known(worker)
    client = as_person(people.wot_worker("WOT Zuid"))
    assert "Vraag het aan WOT Oost." in answer(client, WHO)
    page = client.get(reverse("my_looks"), {"soort": "lijst"}).content.decode()
    assert "een team om het aan te vragen gevonden met zoeken" in page
    assert "casus" not in page.partition("<h1>")[2].partition("</main>")[0]
    own = known(people.wot_worker())
    client = as_person(own.director)
    answer(client, WHO)
    page = client.get(reverse("my_looks"), {"soort": "lijst"}).content.decode()
    assert "1 casus," in page
    assert own.shown_code in page


def test_what_is_not_exactly_right_finds_nothing(desk, as_person, worker):
    known(worker)
    client = as_person(people.wot_worker("WOT Zuid"))
    wrong = (
        {**WHO, "surname": "Zeemeeu"},
        {**WHO, "birth_date": "25-11-1980"},
        {**HOUSE, "house_number": "9013"},
        {**HOUSE, "suffix": "A"},
        {**WHO, **HOUSE, "house_number": "9013"},
    )
    for typed in wrong:
        assert NOTHING in answer(client, typed), typed
    assert "WOT Oost" in answer(client, {**WHO, "surname": "ZEEMEEUW "})


def test_a_closed_case_of_others_is_not_told(as_person, worker):
    case = known(worker)
    with reading(by=worker, purpose="debt"):
        casework.close_case(case, by=worker, outcome="advice")
    assert NOTHING in answer(as_person(people.wot_worker("WOT Zuid")), WHO)


def kept_apart(worker):
    """Three cases of the safety compartment: of the CO-team, of a team that got an unsafe signal, and by purpose."""
    consulted = people.wot_worker("CO-team")
    yield known(consulted, **UNSAFE)
    moved = cases.signal(name="Kanarienaam", **UNSAFE)
    with reading(by=consulted, purpose="safety"):
        triage.reroute(moved, by=consulted, team=worker.teams[0], reason="expertise")
    yield known(worker, about=moved)
    case = known(worker)
    case.change(by=people.BY, reason="other", purpose="safety")
    yield case


def test_the_safety_compartment_gets_the_reply_of_no_hit_and_costs_the_same(as_person, worker):
    outsider = people.wot_worker("WOT Zuid")
    client = as_person(outsider)
    nobody = {**WHO, "surname": "Niemand"}
    client.post(WHERE, nobody)
    absent, asked = client.post(WHERE, nobody), posted_statements(client, WHERE, nobody)
    for number, case in enumerate(kept_apart(worker)):
        typed = {**WHO, "birth_date": f"{number + 1}-11-1980"}
        with reading(by=case.director, purpose="debt"):
            resident = case.case_residents.get().resident
            born = f"1980-11-{number + 1:02}"
            casework.describe_resident(resident, by=case.director, case=case, version=resident.version, birth_date=born)
        assert bare(client.post(WHERE, typed)) == bare(absent)
        assert len(posted_statements(client, WHERE, typed)) == len(asked)
        assert not Look.objects.filter(actor=outsider).exists()
        tried = Event.objects.filter(actor=outsider, verb="search_resident", record_id=case.pk)
        assert set(tried.values_list("result", flat=True)) == {"refused"}, "the officer of the case reads it"


def test_a_hit_that_is_not_told_leaves_a_trace_beside_one_that_is(as_person, worker):
    outsider = people.wot_worker("WOT Zuid")
    told, apart = known(worker), known(people.wot_worker("CO-team"), **UNSAFE)
    client = as_person(outsider)
    assert "WOT Oost" in answer(client, WHO)
    assert "CO-team" not in answer(client, WHO)
    traces = Event.objects.filter(actor=outsider, verb="search_resident")
    assert set(traces.values_list("record_id", "result")) == {(told.pk, "done"), (apart.pk, "done")}
    mine = client.get(reverse("my_looks"), {"soort": "geweigerd"}).content.decode()
    assert "Er is jou nog niets geweigerd." in mine


def bare(reply):
    """The answer in a reply."""
    return reply.content.decode().partition('id="gevonden"')[2].partition("</section>")[0]


def test_inside_the_compartment_it_is_told(as_person):
    director, colleague = people.wot_worker("CO-team"), people.wot_worker("CO-team")
    known(director, **UNSAFE)
    assert "Vraag het aan CO-team." in answer(as_person(colleague), WHO)


def test_who_searches_in_vain_too_often_must_wait(as_person, worker):
    Setting.objects.get(key="search_misses_an_hour").change(by=people.BY, reason="other", value="3")
    known(worker)
    curious = people.wot_worker("WOT Zuid")
    client = as_person(curious)
    replies = [client.post(WHERE, {**HOUSE, "house_number": str(number)}) for number in range(9040, 9046)]
    assert [reply.context["searched"] for reply in replies] == [True] * 3 + [False] * 3
    assert "Wacht een uur" in replies[3].content.decode()
    assert "Wacht een uur" in errors(client, WHO), "also for what would be found"
    traces = Event.objects.filter(actor=curious, verb="search_resident", result="refused")
    assert traces.count() == 7
    assert traces.filter(reason="too_often").count() == 4
    with lifted():
        for event in traces:
            type(event).objects.filter(pk=event.pk).update(at=event.at - timedelta(hours=1, minutes=1))
    assert "WOT Oost" in answer(client, WHO)
    assert "WOT Oost" in answer(as_person(people.wot_worker("WOT Zuid")), WHO), "others may go on"


def test_all_searches_together_have_a_limit(desk, worker):
    Setting.objects.get(key="searches_an_hour").change(by=people.BY, reason="other", value="2")
    known(worker)
    assert answer(desk, WHO)
    assert answer(desk, WHO)
    assert "Wacht een uur" in errors(desk, WHO)


def test_the_officer_reads_that_somebody_searched(as_person, worker):
    case = known(worker)
    searcher = people.wot_worker("WOT Zuid", name="Zoeker Zeven")
    as_person(searcher).post(WHERE, WHO)
    officer = as_person(people.privacy_officer())
    officer.post(reverse("audit_search"), {"reason": "sample", "code": case.shown_code})
    page = officer.get(reverse("case_looks", args=[case.shown_code])).content.decode()
    row = next(part for part in page.split("<tr>") if "Zoeker Zeven" in part)
    for words in ("gevonden met zoeken", "Zocht met twee kenmerken", "Zoek een inwoner", case.shown_code):
        assert words in row


def test_the_officer_reads_who_searched_in_vain_after_saying_why(as_person, worker):
    Setting.objects.get(key="search_misses_an_hour").change(by=people.BY, reason="other", value="3")
    known(worker)
    curious, diligent = people.wot_worker(name="Nieuwsgierig Een"), people.wot_worker(name="Ijverig Twee")
    client = as_person(curious)
    for number in range(9040, 9045):
        client.post(WHERE, {**HOUSE, "house_number": str(number)})
    as_person(diligent).post(WHERE, WHO)
    officer = as_person(people.privacy_officer())
    assert "Nieuwsgierig Een" not in officer.get("/inzage/zoekacties/").content.decode()
    assert "Kies waarom je zoekt." in officer.post("/inzage/zoekacties/", {}).content.decode()
    page = officer.post("/inzage/zoekacties/", {"reason": "sample"}).content.decode()
    rows = [" ".join(re.sub(r"<[^>]+>", " ", row).split()) for row in page.split("<tr>")[2:]]
    assert rows[0].startswith("Nieuwsgierig Een WOT Oost · WOT-medewerker 3 3 2 ")
    assert rows[1].startswith("Ijverig Twee WOT Oost · WOT-medewerker 1 0 0 ")
    assert "9040" not in page
    assert Event.objects.filter(verb="search_log", reason="sample", result="done").count() == 1
    assert as_person(worker).post("/inzage/zoekacties/", {"reason": "sample"}).status_code == 403


def test_what_was_typed_stands_in_no_address_log_or_session(desk, worker, caplog):
    known(worker)
    reply = desk.post(WHERE, WHO)
    assert not reply.has_header("Location")
    assert 'method="post"' in reply.content.decode()
    assert "Zeemeeuw" not in str(dict(desk.session))
    assert "Zeemeeuw" not in caplog.text
    for trace in (*Event.objects.all(), *Look.objects.filter(label="case")):
        assert "zeemeeuw" not in str(vars(trace)).lower()
    assert not desk.get(WHERE, WHO).context["searched"], "an address searches nothing"


@pytest.mark.parametrize("who", ["home_care", "shopkeeper", "partner", "privacy_officer", "administrator"])
def test_only_desks_search(as_person, worker, who):
    known(worker)
    client = as_person(getattr(people, who)())
    assert client.get(WHERE).status_code == client.post(WHERE, WHO).status_code == 403


@pytest.mark.counts
def test_it_costs_the_same_with_few_and_with_many(desk, worker):
    for _ in range(2):
        known(worker)
    desk.post(WHERE, WHO)
    few = posted_statements(desk, WHERE, WHO)
    for _ in range(6):
        known(worker)
    many = posted_statements(desk, WHERE, WHO)
    assert len(few) == len(many) <= 20, len(many)
    assert Case.objects.count() == 8
