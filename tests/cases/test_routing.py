"""A table of rules proposes a team and says why; what teams say about themselves changes the proposal."""

from datetime import date, timedelta
from itertools import product

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from signalering.accounts.loading import LOADED
from signalering.accounts.models import Area, PostcodeArea, Team, TeamClosure
from signalering.audit.models import Event
from signalering.audit.reading import reading
from signalering.cases.actions import reporting, triage
from signalering.cases.models import RoutingRule, Signal
from signalering.cases.routing import MINOR_BANDS, Facts, age_of, area_of, proposal, propose, rules_on
from signalering.cases.standing import Standing, first_desk_day, taken_in_week
from signalering.cases.working_days import today
from signalering.closed_lists import closed_list
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.cases import routing_tables as tables
from tests.commands import run

pytestmark = pytest.mark.django_db

WEDNESDAY, SATURDAY = date(2026, 11, 25), date(2026, 11, 28)


def area(name, municipality="Schiedam"):
    return Area.objects.get(name=name, municipality=municipality)


def plain(**told):
    """The facts of the plainest signal."""
    usual = {
        "theme": "money_or_rent",
        "urgency": "this_week",
        "age_band": "",
        "consent_answer": "yes_wants_help",
        "area": cases.oost(),
        "area_source": "table",
    }
    return {**usual, **told}


def close(team, first, last):
    return TeamClosure(team=Team.objects.get(name=team), first_day=first, last_day=last, reason="holiday").save_as(
        people.BY, "closure_added"
    )


class Oracle:
    """How a team was chosen before there were tables, but for the age: that is about whom, whatever the theme."""

    def __init__(self):
        self.co_team, self.youth = (Team.objects.get(kind=kind) for kind in ("co_team", "youth"))
        self.of_area = {
            place.pk: team for team in Team.objects.filter(kind="wot").order_by("-name") for place in team.areas.all()
        }

    def propose(self, theme, age_band, consent_answer, area, area_source):
        if consent_answer == "not_safe":
            return self.co_team, ["bespreken is niet veilig"]
        if age_band in MINOR_BANDS:
            return self.youth, ["jonger dan 18"]
        team = self.of_area.get(area.pk) if area is not None else None
        if team is None:
            where = "wijk onbekend" if area is None else f"geen WOT voor wijk {area}"
            return self.co_team, [where, "kies zelf een team"]
        reasons = [f"wijk {area} ({Signal.AreaSource(area_source).label})"]
        if theme == "youth_at_risk" and age_band in ("", "unknown"):
            reasons.append("leeftijd onbekend: vraag die na")
        elif age_band and age_band != "unknown":  # it said "18 of ouder" of who is of unknown age
            reasons.append("18 of ouder")
        return team, reasons


def test_a_database_that_has_a_table_keeps_its_rules():
    rule = tables.in_force().rules.in_use()[1]
    rule.change(by=people.BY, reason=LOADED, theme="youth_at_risk")
    before = list(RoutingRule.objects.order_by("id").values())
    said = run("load_reference")
    assert said.startswith("0 toegevoegd, 0 bijgewerkt")
    assert list(RoutingRule.objects.order_by("id").values()) == before


def test_the_shipped_table_proposes_what_was_proposed_before():
    oracle, rules, tried = Oracle(), rules_on(today()), 0
    places = [None, *Area.objects.filter(served=True), Area.objects.filter(served=False).first()]
    bands, answers = ["", *closed_list("cases", "age_band")], ["", *closed_list("cases", "consent_answer")]
    for theme, band, consent, place, source, urgency in product(
        Signal.Theme.values, bands, answers, places, ("reporter", "table", "worker"), Signal.Urgency.values
    ):
        team, reasons = oracle.propose(theme, band, consent, place, source)
        told = Facts(theme, urgency, age_of(band), consent == "not_safe", place, source, WEDNESDAY)
        made = proposal(rules, told, Standing())
        assert made.team == team, told
        assert made.reasons == reasons, told
        tried += 1
    assert tried == 5 * 8 * 5 * len(places) * 3 * 3


