"""Everybody sees the work queue in the order and through the filters that they chose, and finds it like that again."""

from datetime import date, datetime, time, timedelta

import pytest
from django.utils import timezone

from signalering.accounts.models import Team
from signalering.audit.models import Event
from signalering.audit.reading import reading
from signalering.cases.actions import triage
from signalering.cases.models import DeskView, Signal
from signalering.cases.views.queue import ORDERS, part, queue_of
from signalering.cases.working_days import today
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.cases.counting import statements
from tests.cases.test_inbox import at_two_desks, due, listed

pytestmark = pytest.mark.django_db

NOW = "/postvak/"


@pytest.fixture
def worker():
    return people.wot_worker()


@pytest.fixture
def desk(as_person, worker):
    return as_person(worker)


def came_in(signal, moment):
    """As if it had come in earlier."""
    signal.created_at = moment
    signal.save_as(people.BY, "started")
    return signal


def test_first_today_is_the_order_unless_somebody_chooses_another(desk):
    first, second, third = cases.signal(), cases.signal(), cases.signal()
    due(first, date(2027, 1, 6))
    due(second, date(2027, 1, 4))
    due(third, date(2027, 1, 5))
    assert listed(desk.get(NOW)) == [second.code, third.code, first.code]
    assert listed(desk.get(NOW, {"volgorde": "oudste-eerst"})) == [first.code, second.code, third.code]
    assert listed(desk.get(NOW, {"volgorde": "nieuwste-eerst"})) == [third.code, second.code, first.code]
    assert listed(desk.get(NOW)) == [third.code, second.code, first.code], "kept for the next time"
    assert listed(desk.get(NOW, {"volgorde": "door elkaar"})) == [second.code, third.code, first.code]


@pytest.mark.parametrize("name", ORDERS)
@pytest.mark.parametrize("several", [False, True])
def test_each_order_is_walked_there_and_back_without_a_gap(worker, name, several):
    days = [None, None, date(2027, 1, 4), date(2027, 1, 4), date(2027, 1, 3)]
    for day in days:
        due(cases.signal(), day)
    if several:
        worker = at_two_desks(worker)
        for day in days:
            due(cases.signal(consent_answer="not_safe"), day)
    queue, order = queue_of(worker), ORDERS[name]
    whole = list(queue.order_by(*order.there).values_list("pk", flat=True))
    forward, before = [], None
    while found := part(queue, worker.teams, order, before=before, after=None, size=2):
        forward += [signal.pk for signal in found]
        before = found[-1]
    backward, after = [], before
    while found := part(queue, worker.teams, order, before=None, after=after, size=2):
        backward = [signal.pk for signal in found] + backward
        after = found[0]
    assert forward == whole
    assert backward == whole[:-1]


def test_the_filters_narrow_the_queue_alone_and_together(desk, worker):
    money, lonely, asked, late = (
        cases.signal(),
        cases.signal(theme="loneliness", chips=""),
        cases.signal(),
        cases.signal(),
    )
    with reading(by=worker, purpose="debt"):
        triage.ask(asked, by=worker, form_key=asked.form_key, words="Hoe laat?")
    due(late, today() - timedelta(days=1))
    assert listed(desk.get(NOW, {"thema": "loneliness"})) == [lonely.code]
    assert listed(desk.get(NOW, {"status": "asked"})) == [asked.code]
    assert set(listed(desk.get(NOW, {"status": "new"}))) == {money.code, lonely.code, late.code}
    assert listed(desk.get(NOW, {"telaat": "on"})) == [late.code]
    assert listed(desk.get(NOW, {"thema": "loneliness", "status": "asked"})) == []
    assert (
        len(listed(desk.get(NOW, {"thema": "x", "wijk": "Y", "status": "z", "dagen": "-1", "team": "WOT Zuid"}))) == 4
    )


def test_the_team_is_asked_of_who_works_at_several(as_person, worker):
    here, there = cases.signal(), cases.signal(consent_answer="not_safe")
    assert "id_team" not in as_person(worker).get(NOW).content.decode()
    desk = as_person(at_two_desks(worker))
    assert set(listed(desk.get(NOW))) == {here.code, there.code}
    assert listed(desk.get(NOW, {"team": "CO-team"})) == [there.code]
    assert listed(desk.get(NOW)) == [there.code]


