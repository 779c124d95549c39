"""The page of a case, its history, the lists of cases, and finding one by its code."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from signalering.accounts.grants import Origin, give
from signalering.audit.models import Event, Look
from signalering.audit.reading import reading
from signalering.cases.actions import casework, reporting, triage
from signalering.cases.models import Case, CaseResident
from signalering.referrals.actions import answering, sending
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.cases.counting import statements
from tests.cases.moving_time import began
from tests.referrals import factories as referrals

pytestmark = pytest.mark.django_db


@pytest.fixture
def director():
    return people.wot_worker()


@pytest.fixture
def desk(as_person, director):
    return as_person(director)


@pytest.fixture
def case(director):
    return cases.case(by=director)


def at(case, act=""):
    return f"/casussen/{case.shown_code}/{act}"


def text(reply):
    return reply.content.decode()


def titles(reply):
    """The timeline of a page, newest first."""
    return [str(item["title"]) for item in reply.context["timeline"].items]


def todo(reply):
    return [str(item["title"]) for item in reply.context["todo"]]


def write(case, number):
    """Notes, as many as asked for."""
    with reading(by=case.director, purpose="debt"):
        for count in range(number):
            casework.write_note(case, by=case.director, form_key=uuid.uuid4(), words=f"Notitie {count}.")


def test_the_identity_bar_says_four_things(desk, case, director):
    page = text(desk.get(at(case)))
    bar = page[page.index('class="identity"') : page.index('class="page"')]
    for words in ("Mw. A.", case.shown_code, "Open", director.name, "WOT Oost", "Terugbellen door het WOT"):
        assert words in bar
    title = page[page.index("<title>") : page.index("</title>")]
    assert case.shown_code in title
    assert "Mw. A." not in title


def test_the_looks_name_the_resident_and_the_reason(desk, case):
    desk.get(at(case))
    resident = CaseResident.objects.get(case=case).resident_id
    by_label = {look.label: look for look in Look.objects.filter(page="case")}
    assert set(by_label) >= {"case", "resident", "signal"}
    assert by_label["resident"].record_id == resident
    assert by_label["resident"].origin_kind == by_label["case"].origin_kind == "director"
    assert by_label["case"].kind == by_label["resident"].kind == "opened"
    assert by_label["case"].subjects == by_label["resident"].subjects == by_label["signal"].subjects != []


def test_the_timeline_tells_everything_newest_first(desk, case, director):
    signal = case.signals.get()
    write(case, 1)
    with reading(by=signal.writer, purpose="debt"):
        reporting.add(signal, by=signal.writer, form_key=uuid.uuid4(), words="Er hangt een brief.")
    referral = referrals.accepted(case)
    reply = desk.get(at(case))
    assert titles(reply) == [
        "Verwijzing geaccepteerd – Ontruimingspreventie",
        "Verwijzing verstuurd – Ontruimingspreventie",
        "Toestemming: delen bij een verwijzing",
        "Verwijzing voorbereid – Ontruimingspreventie",
        "Aanvulling",
        "Notitie",
        "Casus geopend",
        "Signaal ontvangen: geld of huur",
    ]
    page = text(reply)
    for words in ("Er hangt een brief.", "Notitie 0.", "Eerste contact op", "Kunnen jullie helpen met de huur?"):
        assert words in page
    assert signal.writer.name not in page
    assert f"/verwijzingen/{referral.shown_code}/" in page
    assert page.count("<h1") == 1


def test_the_whole_road_of_a_referral_is_told(desk, case):
    referral = referrals.sent(case)
    receiver = people.partner()
    with reading(by=receiver, purpose="debt"):
        answering.accept(referral, by=receiver, first_contact_on=timezone.localdate())
        answering.undo_accept(referral, by=receiver)
        answering.send_back(referral, by=receiver, reason="full", words="Pas in januari plek.")
    assert todo(desk.get(at(case)))[-1] == "Teruggestuurd door Ontruimingspreventie: kies iets anders"
    assert "Pas in januari plek." in text(desk.get(at(case)))
    with reading(by=referral.sender, purpose="debt"):
        sending.restore(referral, by=referral.sender)
    with reading(by=receiver, purpose="debt"):
        answering.accept(referral, by=receiver, first_contact_on=timezone.localdate())
        answering.start(referral, by=receiver)
        answering.complete(referral, by=receiver, outcome="goal_reached", words="Regeling met de verhuurder.")
    reply = desk.get(at(case))
    assert todo(reply)[-1] == "Sluit de casus of ga verder"
    assert titles(reply)[:3] == [
        "Verwijzing afgerond – Ontruimingspreventie",
        "Hulp gestart – Ontruimingspreventie",
        "Verwijzing geaccepteerd – Ontruimingspreventie",
    ]
    assert titles(reply).count("Antwoord teruggedraaid – Ontruimingspreventie") == 2
    assert "Doel bereikt" in text(reply)
    assert "Regeling met de verhuurder." in text(reply)


def test_what_must_be_done_now(desk, case, director):
    told = ["Vroegsignaal of hulpvraag bij schulden: eerste gesprek", "Inwoner laten weten dat we gegevens hebben"]
    first, *terms, last = todo(desk.get(at(case)))
    assert (first, sorted(terms), last) == ("Terugbellen door het WOT", sorted(told), "Bespreek toestemming")
    draft = referrals.draft(case)
    assert "Verstuur de verwijzing naar Ontruimingspreventie" in todo(desk.get(at(case)))
    cases.consent(case)
    with reading(by=director, purpose="debt"):
        sending.send(draft, by=director)
        casework.record_attempt(
            case,
            by=director,
            form_key=uuid.uuid4(),
            channel="phone",
            reached=True,
            at=timezone.now(),
            day_part="morning",
        )
    reply = desk.get(at(case))
    assert todo(reply) == ["Vervolghulp start"]
    assert "Reactie voor" in text(reply)
    desk.post(at(case, "termijn/"), {"term": "DL8"})
    reply = desk.get(at(case))
    assert todo(reply) == []
    assert "Er staat niets open." in text(reply)


def test_the_box_says_why_i_see_this(as_person, desk, case):
    assert "Je bent casusregisseur. Je inzage wordt vastgelegd." in " ".join(text(desk.get(at(case))).split())
    page = text(as_person(people.coordinator()).get(at(case)))
    assert "Je bent coördinator van WOT Oost." in page


def test_a_coordinator_reads_the_work_but_no_signals_of_it(as_person, case, director):
    signal = case.signals.get()
    for record in (signal, signal.reporter):
        reporting.end_desk_sight(record, signal, by=people.BY, reason="ended", at=signal.created_at)
    write(case, 1)
    reply = as_person(people.coordinator()).get(at(case))
    assert titles(reply) == ["Notitie", "Casus geopend"]
    assert "Overdragen" in text(reply)
    for words in (">Verwijzen<", "/notitie/", "/sluiten/", "Stapel ongeopende post."):
        assert words not in text(reply)


def test_safety_stands_on_top(as_person):
    worker = people.wot_worker("CO-team")
    case = cases.case(by=worker, about=cases.signal(consent_answer="not_safe", unsafe_reason="violence_at_home"))
    assert "Geen brief, niet bellen." in text(as_person(worker).get(at(case)))


def test_a_case_without_a_name_has_one_on_screen(as_person, director, desk):
    case = cases.case(by=director, about=cases.signal(name="", consent_answer="not_discussed"))
    assert "Inwoner zonder naam" in text(desk.get(at(case)))
    assert "Inwoner zonder naam" in text(desk.get("/casussen/"))


def test_a_long_timeline_goes_on_without_a_gap_or_a_double(desk, case, director):
    write(case, 60)
    noon = timezone.now().replace(second=0, microsecond=0) - timedelta(days=1)
    began(case, noon)
    with reading(by=director, purpose="debt"):
        for _ in range(30):
            casework.record_attempt(
                case,
                by=director,
                form_key=uuid.uuid4(),
                channel="phone",
                reached=False,
                at=noon,
                day_part="morning",
            )
    seen, older = [], None
    while older != "":
        timeline = desk.get(at(case), {"ouder": older} if older else {}).context["timeline"]
        seen += timeline.items
        older = timeline.older
    assert len(seen) == 60 + 30 + 2
    assert len({item["words"] for item in seen if item["title"] == "Notitie"}) == 60
    for strange in ("\0", "gisteren", "2026-01-01", "9999-12-31T00:00:00+00:00"):
        assert desk.get(at(case), {"ouder": strange}).status_code == 200


@pytest.mark.counts
def test_the_case_page_costs_the_same_however_long(desk, case):
    referrals.sent(case)
    write(case, 10)
    desk.get(at(case))
    few = statements(desk, at(case))
    write(case, 50)
    many = statements(desk, at(case))
    assert len(few) == len(many) <= 16, len(many)


def test_the_history_tells_who_changed_what_without_opening(desk, case, director):
    signal = case.signals.get()
    version = Case.objects.get().version
    desk.post(at(case, "gegevens/"), {"summary": "Huur en post.", "version": version})
    Look.objects.all()
    page = text(desk.get(at(case, "geschiedenis/")))
    for words in (
        "wat er speelt: gewijzigd",
        "status: Nieuw → Gekoppeld",
        "Werk aan de casus",
        "Past bij ons team",
        "Gemeld",
        f"Signaal {signal.shown_code}",
        "melder",
        director.name,
    ):
        assert words in page, words
    for words in ("Huur en post.", "Mw. A.", "3117 BX", signal.writer.name):
        assert words not in page
    assert all(look.fields == [] for look in Look.objects.filter(page="case_history"))


def test_the_history_goes_on_to_the_first_change(desk, case, director):
    with reading(by=director, purpose="debt"):
        for number in range(40):
            case.change(by=director, reason="case_work", summary=f"Versie {number}.")
    first = desk.get(at(case, "geschiedenis/"))
    seen, older = list(first.context["changes"]), first.context["older"]
    while older:
        reply = desk.get(at(case, "geschiedenis/"), {"ouder": str(older)})
        seen += reply.context["changes"]
        older = reply.context["older"]
    rows = case.history.count() + case.signals.get().history.count()
    rows += CaseResident.objects.get(case=case).resident.history.count()
    assert len(seen) == rows
    assert [one["when"] for one in seen] == sorted((one["when"] for one in seen), reverse=True)
    assert len(first.context["changes"]) == 25
    assert desk.get(at(case, "geschiedenis/"), {"ouder": "\0"}).status_code == 200


@pytest.mark.counts
def test_the_history_costs_the_same_however_long(desk, case, director):
    desk.get(at(case, "geschiedenis/"))
    few = statements(desk, at(case, "geschiedenis/"))
    with reading(by=director, purpose="debt"):
        for number in range(60):
            case.change(by=director, reason="case_work", summary=f"Versie {number}.")
    many = statements(desk, at(case, "geschiedenis/"))
    assert len(few) == len(many) <= 12, len(many)


def test_my_cases_are_listed_by_name_open_ones_first(desk, director, case):
    closed = cases.case(by=director, about=cases.signal(name="Dhr. B."))
    other = cases.case()
    with reading(by=director, purpose="debt"):
        casework.close_case(closed, by=director, outcome="advice")
    Look.objects.all()
    page = text(desk.get("/casussen/"))
    assert page.index("Mw. A.") < page.index("Dhr. B.")
    assert "Volgende stap voor" in page
    assert other.shown_code not in page
    looks = Look.objects.filter(page="my_cases")
    assert {look.kind for look in looks} == {"listed"}
    assert {tuple(look.fields) for look in looks if look.label == "resident"} == {("name",)}


def test_my_cases_are_walked_without_a_gap_or_a_double(desk, director, monkeypatch):
    monkeypatch.setattr("signalering.cases.views.cases.AT_ONCE", 2)
    made = [cases.case(by=director) for _ in range(5)]
    with reading(by=director, purpose="debt"):
        for one in made[1:3]:
            casework.close_case(one, by=director, outcome="advice")
    pages, older = [], None
    while older != "":
        reply = desk.get("/casussen/", {"ouder": older} if older else {})
        pages.append([one.code for one in reply.context["cases"]])
        older = reply.context["page"].older
    order = [made[4], made[3], made[0], made[2], made[1]]
    assert [code for page in pages for code in page] == [one.code for one in order]
    back = desk.get("/casussen/", {"nieuwer": reply.context["page"].newer})
    assert [one.code for one in back.context["cases"]] == pages[1]


def test_colleagues_know_that_a_case_exists_and_no_more(as_person, case, director):
    reply = as_person(people.wot_worker()).get("/casussen/?lijst=team")
    page = text(reply)
    for words in (case.shown_code, director.name, "Open", "De inhoud zie je niet."):
        assert words in page
    for words in ("Mw. A.", "Geld of huur", at(case)):
        assert words not in page
    assert case.shown_code not in text(as_person(people.wot_worker("WOT Zuid")).get("/casussen/?lijst=team"))


def test_a_coordinator_opens_the_cases_of_the_team(as_person, case):
    page = text(as_person(people.coordinator()).get("/casussen/?lijst=team"))
    assert f'href="{at(case)}"' in page
    assert "Volgende stap voor" in page
    assert "Mw. A." not in page


@pytest.mark.counts
def test_the_lists_cost_the_same_however_long(as_person, director):
    clients = [as_person(person) for person in (director, people.coordinator(), people.wot_worker())]
    pages = [(client, address) for client in clients for address in ("/casussen/", "/casussen/?lijst=team")]
    for _ in range(10):
        cases.case(by=director)
    for page in pages:
        statements(*page)
    few = [len(statements(*page)) for page in pages]
    for _ in range(50):
        cases.case(by=director)
    assert [len(statements(*page)) for page in pages] == few
    assert max(few) <= 12


def test_a_code_leads_to_what_one_may_see(as_person, desk, case, director):
    signal, referral = case.signals.get(), referrals.sent(case)
    for record, page in ((case, "casussen"), (signal, "signalen"), (referral, "verwijzingen")):
        for typed in (record.shown_code, record.code.lower(), f" {record.shown_code} "):
            assert desk.get("/zoek/", {"code": typed})["Location"] == f"/{page}/{record.shown_code}/"
    writer = as_person(signal.writer)
    assert writer.get("/zoek/", {"code": signal.code})["Location"] == f"/mijn-signalen/{signal.shown_code}/"
    receiver = as_person(people.partner())
    assert receiver.get("/zoek/", {"code": referral.code})["Location"] == f"/verwijzingen/{referral.shown_code}/"
    assert Event.objects.filter(verb="search_code", result="done", record_id=case.pk).count() == 3


def test_hidden_and_absent_get_the_same_answer(as_person, case):
    client = as_person(people.wot_worker("WOT Zuid"))
    answers = {}
    for typed in (case.shown_code, "ZZZZ-ZZZZ"):
        reply = client.get("/zoek/", {"code": typed})
        answers[typed] = (reply.status_code, text(reply).replace(typed, ""))
        assert "Je hebt geen toegang tot deze code, of hij bestaat niet." in text(reply)
    assert answers[case.shown_code][0] == answers["ZZZZ-ZZZZ"][0] == 404
    refused = Event.objects.filter(verb="search_code", result="refused")
    assert {event.record_id for event in refused} == {case.pk, None}, "the officer reads what was hidden"


@pytest.mark.parametrize("typed", ["\0", "<script>", "x" * 20_000, "' or 1=1", "é"])
def test_strange_codes_find_nothing(desk, typed):
    reply = desk.get("/zoek/", {"code": typed})
    assert reply.status_code == 404
    assert "<script>" not in text(reply)
    assert desk.get("/zoek/", {"code": "  "}).status_code == 200


def test_a_stand_in_reads_that_they_stand_in(as_person, case):
    somebody = people.wot_worker()
    give(
        case,
        "view",
        "change",
        to=somebody,
        by=people.BY,
        reason="absent",
        origin=Origin("stand_in", case.pk),
        ends_at=timezone.now() + timedelta(days=1),
    )
    assert "Je vervangt de casusregisseur." in text(as_person(somebody).get(at(case)))


def test_a_joined_signal_stands_in_the_timeline(desk, case, director):
    second = cases.signal(theme="loneliness", chips="", observation="Mevrouw is veel alleen.")
    with reading(by=director, purpose="debt"):
        triage.join_case(second, by=director, case=case, reason="same_person")
    reply = desk.get(at(case))
    assert titles(reply)[0] == "Signaal ontvangen: eenzaamheid"
    assert "Geld of huur, Eenzaamheid" in text(reply)