def test_every_reason_has_at_most_twelve_words():
    team = tables.facts("WOT Oost", places_a_week=1, expertise=["debt"], open_days=[1])
    every = RoutingRule(
        not_safe=True,
        theme="money_or_rent",
        age="adult",
        urgency="today",
        area=cases.oost(),
        team=team,
        expertise="debt",
    )
    told = Facts("money_or_rent", "today", "adult", True, cases.oost(), "worker", WEDNESDAY)
    made = proposal([every], told, Standing())
    assert made.reasons == [
        "bespreken is niet veilig",
        "thema Geld of huur",
        "lezen: vandaag",
        "wijk Oost (volgens medewerker)",
        "18 of ouder",
        "kennis van geld en schulden",
        "plek deze week",
    ]
    assert all(len(reason.split()) <= 12 for reason in made.reasons)


@pytest.mark.parametrize(
    ("conditions", "fitting"),
    [
        ({"not_safe": True}, {"not_safe": True}),
        ({"theme": "loneliness"}, {"theme": "loneliness"}),
        ({"age": "under_18"}, {"age": "under_18"}),
        ({"age": "unknown"}, {"age": "unknown"}),
        ({"urgency": "today"}, {"urgency": "today"}),
        ({"municipality": "Rotterdam"}, {"area": ("Noord", "Rotterdam")}),
        ({"area": ("West", "Schiedam")}, {"area": ("West", "Schiedam")}),
        ({"area_known": "no"}, {"area": None}),
    ],
    ids=str,
)
def test_each_condition_lets_through_what_it_names_and_nothing_else(conditions, fitting):
    def put(told):
        return {**told, "area": area(*told["area"])} if told.get("area") else told

    usual = {"theme": "money_or_rent", "urgency": "this_week", "age": "adult", "not_safe": False, "area": cases.oost()}
    rule = RoutingRule(**put(conditions))
    assert rule.fits(Facts(**{**usual, **put(fitting)}, area_source="table", day=WEDNESDAY))
    assert not rule.fits(Facts(**usual, area_source="table", day=WEDNESDAY))
    assert not rule.holds_always
    assert RoutingRule(area_known="yes").fits(Facts(**usual, area_source="table", day=WEDNESDAY))


def test_the_first_rule_that_fits_wins_until_another_stands_before_it():
    table = tables.draft()
    late = tables.rule(table, "WOT Zuid", first=False, theme="money_or_rent")
    tables.start(table)
    assert propose(**plain()).team.name == "WOT Oost"
    again = tables.draft()
    tables.rule(again, "WOT Zuid", theme="money_or_rent")
    tables.start(again)
    assert propose(**plain()).team.name == "WOT Zuid"
    assert propose(**plain(theme="loneliness")).team.name == "WOT Oost"
    assert late.position < table.rules.in_use().last().position, "a new rule never comes after the last resort"


def test_the_table_of_the_day_of_arrival_proposes_also_later():
    before = cases.signal()
    table = tables.draft()
    tables.rule(table, "WOT Zuid", theme="money_or_rent")
    tables.start(table, on=today() + timedelta(days=1))
    assert propose(**plain()).team.name == "WOT Oost", "not before its day"
    tables.in_force().change(by=people.BY, reason="loaded", valid_from=today() - timedelta(days=9))
    table.refresh_from_db()
    table.change(by=people.BY, reason="loaded", valid_from=today())
    assert propose(**plain()).team.name == "WOT Zuid"
    before.change(by=people.BY, reason="loaded", created_at=before.created_at - timedelta(days=2))
    with reading(by=people.wot_worker(), purpose="debt"):
        assert propose(**plain(), signal=before).team.name == "WOT Oost"


def test_of_two_tables_from_one_day_the_last_put_in_force_holds():
    first, second = tables.draft(), tables.draft()
    tables.rule(first, "WOT Zuid", theme="money_or_rent")
    tables.rule(second, "WOT Noordrand", theme="money_or_rent")
    tables.start(second)
    tables.start(first)
    assert propose(**plain()).team.name == "WOT Zuid"


def test_a_full_team_is_passed_over_and_the_reason_says_so():
    tables.facts("WOT Oost", places_a_week=2)
    first, second, third = (cases.signal() for _ in range(3))
    assert [one.team.name for one in (first, second, third)] == ["WOT Oost", "WOT Oost", "CO-team"]
    with reading(by=people.wot_worker("CO-team"), purpose="debt"):
        assert first.proposal_words == "wijk Oost (volgens melder), plek deze week"
        assert third.proposal_words == "WOT Oost zit vol deze week, wijk Oost (volgens melder), kies zelf een team"


