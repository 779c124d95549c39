"""The work queue shows what a desk must decide, in order, without a word of a person."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from signalering.accounts.actions import join_team
from signalering.accounts.models import Team
from signalering.audit.models import Event, Look
from signalering.audit.reading import reading
from signalering.cases.actions import triage
from signalering.cases.views.queue import part, queue_of
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.cases.counting import statements
from tests.words import stands

pytestmark = pytest.mark.django_db

SEALED = ("Mw. A.", "9012", "3117 BX", "ongeopende", "wil hulp")


@pytest.fixture
def worker():
    return people.wot_worker()


@pytest.fixture
def desk(as_person, worker):
    return as_person(worker)


def due(signal, day):
    """A signal with another due day, as if time had gone by."""
    signal.change(by=people.BY, reason="started", next_due=day)
    return signal


def at_two_desks(worker):
    """The same person, who also works at the CO-team."""
    join_team(
        worker,
        role="wot_worker",
        function="wot_worker",
        organisation=worker.memberships_now[0].organisation,
        team=Team.objects.get(name="CO-team"),
        by=people.BY,
    )
    return type(worker).objects.get(pk=worker.pk)


def listed(reply):
    """The codes of a page in their order."""
    return [row["signal"].code for row in reply.context["rows"]]


def test_a_row_says_what_and_where_and_nothing_about_a_person(desk):
    signal = cases.signal()
    page = desk.get("/postvak/").content.decode()
    for word in (signal.shown_code, signal.words_name, "Geld of huur", "Oost", "thuiszorg", "deze week", "Lezen voor"):
        assert word in page
    for word in SEALED:
        assert not stands(word, page)
    look = Look.objects.get(page="inbox")
    assert (look.kind, look.fields, look.record_id) == ("listed", [], signal.pk)


def test_an_empty_queue_says_when_it_was_checked(desk):
    page = desk.get("/postvak/").content.decode()
    assert f"Geen nieuwe signalen. Laatste controle: {timezone.localtime():%H.%M}." in page


def test_the_queue_holds_only_what_waits_for_my_desk(desk, worker):
    waiting, asked, closed = cases.signal(), cases.signal(), cases.signal()
    cases.signal(consent_answer="not_safe")
    with reading(by=worker, purpose="debt"):
        triage.ask(asked, by=worker, form_key=asked.form_key, words="Hoe laat?")
        triage.close_with(closed, by=worker, reason="advised")
    assert set(listed(desk.get("/postvak/"))) == {waiting.code, asked.code}


def test_first_due_comes_first_and_without_a_day_last(desk):
    later, none, sooner = cases.signal(), cases.signal(), cases.signal()
    due(later, date(2027, 1, 5))
    due(none, None)
    due(sooner, date(2027, 1, 4))
    assert listed(desk.get("/postvak/")) == [sooner.code, later.code, none.code]


@pytest.mark.parametrize("several", [False, True])
def test_the_queue_is_walked_without_a_gap_or_a_double(worker, several):
    days = [None, None, None, date(2027, 1, 4), date(2027, 1, 4), date(2027, 1, 5), date(2027, 1, 6)]
    for day in days:
        due(cases.signal(), day)
    if several:
        worker = at_two_desks(worker)
        for day in days:
            due(cases.signal(consent_answer="not_safe"), day)
    queue, teams = queue_of(worker), worker.teams
    assert len({signal.team for signal in queue}) == 1 + several
    whole = [signal.pk for signal in queue]
    forward, before = [], None
    while found := part(queue, teams, before=before, after=None, size=2):
        forward += [signal.pk for signal in found]
        before = found[-1]
    backward, after = [], list(queue)[-1]
    while found := part(queue, teams, before=None, after=after, size=2):
        backward = [signal.pk for signal in found] + backward
        after = found[0]
    assert forward == whole
    assert backward == whole[:-1]


def test_the_pages_lead_on_and_back(desk, monkeypatch):
    monkeypatch.setattr("signalering.accounts.pages.turn.__kwdefaults__", {"size": 2, "dated": True})
    for _ in range(5):
        cases.signal()
    first = desk.get("/postvak/")
    second = desk.get("/postvak/", {"ouder": first.context["page"].older})
    back = desk.get("/postvak/", {"nieuwer": second.context["page"].newer})
    assert listed(first) == listed(back)
    assert len(listed(first)) == len(listed(second)) == 2
    assert not set(listed(first)) & set(listed(second))
    assert "Later aan de beurt" in second.content.decode()


@pytest.mark.parametrize("code", ["ZZZZ-ZZZZ", "\0", "' or 1=1", "é" * 200, ""])
def test_a_strange_code_in_the_address_gives_the_first_page(desk, code):
    signal = cases.signal()
    for name in ("ouder", "nieuwer"):
        assert listed(desk.get("/postvak/", {name: code})) == [signal.code]
        assert desk.get("/signalen/", {name: code}).status_code == 200


def test_filters_are_links_that_can_be_removed(desk):
    money, lonely = cases.signal(), cases.signal(theme="loneliness", chips="")
    reply = desk.get("/postvak/", {"thema": "loneliness"})
    assert listed(reply) == [lonely.code]
    assert "filter weghalen" in reply.content.decode()
    assert set(listed(desk.get("/postvak/", {"wijk": "Oost"}))) == {money.code, lonely.code}
    assert len(listed(desk.get("/postvak/", {"thema": "geen", "wijk": "Rotterdam"}))) == 2
    nothing = desk.get("/postvak/", {"thema": "care_or_home"}).content.decode()
    assert "Geen signalen met deze filters." in nothing


def test_the_number_is_capped(desk, monkeypatch):
    monkeypatch.setattr("signalering.cases.views.queue.COUNTED", 2)
    monkeypatch.setattr("signalering.cases.views.inbox.COUNTED", 2)
    for _ in range(4):
        cases.signal()
    page = desk.get("/postvak/").content.decode()
    assert "2+ signalen wachten" in page
    assert "· oudste" not in page


def test_the_age_counts_working_days(desk):
    signal = cases.signal()
    signal.created_at = timezone.now() - timedelta(days=14)
    signal.save_as(people.BY, "started")
    assert "oudste 10 werkdagen" in desk.get("/postvak/").content.decode()


@pytest.mark.parametrize("who", ["home_care", "shopkeeper", "partner", "privacy_officer", "administrator"])
@pytest.mark.parametrize("page", ["inbox", "signals", "my_cases"])
def test_the_pages_of_the_desk_are_for_the_desk(as_person, who, page):
    reply = as_person(getattr(people, who)()).get(reverse(page))
    assert reply.status_code == 403
    assert Event.objects.filter(result="refused").exists()


def test_all_signals_are_listed_with_where_they_stand(desk, worker):
    mine, other = cases.signal(), cases.signal(consent_answer="not_safe")
    with reading(by=worker, purpose="debt"):
        triage.close_with(mine, by=worker, reason="advised")
    page = desk.get("/signalen/").content.decode()
    assert mine.shown_code in page
    assert "Advies gegeven" in page
    assert other.shown_code not in page
    for word in SEALED:
        assert not stands(word, page)


def test_the_list_can_start_at_a_date(desk):
    signal = cases.signal()
    today, yesterday = timezone.localdate(), timezone.localdate() - timedelta(days=1)
    assert signal.shown_code in desk.get("/signalen/", {"vanaf": today.isoformat()}).content.decode()
    assert signal.shown_code not in desk.get("/signalen/", {"vanaf": yesterday.isoformat()}).content.decode()


@pytest.mark.parametrize("day", ["2026-02-30", "gisteren", "9999-12-31", "0001-01-01", "\0"])
def test_an_impossible_date_is_answered_in_words(desk, day):
    reply = desk.get("/signalen/", {"vanaf": day})
    assert reply.status_code == 200
    known = day in ("9999-12-31", "0001-01-01")
    assert known or "Deze datum kennen we niet." in reply.content.decode()


@pytest.mark.counts
@pytest.mark.parametrize("address", ["/postvak/", "/signalen/"])
def test_a_list_costs_the_same_however_long(desk, address):
    for _ in range(10):
        cases.signal()
    desk.get(address)
    few = statements(desk, address)
    for _ in range(50):
        cases.signal()
    many = statements(desk, address)
    assert len(few) == len(many) <= 12, len(many)
