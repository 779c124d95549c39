"""A WOT worker reads a signal and decides: five acts, and what each of them may not do."""

import uuid

import pytest

from signalering.accounts.access import may
from signalering.accounts.models import Area, PostcodeArea
from signalering.audit.models import Event, Look
from signalering.audit.reading import reading
from signalering.cases.actions import reporting, triage
from signalering.cases.actions.reading import KIND
from signalering.cases.models import Case, Deadline, Signal
from signalering.cases.working_days import add_working_days, today
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.cases.counting import statements

pytestmark = pytest.mark.django_db

NAME = "Kanariemelder Een"
PICK_UP = {"reason": "fits_team", "legal_basis": "consent", "purpose": "debt"}
HOSTILE = ["\0", "a\0b", "x" * 20_000, "\u202eomgekeerd"]


@pytest.fixture
def reporter():
    return people.home_care(name=NAME, email="kanariemelder@example.org")


@pytest.fixture
def worker():
    return people.wot_worker()


@pytest.fixture
def desk(as_person, worker):
    return as_person(worker)


@pytest.fixture
def signal(reporter):
    return cases.signal(by=reporter)


def at(signal, act=""):
    """The address of a signal, or of an act on it."""
    return f"/signalen/{signal.shown_code}/{act}"


def text(reply):
    return reply.content.decode()


def test_the_desk_reads_what_the_reporter_told(desk, signal):
    page = text(desk.get(at(signal)))
    for words in ("3117 BX 9012", "Ja, en wil hulp", "Mw. A.", "post dicht, huur lukt niet", "Stapel ongeopende post."):
        assert words in page
    assert NAME in page
    assert "kanariemelder@example.org" in page
    title = page[page.index("<title>") : page.index("</title>")]
    assert signal.shown_code in title
    assert "Mw. A." not in title
    opened = Look.objects.get(page="inbox_signal", label="signal", record_id=signal.pk)
    assert opened.kind == "opened"
    assert {"name", "postcode", "observation", "consent_answer"} <= set(opened.fields)
    assert set(Look.objects.get(label="reporter_identity").fields) >= {"name", "email"}


def test_the_proposal_says_why(desk, signal):
    page = text(desk.get(at(signal)))
    assert "Voorstel: WOT Oost" in page
    assert "Waarom: wijk Oost (volgens melder)." in page
    assert "Dit signaal ligt in het postvak van WOT Oost." in page


def test_without_the_right_to_know_the_reporter_is_melder(as_person, desk, signal, reporter, worker):
    with reading(by=worker, purpose="debt"):
        triage.ask(signal, by=worker, form_key=uuid.uuid4(), words="Hoe laat?")
    with reading(by=reporter, purpose="debt"):
        reporting.answer(signal, by=reporter, form_key=uuid.uuid4(), words="Na tienen.")
        reporting.correct(
            signal, by=reporter, form_key=uuid.uuid4(), version=signal.version, observation="Nog meer post."
        )
    assert NAME in text(desk.get(at(signal)))
    case = cases.case(by=worker, about=signal)
    director = people.wot_worker()
    coordinator = people.coordinator()
    as_person(coordinator).post(
        f"/casussen/{case.shown_code}/overdragen/", {"to": str(director.pk), "reason": "moved", "version": case.version}
    )
    end_desk_sight(signal)
    client = as_person(director)
    pages = [at(signal), f"/casussen/{case.shown_code}/", f"/casussen/{case.shown_code}/geschiedenis/", "/signalen/"]
    for page in pages:
        reply = client.get(page)
        assert reply.status_code == 200, page
        assert NAME not in text(reply), page
        assert "kanariemelder" not in text(reply), page
    assert "melder" in text(client.get(at(signal)))
    assert "Na tienen." in text(client.get(at(signal)))