@pytest.mark.parametrize("days", [1, 5])
def test_older_than_counts_working_days_as_the_row_does(desk, days):
    for ago in range(12):
        moment = timezone.make_aware(datetime.combine(today() - timedelta(days=ago), time(12)))
        came_in(cases.signal(), min(moment, timezone.now()))
    rows = desk.get(NOW, {"alles": "1"}).context["rows"]
    older = {row["signal"].code for row in rows if row["age"] > days}
    assert set(listed(desk.get(NOW, {"dagen": days}))) == older
    assert older


def test_what_somebody_chose_is_kept_for_them_alone(desk, as_person):
    money, lonely = cases.signal(), cases.signal(theme="loneliness", chips="")
    desk.get(NOW, {"thema": "loneliness", "volgorde": "oudste-eerst"})
    assert listed(desk.get(NOW)) == [lonely.code]
    assert set(listed(as_person(people.wot_worker()).get(NOW))) == {money.code, lonely.code}
    page = desk.get(NOW).content.decode()
    assert 'href="?volgorde=oudste-eerst"' in page, "the tag leads to the queue without that filter"
    desk.get(NOW, {"volgorde": "oudste-eerst"})
    assert set(listed(desk.get(NOW))) == {money.code, lonely.code}
    desk.get(NOW, {"thema": "loneliness"})
    assert set(listed(desk.get(NOW, {"alles": "1"}))) == {money.code, lonely.code}
    assert "filter weghalen" not in desk.get(NOW).content.decode()


def test_looking_again_writes_nothing(desk):
    for _ in range(2):
        desk.get(NOW)
        desk.get(NOW, {"alles": "1"})
    assert not DeskView.objects.exists()
    for _ in range(3):
        desk.get(NOW, {"thema": "loneliness"})
    assert Event.objects.filter(verb="choose_view").count() == 1


def test_a_link_from_elsewhere_changes_nothing_that_is_kept(desk):
    desk.get(NOW, {"thema": "loneliness"}, headers={"Sec-Fetch-Site": "cross-site"})
    assert not DeskView.objects.exists()


def test_a_place_that_somebody_left_narrows_nothing(as_person, worker):
    signal = cases.signal()
    DeskView(person=worker, team=Team.objects.get(name="WOT Zuid"), area=cases.oost()).save_as(worker, "chosen")
    assert listed(as_person(worker).get(NOW)) == [signal.code]


def test_the_keys_are_off_until_somebody_wants_them(desk):
    cases.signal()
    assert "keys.js" not in desk.get(NOW).content.decode()
    desk.post("/postvak/toetsen/", {"toetsen": "aan"})
    assert "keys.js" in desk.get(NOW).content.decode()
    desk.post("/postvak/toetsen/", {"toetsen": "uit"})
    assert "keys.js" not in desk.get(NOW).content.decode()


def test_beside_a_signal_stands_the_queue_as_it_was_chosen(desk):
    here, lonely = cases.signal(), cases.signal(theme="loneliness", chips="")
    money = cases.signal(house_number="9050")
    desk.get(NOW, {"thema": "loneliness"})
    page = desk.get(f"/signalen/{here.shown_code}/").content.decode()
    assert lonely.shown_code in page
    assert money.shown_code not in page


@pytest.mark.counts
@pytest.mark.parametrize("asked", ["", "?thema=money_or_rent&status=new&dagen=1&volgorde=oudste-eerst", "?mijn=on"])
def test_the_queue_costs_the_same_however_long(as_person, worker, asked):
    desk = as_person(at_two_desks(worker))
    cases.signal()
    desk.get(NOW + asked)
    few = statements(desk, NOW + asked)
    for number in range(40):
        signal = cases.signal()
        came_in(signal, timezone.now() - timedelta(days=7 + number))
        if number % 3 == 0:
            signal.change(by=people.BY, reason="taken", taken_by=worker, taken_at=timezone.now())
    many = statements(desk, NOW + asked)
    assert len(few) <= len(many) <= 12, "\n".join(many)
    assert Signal.objects.count() == 41


@pytest.mark.counts
def test_a_signal_page_costs_no_more(desk):
    for _ in range(10):
        signal = cases.signal()
    desk.get(f"/signalen/{signal.shown_code}/")  # the first reading is written down
    asked = statements(desk, f"/signalen/{signal.shown_code}/")
    assert len(asked) <= 16, "\n".join(asked)


def test_after_picking_up_the_next_signal_is_one_tap_away(desk):
    signal, following = cases.signal(), cases.signal()
    sent = {"reason": "fits_team", "legal_basis": "consent", "purpose": "debt"}
    reply = desk.post(f"/signalen/{signal.shown_code}/oppakken/", sent, follow=True)
    assert f'href="/signalen/{following.shown_code}/">Volgend signaal</a>' in reply.content.decode()
