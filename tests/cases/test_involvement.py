"""Is anybody else involved: triage learns that, and nothing of what."""

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from signalering.accounts.actions import leave_place
from signalering.accounts.models import Team
from signalering.audit.models import Event, Look
from signalering.audit.reading import reading
from signalering.cases import notices
from signalering.cases.actions import casework, talking, triage
from signalering.cases.models import Case, Notice, TalkRequest
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.referrals import factories as referrals
from tests.words import stands

pytestmark = pytest.mark.django_db
WHO = {"purpose": "new_signal", "surname": "Zeemeeuw", "birth_date": "24-11-1980"}
NOBODY = "Wij weten niet van een andere organisatie."


@pytest.fixture
def worker():
    return people.wot_worker()


@pytest.fixture
def desk(as_person, worker):
    return as_person(worker)


@pytest.fixture
def signal():
    return cases.signal()


def known(by, **details):
    """A case of a resident with a surname and birth date."""
    case = cases.case(by=by, about=cases.signal(name="Kanarienaam", **details))
    resident = case.case_residents.get().resident
    with reading(by=by, purpose="debt"):
        casework.describe_resident(
            resident, by=by, case=case, version=resident.version, surname="Zeemeeuw", birth_date="1980-11-24"
        )
    return case


@pytest.fixture
def involved():
    """A case of a colleague, taken on by a programme of another organisation."""
    case = known(people.wot_worker())
    return referrals.accepted(case, programme="Welzijn op recept"), case


def where(signal):
    return f"/signalen/{signal.shown_code}/betrokken/"


def answer(client, signal, **more):
    reply = client.post(where(signal), {**WHO, **more})
    assert reply.status_code == 200
    return reply.content.decode().partition('id="betrokken"')[2].partition("</section>")[0]


def test_it_says_that_another_organisation_is_involved_and_nothing_else(desk, signal, involved):
    referral, case = involved
    told = answer(desk, signal)
    other = referral.receiving_team.organisation.name
    assert f"{other} is betrokken." in told
    assert "Overleg met" not in told
    for secret in (case.shown_code, referral.shown_code, "Kanarienaam", case.director.name, "Welzijn op recept"):
        assert not stands(secret, told)


def test_which_desk_to_talk_to_needs_a_ground_and_content_stays_closed(desk, worker, signal, involved):
    referral, case = involved
    told = answer(desk, signal, legal_basis="consent")
    assert f"Overleg met {referral.receiving_team.name} van " in told
    event = Event.objects.get(verb="may_talk", record_id=signal.pk)
    assert (event.reason, event.actor, event.purpose) == ("consent", worker, "new_signal")
    assert desk.get(f"/casussen/{case.shown_code}/").status_code == 404
    assert desk.get(f"/verwijzingen/{referral.shown_code}/").status_code == 404


def test_both_are_asked_to_talk_and_the_other_desk_reads_who_asks_and_nothing_more(
    desk, worker, signal, as_person, involved
):
    referral, case = involved
    answer(desk, signal)
    assert not TalkRequest.objects.exists(), "nobody is told before there is a ground"
    colleague = people.partner(referral.receiving_team.name)
    mail.outbox.clear()
    told = answer(desk, signal, legal_basis="consent")
    request = TalkRequest.objects.get()
    assert (request.asks, request.asked) == (signal.team, referral.receiving_team)
    assert request.shown_code in told
    assert answer(desk, signal, legal_basis="public_task") == told
    assert TalkRequest.objects.get() == request, "once, whoever asks again"
    told_to = {notice.to for notice in Notice.objects.filter(kind="talk_asked")}
    assert told_to == {colleague, referral.accepted_by}
    notices.send_waiting()
    letters = [letter for letter in mail.outbox if request.shown_code in letter.subject]
    assert len(letters) == 2
    page = as_person(colleague).get(f"/overleg/{request.shown_code}/").content.decode()
    content = page.partition("<main")[2].partition("</main>")[0]
    assert "WOT Oost van WOT Schiedam wil met jullie overleggen." in content
    secrets = [signal.shown_code, case.shown_code, referral.shown_code, worker.name, case.director.name]
    secrets += ["Kanarienaam", "Zeemeeuw", "Mw. A.", "huur", "9012", "Oost (", "Welzijn op recept"]
    for secret in secrets:
        for words in (content, *(f"{letter.subject} {letter.body}" for letter in letters)):
            assert not stands(secret, words), secret
    for other in (worker, people.wot_worker("WOT Zuid"), people.partner("Ontruimingspreventie"), signal.writer):
        assert as_person(other).get(f"/overleg/{request.shown_code}/").status_code == 404