def end_desk_sight(signal):
    """The seven days after triage are over."""
    signal = Signal.objects.select_related("team", "reporter").get(pk=signal.pk)
    for record in (signal, signal.reporter):
        reporting.end_desk_sight(record, signal, by=people.BY, reason="ended", at=signal.created_at)


def test_the_first_reading_keeps_the_promise_once(desk, signal):
    assert desk.get(at(signal)).status_code == 200
    desk.get(at(signal))
    opened = Event.objects.get(verb="open_first")
    for _ in range(2):
        KIND.sweep()
        desk.get(at(signal))
        signal.refresh_from_db()
        assert signal.first_opened_at == opened.at
        assert Deadline.objects.get(about_id=signal.pk, rule__slug="DL23").ended_at == opened.at
    assert [event.actor for event in Event.objects.filter(verb__in=["open_first", "read_first"])] == [opened.actor] * 2


def test_not_safe_says_no_letter_and_no_call(as_person):
    signal = cases.signal(consent_answer="not_safe", unsafe_reason="violence_at_home")
    page = text(as_person(people.wot_worker("CO-team")).get(at(signal)))
    assert "Geen brief, niet bellen." in page
    assert "Geweld of dreiging in huis" in page


def test_picking_up_opens_a_case_of_ones_own(desk, signal, worker):
    reply = desk.post(at(signal, "oppakken/"), PICK_UP)
    case = Case.objects.get()
    assert reply["Location"] == f"/casussen/{case.shown_code}/"
    assert (case.director, case.team, case.legal_basis) == (worker, signal.team, "consent")
    assert not Deadline.objects.filter(about_id=case.pk, rule__slug="DL2").exists()
    page = text(desk.get(reply["Location"]))
    assert "Opgepakt. Dit is de casus" in page
    assert "Mw. A." in page


def test_a_threat_starts_the_clock_of_three_days(desk, signal):
    desk.post(at(signal, "oppakken/"), {**PICK_UP, "threat_kind": "eviction", "threat_date": "2026-12-01"})
    case = Case.objects.get()
    assert Deadline.objects.get(about_id=case.pk, rule__slug="DL2").due_on == add_working_days(today(), 3)


def test_after_the_decision_the_page_shows_it_and_no_acts(desk, signal):
    desk.post(at(signal, "oppakken/"), PICK_UP)
    page = text(desk.get(at(signal)))
    assert "Gekoppeld" in page
    assert "Past bij ons team" in page
    assert f"Naar casus {Case.objects.get().shown_code}" in page
    for words in ("Beoordelen", "/oppakken/", "/afronden/", "Voorstel:"):
        assert words not in page


def test_a_colleague_reads_who_directs_and_not_more(as_person, desk, signal, worker):
    desk.post(at(signal, "oppakken/"), PICK_UP)
    case = Case.objects.get()
    colleague = as_person(people.wot_worker())
    page = text(colleague.get(at(signal)))
    assert case.shown_code in page
    assert worker.name in page
    assert f"/casussen/{case.shown_code}/" not in page
    assert colleague.get(f"/casussen/{case.shown_code}/").status_code == 404


def test_the_second_pick_up_reads_who_was_first_and_keeps_every_word(as_person, desk, signal, worker):
    second = as_person(people.wot_worker())
    desk.post(at(signal, "oppakken/"), PICK_UP)
    reply = second.post(at(signal, "oppakken/"), {**PICK_UP, "reason": "other", "words": "Ik ken deze mevrouw al."})
    assert reply.status_code == 409
    assert worker.name in text(reply)
    assert "Ik ken deze mevrouw al." in text(reply)
    assert Case.objects.count() == 1


def test_a_reporter_who_was_first_is_not_named(desk, signal, reporter, worker):
    with reading(by=worker, purpose="debt"):
        triage.ask(signal, by=worker, form_key=uuid.uuid4(), words="Hoe laat?")
    signal.refresh_from_db()
    with reading(by=reporter, purpose="debt"):
        reporting.answer(signal, by=reporter, form_key=uuid.uuid4(), words="Na tienen.")
    reply = desk.post(at(signal, "vraag/"), {"stop": "1"})
    assert reply.status_code == 409
    assert NAME not in text(reply)
    assert "De melder heeft dit net gewijzigd." in text(reply)