def test_what_was_withdrawn_or_came_last_week_takes_no_place():
    tables.facts("WOT Oost", places_a_week=1)
    gone = cases.signal()
    with reading(by=gone.writer, purpose="debt"):
        reporting.withdraw(gone, by=gone.writer)
    assert cases.signal().team.name == "WOT Oost"
    assert cases.signal().team.name == "CO-team"
    teams = {gone.team_id}
    assert list(taken_in_week(teams, today()).values()) == [1]
    assert not taken_in_week(teams, today() + timedelta(days=7)), "next week all places are free"


def test_a_signal_takes_no_place_from_itself():
    tables.facts("WOT Oost", places_a_week=1)
    signal, worker = cases.signal(), people.wot_worker()
    with reading(by=worker, purpose="debt"):
        triage.choose_area(signal, by=worker, area=cases.oost())
        assert (signal.proposed_team.name, signal.team.name) == ("WOT Oost", "WOT Oost")
        assert signal.proposal_words == "wijk Oost (volgens medewerker), plek deze week"


def test_a_closed_team_is_passed_over_until_its_last_day():
    rules, oost = rules_on(today()), cases.oost()
    shut = close("WOT Oost", WEDNESDAY, date(2027, 1, 3))

    def made(day):
        return proposal(rules, Facts("loneliness", "today", "adult", False, oost, "table", day), Standing([shut]))

    assert made(WEDNESDAY - timedelta(days=1)).team.name == "WOT Oost"
    assert made(WEDNESDAY).team.name == "CO-team"
    assert made(WEDNESDAY).reasons[0] == "WOT Oost is dicht t/m 3 jan"
    assert made(date(2027, 1, 4)).team.name == "WOT Oost"
    assert made(date(2027, 1, 2)).team.name == "WOT Oost", "a Saturday waits for Monday, when it is open again"


def test_a_team_that_does_not_work_on_a_day_is_passed_over():
    tables.facts("WOT Oost", open_days=[1, 2, 4, 5])
    rules = rules_on(today())

    def made(day):
        return proposal(rules, Facts("loneliness", "today", "adult", False, cases.oost(), "table", day), Standing())

    assert made(WEDNESDAY).reasons[0] == "WOT Oost is op woensdag dicht"
    assert made(WEDNESDAY + timedelta(days=1)).team.name == "WOT Oost"
    assert made(SATURDAY).team.name == "WOT Oost", "what comes at the weekend waits for Monday"
    assert first_desk_day(SATURDAY) == date(2026, 11, 30)


def test_a_closure_that_was_taken_back_or_is_of_another_team_counts_not():
    close("WOT Zuid", today(), today() + timedelta(days=9))
    back = close("WOT Oost", today(), today() + timedelta(days=9))
    assert propose(**plain()).team.name == "CO-team"
    back.change(by=people.BY, reason="closure_taken_back", active=False)
    assert propose(**plain()).team.name == "WOT Oost"


def test_a_rule_for_knowledge_holds_while_the_team_has_it():
    table = tables.draft()
    tables.rule(table, "WOT Zuid", theme="money_or_rent", expertise="debt")
    tables.start(table)
    made = propose(**plain())
    assert made.team.name == "WOT Oost"
    assert made.reasons[0] == "WOT Zuid heeft geen kennis van geld en schulden"
    tables.facts("WOT Zuid", expertise=["debt"])
    made = propose(**plain())
    assert (made.team.name, made.reasons) == ("WOT Zuid", ["thema Geld of huur", "kennis van geld en schulden"])


def test_safety_and_minors_are_never_passed_over_for_lack_of_a_place():
    for team in ("CO-team", "Mevis jeugd"):
        tables.facts(team, places_a_week=0)
        close(team, today(), today())
    assert propose(**plain(consent_answer="not_safe")).team.name == "CO-team"
    assert propose(**plain(theme="youth_at_risk", age_band="12-15")).team.name == "Mevis jeugd"