def test_only_triage_asks_another_desk_to_talk(signal):
    desks = [Team.objects.get(name="Ontruimingspreventie")]
    for person in (signal.writer, people.wot_worker("WOT Zuid")):
        with pytest.raises(PermissionDenied), reading(by=person, purpose="debt"):
            talking.ask_to_talk(signal, desks, by=person, reason="consent")
    assert not TalkRequest.objects.exists()


def test_who_left_the_desk_reads_no_request_any_more(as_person):
    request, colleague = cases.talk_request(), people.partner()
    address = f"/overleg/{request.shown_code}/"
    assert as_person(colleague).get(address).status_code == 200
    leave_place(colleague.memberships.get(), by=people.BY)
    assert as_person(colleague).get(address).status_code == 404


def test_the_own_organisation_alone_is_no_match(desk, signal, worker):
    known(people.wot_worker())
    assert NOBODY in answer(desk, signal)
    assert not Look.objects.filter(actor=worker, origin_kind="search").exists()


def test_what_is_closed_too_old_or_never_taken_on_is_not_told(desk, signal, involved):
    case = involved[1]
    with reading(by=case.director, purpose="debt"):
        case.change(by=people.BY, reason="other", created_at=timezone.now().replace(year=timezone.now().year - 3))
    assert NOBODY in answer(desk, signal)
    sent = known(people.wot_worker())
    referrals.sent(sent)
    assert NOBODY in answer(desk, signal), "sent, and nobody took it on"


def test_the_compartment_is_never_told_not_even_inside(as_person, signal):
    consulted, colleague = people.wot_worker("CO-team"), people.wot_worker("CO-team")
    case = known(consulted, consent_answer="not_safe", unsafe_reason="violence_at_home")
    assert case.team.kind == "co_team"
    unsafe = cases.signal(consent_answer="not_safe", unsafe_reason="violence_at_home")
    assert NOBODY in answer(as_person(colleague), unsafe)
    assert NOBODY in answer(as_person(people.wot_worker()), signal)


def test_two_identifiers_a_purpose_and_an_open_signal_are_needed(desk, signal, involved, worker):
    for missing in WHO:
        reply = desk.post(where(signal), {name: value for name, value in WHO.items() if name != missing})
        assert reply.context["found"] is None
    assert not Event.objects.filter(verb="ask_involvement").exists()
    with reading(by=worker, purpose="debt"):
        triage.close_with(signal, by=worker, reason="advised")
    assert desk.post(where(signal), WHO).status_code == 409
    assert not Event.objects.filter(verb="ask_involvement").exists()


def test_only_triage_asks(as_person, signal, involved):
    for who, status in ((signal.writer, 403), (people.wot_worker("WOT Zuid"), 404), (people.partner(), 404)):
        client = as_person(who)
        assert client.post(where(signal), WHO).status_code == status
    assert not Event.objects.filter(verb="ask_involvement", result="done").exists()


def test_every_question_is_on_record_with_its_purpose_and_whether_it_hit(desk, worker, signal, involved):
    answer(desk, signal)
    answer(desk, signal, surname="Niemand")
    asked = Event.objects.filter(verb="ask_involvement", actor=worker).order_by("id")
    assert [(one.result, one.reason, one.purpose) for one in asked] == [
        ("done", "hits_1", "new_signal"),
        ("failed", "hits_0", "new_signal"),
    ]
    assert Look.objects.filter(actor=worker, label="involvement", record_id=signal.pk, kind="searched").count() == 2
    look = Look.objects.get(actor=worker, record_id=involved[1].pk)
    assert (look.kind, look.origin_kind, look.fields) == ("searched", "search", [])


def test_asking_in_vain_counts_with_the_other_searches(desk, signal, involved):
    for number in range(10):
        answer(desk, signal, surname=f"Niemand {'abcdefghij'[number]}")
    reply = desk.post(where(signal), WHO)
    assert reply.context["found"] is None
    assert "Wacht een uur" in reply.content.decode()
    assert "Wacht een uur" in desk.post("/zoek/inwoner/", WHO).content.decode()
    assert Case.objects.exists()