def test_the_same_person_twice_is_once(desk, signal):
    first = desk.post(at(signal, "oppakken/"), PICK_UP)
    again = desk.post(at(signal, "oppakken/"), PICK_UP, follow=True)
    assert again.redirect_chain[-1][0] == at(signal)
    assert first["Location"] in text(again)
    assert Case.objects.count() == 1


@pytest.mark.parametrize("act", ["oppakken", "koppelen", "vraag", "afronden", "team", "wijk"])
def test_an_act_that_comes_too_late_leads_to_the_signal(as_person, desk, signal, act):
    desk.post(at(signal, "afronden/"), {"reason": "advised"})
    colleague = as_person(people.wot_worker())
    assert colleague.get(at(signal, f"{act}/"))["Location"] == at(signal)


def test_linking_adds_to_a_case_of_ones_own(desk, signal, worker):
    mine, other = cases.case(by=worker), cases.case()
    page = text(desk.get(at(signal, "koppelen/")))
    assert f"{mine.shown_code} · Mw. A." in page
    assert other.shown_code not in page
    assert desk.post(at(signal, "koppelen/"), {"case": other.code, "reason": "same_person"}).status_code == 200
    reply = desk.post(at(signal, "koppelen/"), {"case": mine.code, "reason": "other", "words": "Zelfde portiek."})
    assert reply["Location"] == f"/casussen/{mine.shown_code}/"
    signal.refresh_from_db()
    assert signal.case == mine
    assert "Zelfde portiek." in text(desk.get(at(signal)))


def test_without_a_case_there_is_nothing_to_link_to(desk, signal):
    assert "Je hebt nu geen open casussen" in text(desk.get(at(signal, "koppelen/")))


def test_a_question_waits_for_its_answer(desk, signal, reporter, worker):
    form = {"words": "Hoe laat is mevrouw thuis?", "form_key": str(uuid.uuid4())}
    assert desk.post(at(signal, "vraag/"), form)["Location"] == "/postvak/"
    assert desk.post(at(signal, "vraag/"), form)["Location"] == "/postvak/"
    signal.refresh_from_db()
    assert signal.additions.count() == 1
    assert may(reporter, "own_text", signal)
    page = text(desk.get(at(signal)))
    assert "Je wacht op antwoord van de melder" in page
    assert "Hoe laat is mevrouw thuis?" in page
    assert "/oppakken/" not in page


def test_the_desk_can_go_on_without_an_answer(desk, signal, worker):
    desk.post(at(signal, "vraag/"), {"words": "Hoe laat?", "form_key": str(uuid.uuid4())})
    assert desk.post(at(signal, "vraag/"), {"stop": "1"})["Location"] == at(signal)
    signal.refresh_from_db()
    assert (signal.status, signal.feedback_code) == ("new", "received")
    assert desk.post(at(signal, "oppakken/"), PICK_UP).status_code == 302


@pytest.mark.parametrize(
    ("who", "answer"), [("shopkeeper", "not_discussed"), ("home_care", "yes_no_help")], ids=["shop", "no help"]
)
def test_who_hears_nothing_later_is_asked_nothing(desk, who, answer):
    signal = cases.signal(by=getattr(people, who)(), consent_answer=answer, name="")
    page = text(desk.get(at(signal)))
    assert "deze melder hoort na Ontvangen niets meer" in page
    assert f'action="{at(signal, "vraag/")}"' not in page
    assert "deze melder hoort na Ontvangen niets meer" in text(desk.get(at(signal, "vraag/")))
    reply = desk.post(at(signal, "vraag/"), {"words": "Hoe laat?", "form_key": str(uuid.uuid4())})
    assert "Deze melder hoort na Ontvangen niets meer." in text(reply)
    assert Signal.objects.get(pk=signal.pk).status == "new"