@pytest.mark.counts
def test_a_proposal_costs_the_same_however_many_rules_and_teams_there_are():
    told = plain()

    def cost():
        with CaptureQueriesContext(connection) as asked:
            propose(**told)
        return len(asked)

    tables.facts("WOT Oost", places_a_week=9)
    few = cost()
    table = tables.draft()
    for name in Team.objects.exclude(kind="programme").values_list("name", flat=True):
        tables.facts(name, places_a_week=5)
        tables.rule(table, name, theme="loneliness", needs_place=True, needs_open=True)
    tables.start(table)
    assert cost() == few <= 3


def test_the_source_of_the_area_is_the_table_before_the_reporter():
    west = area("West")
    PostcodeArea(pc6="3117BX", area=west, source="table").save_as(people.BY, "loaded")
    assert area_of("3117BX", cases.oost()) == (west, "table")
    assert area_of("3117BY", cases.oost()) == (cases.oost(), "reporter")
    assert area_of("", "weet ik niet") == (None, "unknown")
    signal = cases.signal()
    with reading(by=people.wot_worker("WOT Centrum-West"), purpose="debt"):
        assert signal.proposal_words == "wijk West (volgens tabel)"


def test_a_mended_postcode_gives_another_proposal_and_moves_nothing():
    PostcodeArea(pc6="3119ZZ", area=area("Zuid"), source="table").save_as(people.BY, "loaded")
    signal = cases.signal()
    with reading(by=signal.writer, purpose="debt"):
        reporting.correct(
            signal, by=signal.writer, form_key=cases.uuid.uuid4(), version=signal.version, postcode="3119ZZ"
        )
        assert signal.proposal_words == "wijk Zuid (volgens tabel)"
    assert (signal.proposed_team.name, signal.team.name) == ("WOT Zuid", "WOT Oost")


def test_the_reasons_are_sealed_with_the_signal():
    signal = cases.signal(age_band="24-66")
    assert b"ouder" not in bytes(signal.proposal_words_sealed)
    with reading(by=people.wot_worker(), purpose="debt"):
        assert signal.proposal_words == "wijk Oost (volgens melder), 18 of ouder"


def test_reasons_are_dutch_also_when_the_reporter_reads_english():
    with override("en"):
        assert propose(**plain(area=None)).sentence == "wijk onbekend, kies zelf een team"
        assert propose(**plain()).sentence == "wijk Oost (volgens tabel)"


def test_the_page_shows_the_proposal_beside_the_team_that_has_the_signal(as_person):
    signal, worker = cases.signal(), people.wot_worker()
    client = as_person(worker)
    client.post(f"/signalen/{signal.shown_code}/wijk/", {"area": area("Zuid").statcode})
    page = client.get(f"/signalen/{signal.shown_code}/").content.decode()
    assert "Voorstel: WOT Zuid" in page
    assert "Waarom: wijk Zuid (volgens medewerker)." in page
    assert "Het signaal ligt nu bij WOT Oost." in page
    client.post(f"/signalen/{signal.shown_code}/afronden/", {"reason": "advised"})
    page = client.get(f"/signalen/{signal.shown_code}/").content.decode()
    assert "Toen voorgesteld: WOT Zuid" in page, "also when it was decided"
    assert "/wijk/" not in page


def test_overruling_a_proposal_is_on_record_with_its_reason():
    worker = people.wot_worker()
    passed_on, kept_here, followed = (cases.signal() for _ in range(3))
    with reading(by=worker, purpose="debt"):
        triage.reroute(passed_on, by=worker, team=Team.objects.get(name="WOT Zuid"), reason="expertise")
        triage.choose_area(kept_here, by=worker, area=area("Zuid"))
        triage.open_case(kept_here, by=worker, reason="known_here", legal_basis="consent", purpose="debt")
        triage.open_case(followed, by=worker, reason="fits_team", legal_basis="consent", purpose="debt")
    overruled = Event.objects.filter(verb="overrule_proposal").order_by("id")
    assert [(event.record_id, event.reason, event.actor) for event in overruled] == [
        (passed_on.pk, "expertise", worker),
        (kept_here.pk, "known_here", worker),
    ]


def test_following_the_proposal_to_another_team_overrules_nothing():
    worker, signal = people.wot_worker(), cases.signal()
    with reading(by=worker, purpose="debt"):
        triage.choose_area(signal, by=worker, area=area("Zuid"))
        triage.reroute(signal, by=worker, team=Team.objects.get(name="WOT Zuid"), reason="other", words="Wijk Zuid.")
    assert not Event.objects.filter(verb="overrule_proposal").exists()