def test_closing_tells_the_end_of_every_reason(desk, signal):
    page = text(desk.get(at(signal, "afronden/")))
    for words in ("Meegedacht zonder naam", "Doorgegeven", "Niet opgepakt", "Andere gemeente"):
        assert words in page
    reply = desk.post(at(signal, "afronden/"), {"reason": "other", "words": "Woont in een andere straat."})
    assert reply["Location"] == "/postvak/"
    signal.refresh_from_db()
    assert signal.status == "not_taken_up"
    assert "Woont in een andere straat." in text(desk.get(at(signal)))


def test_words_beside_another_reason_are_not_kept(desk, signal):
    reply = desk.post(at(signal, "afronden/"), {"reason": "advised", "words": "Dit hoort hier niet."})
    assert "Kies Anders, of maak dit vak leeg." in reply.content.decode()
    assert "Dit hoort hier niet." in reply.content.decode()
    signal.refresh_from_db()
    assert signal.status == "new"
    assert not signal.reason_words_sealed


def test_another_team_gets_the_signal_and_this_one_loses_it(as_person, desk, signal):
    page = text(desk.get(at(signal, "team/")))
    assert "WOT Zuid" in page
    assert "Ontruimingspreventie" not in page
    assert desk.post(at(signal, "team/"), {"team": "WOT Oost", "reason": "capacity"}).status_code == 200
    assert desk.post(at(signal, "team/"), {"team": "WOT Zuid", "reason": "capacity"})["Location"] == "/postvak/"
    assert desk.get(at(signal)).status_code == 404
    assert as_person(people.wot_worker("WOT Zuid")).get(at(signal)).status_code == 200


def test_the_other_team_reads_why_it_got_the_signal_also_when_it_decided(as_person, desk, signal):
    form = {"team": "WOT Zuid", "reason": "other", "words": "Zij kennen de straat."}
    assert desk.post(at(signal, "team/"), form).status_code == 302
    zuid = as_person(people.wot_worker("WOT Zuid"))
    assert "Zij kennen de straat." in text(zuid.get(at(signal)))
    assert zuid.post(at(signal, "afronden/"), {"reason": "other", "words": "Al bekend."}).status_code == 302
    page = text(zuid.get(at(signal)))
    assert "Zij kennen de straat." in page
    assert "Al bekend." in page


def test_the_area_that_is_chosen_holds_for_the_next_signal_from_this_postcode(desk, signal):
    zuid, west = (Area.objects.get(municipality="Schiedam", name=name) for name in ("Zuid", "West"))
    assert desk.post(at(signal, "wijk/"), {"area": zuid.statcode})["Location"] == at(signal)
    assert "volgens medewerker" in text(desk.get(at(signal)))
    row = PostcodeArea.objects.get()
    assert (row.pc6, row.area, row.source) == ("3117BX", zuid, "worker")
    later = cases.signal(area=None)
    assert (later.area, later.area_source, later.team.name) == (zuid, "worker", "WOT Zuid")
    desk.post(at(signal, "wijk/"), {"area": west.statcode})
    row.refresh_from_db()
    assert (row.area, row.source, row.history.count()) == (west, "worker", 2)
    event = Event.objects.filter(verb="learn_postcode").latest("id")
    assert (event.record_id, event.reason) == (row.pk, "area_chosen")


def test_what_a_file_says_of_a_postcode_no_worker_changes(desk, signal):
    row = PostcodeArea(pc6="3117BX", area=cases.oost(), source="table").save_as(people.BY, "loaded")
    zuid = Area.objects.get(municipality="Schiedam", name="Zuid")
    desk.post(at(signal, "wijk/"), {"area": zuid.statcode})
    signal.refresh_from_db()
    row.refresh_from_db()
    assert (signal.area, row.area, row.source, row.version) == (zuid, cases.oost(), "table", 1)


def test_a_signal_without_a_postcode_or_kept_for_safety_teaches_no_table():
    nowhere = cases.signal(postcode="", house_number="", place="Op het plein")
    unsafe = cases.signal(consent_answer="not_safe", unsafe_reason="violence_at_home")
    for signal in (nowhere, unsafe):
        by = people.wot_worker(signal.team.name)
        with reading(by=by, purpose="debt"):
            triage.choose_area(signal, by=by, area=cases.oost())
    assert not PostcodeArea.objects.exists()


@pytest.mark.parametrize(
    ("act", "form", "sentence"),
    [
        ("oppakken/", {}, "Kies een reden."),
        ("oppakken/", {**PICK_UP, "reason": "other"}, "Schrijf kort op wat de reden is."),
        ("oppakken/", {**PICK_UP, "purpose": "fraude"}, "Kies een doel."),
        ("oppakken/", {**PICK_UP, "threat_date": "2026-12-01"}, "Kies wat er dreigt, of maak de datum leeg."),
        ("oppakken/", {**PICK_UP, "threat_kind": "eviction", "threat_date": "2026-02-30"}, "Vul een datum in"),
        ("oppakken/", {**PICK_UP, "threat_kind": "eviction", "threat_date": "0001-01-01"}, "Kies een dag in"),
        ("koppelen/", {}, "Je hebt nu geen open casussen"),
        ("vraag/", {"words": " "}, "Schrijf je vraag op."),
        ("vraag/", {"words": "Hoe?", "form_key": "x"}, "Laad de pagina opnieuw."),
        ("afronden/", {"reason": "moe"}, "Kies een reden."),
        ("team/", {"team": "Politie", "reason": "safety"}, "Kies een team."),
        ("wijk/", {"area": "WK000000"}, "Kies een wijk."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_happens(desk, signal, act, form, sentence):
    reply = desk.post(at(signal, act), form)
    assert reply.status_code == 200
    assert sentence in text(reply)
    signal.refresh_from_db()
    assert signal.status == "new"


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("act", ["oppakken/", "vraag/", "afronden/"])
def test_hostile_words_are_refused_at_the_field(desk, signal, act, words):
    form = {**PICK_UP, "reason": "other", "words": words, "form_key": str(uuid.uuid4())}
    reply = desk.post(at(signal, act), form)
    assert reply.status_code == 200
    assert "Er gaat nog iets niet goed." in text(reply)
    assert Signal.objects.get(pk=signal.pk).status == "new"


@pytest.mark.parametrize("code", ["ZZZZ-ZZZZ", "%00%00", "%ff", "x" * 500, "' or 1=1"])
def test_a_strange_code_is_not_there(desk, code):
    assert desk.get(f"/signalen/{code}/").status_code == 404
    assert desk.post(f"/signalen/{code}/oppakken/", PICK_UP).status_code == 404


@pytest.mark.parametrize("act", ["oppakken", "koppelen", "vraag", "afronden", "team", "wijk"])
def test_who_may_only_read_decides_nothing(as_person, desk, signal, worker, act):
    case = cases.case(by=worker, about=signal)
    end_desk_sight(signal)
    assert may(case.director, "view", signal)
    assert desk.get(at(signal, f"{act}/")).status_code == 403
    assert desk.post(at(signal, f"{act}/"), PICK_UP).status_code == 403
    assert as_person(people.wot_worker("WOT Zuid")).get(at(signal, f"{act}/")).status_code == 404


@pytest.mark.counts
def test_the_page_costs_the_same_however_long_the_queue(desk, signal):
    desk.get(at(signal))
    for _ in range(10):
        cases.signal()
    few = statements(desk, at(signal))
    for _ in range(50):
        cases.signal()
    many = statements(desk, at(signal))
    assert len(few) == len(many) <= 16, len(many)
