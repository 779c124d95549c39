"""A new signal in three steps, as somebody without JavaScript meets it."""

import uuid

import pytest
from django.utils.html import escape

from signalering.accounts.models import Area
from signalering.audit.models import Event
from signalering.cases.models import Deadline, DeadlineRule, ReporterIdentity, Signal
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.cases.browsing import Walk

pytestmark = pytest.mark.django_db

NEW = "/signaal/formulier/"
ADDRESS = {"postcode": "3117 bx", "house_number": "9012"}
NAME_REFUSED = "Bij dit antwoord geef je geen naam door."


@pytest.fixture
def nurse():
    return people.home_care()


@pytest.fixture
def walk(nurse, as_person):
    return Walk(as_person(nurse), NEW)


def opened(signal, reading, *names):
    """Some sealed fields of a signal."""
    with reading(signal.writer):
        return tuple(getattr(signal, name) for name in names)


def to_last_step(walk, theme="money_or_rent", consent="not_discussed", **where):
    """Go to step 3."""
    walk.send(theme=theme).send(consent_answer=consent, **(where or ADDRESS))
    return walk


def test_three_steps_and_a_receipt(walk, nurse, reading):
    assert walk.step == "theme"
    assert "Stap 1 van 3" in walk.html
    walk.send(theme="money_or_rent")
    assert (walk.step, walk.shown["theme"]) == ("where", ["money_or_rent"])
    walk.send(**ADDRESS, suffix="b", area=cases.oost().statcode, consent_answer="yes_wants_help")
    assert walk.step == "who"
    assert "Stap 2 van 3" in walk.html
    walk.send(name="Mw. A.")
    assert walk.step == "what"
    assert walk.shown["urgency"] == ["this_week"]
    for answer in ("Geld of huur", "3117 BX 9012 b", "Oost", "Ja, en wil hulp", "Mw. A."):
        assert f"<dd>{answer}</dd>" in walk.html
    walk.send(chips=["post_unopened", "says_debts"], observation="Stapel post.\r\nOok kranten.", already_done="Gebeld.")
    signal = Signal.objects.get(writer=nurse)
    assert walk.reply["Location"] == f"/signaal/{signal.shown_code}/ontvangen/"
    assert (signal.theme, signal.urgency, signal.area, signal.area_source) == (
        "money_or_rent",
        "this_week",
        cases.oost(),
        "reporter",
    )
    assert opened(signal, reading, "postcode", "house_number", "suffix", "name", "consent_answer") == (
        "3117BX",
        "9012",
        "b",
        "Mw. A.",
        "yes_wants_help",
    )
    assert opened(signal, reading, "chips", "observation", "already_done") == (
        "post_unopened,says_debts",
        "Stapel post.\nOok kranten.",
        "Gebeld.",
    )


def test_nothing_is_stored_before_the_last_step(walk):
    to_last_step(walk)
    assert not Signal.objects.exists()
    assert not Event.objects.filter(verb="report").exists()


def test_the_shortest_signal_has_one_chip(walk, nurse):
    to_last_step(walk).send(chips=["rent_unpaid"])
    assert walk.reply.status_code == 302
    assert Signal.objects.get(writer=nurse).team.name == "CO-team", "no area, no table: the team for the whole city"


def test_back_keeps_everything_that_was_typed(walk):
    walk.send(theme="loneliness").send(
        postcode="onzin", house_number="x", street="Bij de kerk", consent_answer="yes_wants_help", button="back"
    )
    assert (walk.step, walk.shown["theme"]) == ("theme", ["loneliness"])
    assert 'class="errors"' not in walk.html
    walk.send()
    shown = walk.shown
    assert walk.step == "where"
    assert [shown[name] for name in ("postcode", "house_number", "street", "consent_answer")] == [
        ["onzin"],
        ["x"],
        ["Bij de kerk"],
        ["yes_wants_help"],
    ]
    walk.send(**ADDRESS).send(name="Mw. A.")
    walk.send(chips=["no_visitors"], observation="Ziet niemand.", urgency="today", button="back")
    assert (walk.step, walk.shown["name"]) == ("who", ["Mw. A."])
    walk.send()
    assert walk.shown["chips"] == ["no_visitors"]
    assert walk.shown["observation"] == ["Ziet niemand."]
    assert walk.shown["urgency"] == ["today"]


def test_back_can_skip_a_page(walk):
    to_last_step(walk, consent="yes_no_help")
    sent = walk.shown | {"back": ["theme"]}
    assert walk.post(sent).step == "theme"
    assert walk.post(walk.shown | {"back": ["what"]}).step == "theme", "what lies ahead is not back"


def test_the_first_button_of_every_page_is_forward(walk):
    walk.send(theme="other")
    first = walk.html[walk.html.index('<form id="signaal"') :].split("<button", 2)[1]
    assert 'tabindex="-1" aria-hidden="true">Volgende' in first


@pytest.mark.parametrize("consent", ["yes_no_help", "not_discussed"])
def test_these_answers_ask_no_name(walk, consent):
    to_last_step(walk, consent=consent)
    assert walk.step == "what"
    assert "name" not in walk.shown


@pytest.mark.parametrize("consent", ["yes_no_help", "not_discussed"])
def test_a_name_sent_with_these_answers_is_refused_at_the_field(walk, consent):
    to_last_step(walk, consent=consent)
    sent = walk.fill(chips=["rent_unpaid"]) | {"name": ["Mw. A."]}
    walk.post(sent)
    assert walk.step == "who"
    assert NAME_REFUSED in walk.html
    assert 'aria-describedby="id_name_error"' in walk.html
    assert not Signal.objects.exists()
    walk.send(name="")
    assert (walk.step, walk.shown["chips"]) == ("what", ["rent_unpaid"])
    assert walk.send().reply.status_code == 302


def test_changing_the_answer_after_giving_a_name_asks_to_take_the_name_away(walk, nurse, reading):
    to_last_step(walk, consent="yes_wants_help").send(name="Mw. A.").send(button="back").send(button="back")
    walk.send(consent_answer="not_discussed")
    assert walk.step == "who"
    assert NAME_REFUSED in walk.html
    walk.send(name="").send(chips=["rent_unpaid"])
    assert opened(Signal.objects.get(writer=nurse), reading, "name") == ("",)


def test_not_safe_asks_why_and_promises_no_letter_and_no_call(walk, nurse, reading):
    walk.send(theme="other").send(**ADDRESS, consent_answer="not_safe")
    assert walk.step == "who"
    assert "We sturen geen brief en bellen niet." in walk.html
    walk.send(name="Mw. A.")
    assert "Kies waarom bespreken niet veilig is." in walk.html
    assert walk.shown["name"] == ["Mw. A."]
    walk.send(unsafe_reason="someone_listens_along").send(chips=["sad"])
    signal = Signal.objects.get(writer=nurse)
    assert signal.team.name == "CO-team"
    assert opened(signal, reading, "unsafe_reason", "name") == ("someone_listens_along", "Mw. A.")


def test_a_reason_of_an_earlier_answer_is_not_sent(walk, nurse, reading):
    walk.send(theme="other").send(**ADDRESS, consent_answer="not_safe").send(unsafe_reason="danger_to_reporter")
    walk.send(button="back").send(button="back").send(consent_answer="yes_no_help").send(chips=["sad"])
    assert opened(Signal.objects.get(writer=nurse), reading, "unsafe_reason") == ("",)


def test_not_discussed_shows_how_to_begin(walk):
    walk.send(theme="other")
    assert escape('Zo begin je: "Ik maak me zorgen. Mag ik het wijkteam vragen om te bellen?"') in walk.html


def test_a_youth_signal_asks_where_and_how_old_and_no_address(as_person, reading):
    worker = people.youth_worker()
    walk = Walk(as_person(worker), NEW).send(theme="youth_at_risk")
    assert "Waar zie je hem of haar?" in walk.html
    assert not {"postcode", "house_number", "suffix", "street"} & walk.form.names
    walk.send(place="Skatebaan", consent_answer="yes_wants_help")
    assert "Kies een leeftijd, of weet ik niet." in walk.html
    walk.send(age_band="16-17")
    assert "Voornaam" in walk.html
    walk.send(name="Sam").send(chips=["not_at_school"])
    signal = Signal.objects.get(writer=worker)
    assert signal.team.name == "Mevis jeugd"
    assert opened(signal, reading, "place", "age_band", "name") == ("Skatebaan", "16-17", "Sam")


def test_an_address_typed_before_the_theme_became_youth_is_not_sent(walk, nurse, reading):
    to_last_step(walk, consent="yes_no_help")
    walk.post(walk.shown | {"back": ["theme"]}).send(theme="youth_at_risk")
    walk.send(place="Park", age_band="18-23").send(chips=["out_late"])
    assert opened(Signal.objects.get(writer=nurse), reading, "postcode", "house_number", "place") == ("", "", "Park")


def test_the_chips_are_those_of_the_theme(walk):
    to_last_step(walk, theme="loneliness").send(chips=["no_visitors"], button="back")
    walk.post(walk.shown | {"back": ["theme"]}).send(theme="care_or_home").send()
    assert "is gevallen" in walk.html
    assert walk.shown["chips"] == [], "a chip of another theme falls away"


def test_without_chip_and_words_there_is_no_signal(walk):
    to_last_step(walk).send()
    assert "Kies wat past, of schrijf het op in eigen woorden." in walk.html
    assert walk.send(observation="Zegt niets meer.").reply.status_code == 302


@pytest.mark.parametrize(
    ("where", "sentence"),
    [
        ({}, "Vul een postcode en huisnummer in, of een straat, plek of wijk."),
        ({"postcode": "3117 BX"}, "Vul ook het huisnummer in."),
        ({"house_number": "9012"}, "Vul een postcode en huisnummer in, of een straat, plek of wijk."),
        ({"postcode": "0117 BX", "house_number": "9012"}, "Vul een postcode in, bijvoorbeeld 3117 BX."),
        ({"postcode": "3117 SS", "house_number": "9012"}, "Vul een postcode in, bijvoorbeeld 3117 BX."),
        ({"postcode": "3117 BX", "house_number": "12a"}, "Vul een huisnummer in, alleen cijfers."),
        ({"postcode": "3117 BX", "house_number": "0"}, "Vul een huisnummer in, alleen cijfers."),
        ({**ADDRESS, "suffix": "a/b"}, "Alleen letters en cijfers, hoogstens 6."),
    ],
)
def test_one_way_to_find_the_place_is_needed(walk, where, sentence):
    walk.send(theme="other").send(consent_answer="not_discussed", **where)
    assert walk.step == "where"
    assert sentence in walk.html


@pytest.mark.parametrize(
    "where", [{"street": "Bij de kerk"}, {"area": "oost"}, {"postcode": "3117BX", "street": "hoek"}]
)
def test_street_or_area_is_enough(walk, where):
    where = {name: cases.oost().statcode if value == "oost" else value for name, value in where.items()}
    walk.send(theme="other").send(consent_answer="not_discussed", **where)
    assert walk.step == "what"


def test_only_areas_that_a_team_serves_can_be_chosen(walk):
    walk.send(theme="other")
    foreign = Area.objects.filter(municipality="Rotterdam").first()
    assert walk.html.count("<option") == 10, "nine areas, and not knowing"
    assert foreign.statcode not in walk.html
    walk.send(area=foreign.statcode, consent_answer="not_discussed", **ADDRESS)
    assert "Kies een wijk uit de lijst." in walk.html


def test_today_asks_to_read_it_today_and_sets_no_legal_clock(walk, nurse):
    to_last_step(walk).send(chips=["rent_unpaid"], urgency="today")
    signal = Signal.objects.get(writer=nurse)
    assert signal.urgency == "today"
    assert set(Deadline.objects.filter(about_id=signal.pk).values_list("rule__slug", flat=True)) == {"DL13", "DL23"}


def test_sent_twice_is_one_signal(walk, nurse):
    to_last_step(walk)
    sent = walk.fill(chips=["rent_unpaid"])
    first = walk.post(sent).reply["Location"]
    again = walk.post(sent).reply["Location"]
    assert first == again
    assert Signal.objects.filter(writer=nurse).count() == 1


def test_the_key_is_made_once_and_kept(walk):
    key = walk.shown["form_key"]
    assert to_last_step(walk).shown["form_key"] == key
    assert walk.send(button="back").shown["form_key"] == key


def test_the_first_pages_of_a_sent_signal_begin_a_next_one(walk, nurse):
    first_page = walk.shown
    to_last_step(walk).send(chips=["rent_unpaid"])
    walk.post(first_page | {"theme": ["loneliness"]})
    assert walk.shown["form_key"] != first_page["form_key"]
    walk.send(**ADDRESS, consent_answer="not_discussed").send(chips=["no_visitors"])
    assert Signal.objects.filter(writer=nurse).count() == 2


def test_the_receipt_says_its_name_and_the_configured_terms(walk, nurse):
    to_last_step(walk, consent="yes_wants_help").send().send(chips=["rent_unpaid"])
    signal = Signal.objects.get(writer=nurse)
    DeadlineRule.objects.get(slug="DL23").change(by=nurse, reason="case_work", term=1)
    receipt = walk.client.get(walk.reply["Location"]).content.decode()
    assert "Je signaal is verstuurd." in receipt
    assert f"Het heet &quot;{signal.words_name}&quot;." in receipt or f'Het heet "{signal.words_name}".' in receipt
    assert "Het team leest het binnen 1 werkdag. Je hoort iets binnen 5 werkdagen." in receipt


def test_who_wants_no_help_makes_no_promise_of_later_word(walk, nurse):
    to_last_step(walk, consent="yes_no_help").send(chips=["rent_unpaid"])
    receipt = walk.client.get(walk.reply["Location"]).content.decode()
    assert "Het team leest het binnen 2 werkdagen." in receipt
    assert "Je hoort iets" not in receipt


def test_a_receipt_is_its_writers_alone(walk, as_person):
    signal = cases.signal()
    assert walk.client.get(f"/signaal/{signal.shown_code}/ontvangen/").status_code == 404


def shop_walk(as_person, keeper):
    return Walk(as_person(keeper), NEW).send(theme="care_or_home")


def test_a_shopkeeper_tells_place_and_time_first(as_person, reading):
    keeper = people.shopkeeper()
    walk = shop_walk(as_person, keeper)
    assert walk.shown["place"] == ["In de winkel"]
    assert walk.html.index('name="place"') < walk.html.index('name="observed_at"') < walk.html.index('name="postcode"')
    walk.send(place="Bij de kassa", consent_answer="not_discussed").send(chips=["forgets"])
    signal = Signal.objects.get(writer=keeper)
    assert opened(signal, reading, "place", "postcode") == ("Bij de kassa", "")
    receipt = walk.client.get(walk.reply["Location"]).content.decode()
    assert "Ontvangen. Dank je wel." in receipt
    assert signal.words_name not in receipt
    assert "werkdag" not in receipt


def test_a_shopkeeper_names_only_who_said_yes(as_person):
    keeper = people.shopkeeper()
    walk = shop_walk(as_person, keeper).send(consent_answer="not_safe")
    assert walk.step == "who"
    assert "name" not in walk.form.names
    walk.post(walk.fill(unsafe_reason="danger_to_reporter") | {"name": ["Mw. A."]})
    assert NAME_REFUSED in walk.html
    walk = shop_walk(as_person, keeper).send(consent_answer="yes_wants_help")
    assert "name" in walk.form.names


@pytest.mark.parametrize("moment", ["2099-01-01T10:00", "0001-01-01T00:00", "9999-12-31T23:59", "2001-01-01T10:00"])
def test_a_moment_lies_in_the_last_year(as_person, moment):
    walk = shop_walk(as_person, people.shopkeeper()).send(observed_at=moment, consent_answer="not_discussed")
    assert "Kies een moment in het afgelopen jaar." in walk.html
    assert walk.shown["observed_at"] == [moment]


@pytest.mark.parametrize("moment", ["", "gisteren", "2026-02-30T10:00", "\x00", "2026-11-21T10:00+99:00", "9" * 20_000])
def test_an_impossible_moment_is_said_in_dutch(as_person, moment):
    walk = shop_walk(as_person, people.shopkeeper())
    walk.post(walk.fill(consent_answer="not_discussed") | {"observed_at": [moment]})
    assert (walk.reply.status_code, walk.step) == (200, "where")
    assert "Vul een dag en een tijd in, bijvoorbeeld 24-11-2026 14.30." in walk.html


def test_a_shopkeeper_sends_ten_signals_a_day(as_person):
    keeper = people.shopkeeper()
    plain = {"name": "", "consent_answer": "not_discussed"}
    for _ in range(10):
        cases.signal(by=keeper, **plain)
    walk = shop_walk(as_person, keeper).send(consent_answer="not_discussed").send(observation="Nummer elf.")
    assert (walk.reply.status_code, walk.step) == (200, "what")
    assert "Je hebt vandaag al 10 signalen gestuurd. Bel bij haast het WOT." in walk.html
    assert walk.shown["observation"] == ["Nummer elf."]
    assert Signal.objects.filter(writer=keeper).count() == 10


def test_a_shopkeeper_reads_back_for_fifteen_minutes(as_person):
    keeper = people.shopkeeper()
    signal = cases.signal(by=keeper, name="", consent_answer="not_discussed")
    grant = signal.person_grants.get(permission__codename="own_text_signal")
    assert 14 * 60 < (grant.ends_at - signal.created_at).total_seconds() < 16 * 60
    type(grant).objects.filter(pk=grant.pk).update(ends_at=signal.created_at)
    page = as_person(keeper).get(f"/mijn-signalen/{signal.shown_code}/").content.decode()
    assert "Stapel ongeopende post." not in page
    assert "Je tekst is bij het team." in page
    assert "Verbeteren" not in page


def test_only_who_works_with_residents_reports(as_person):
    for person, reply in ((people.privacy_officer(), 403), (people.administrator(), 403), (people.wot_worker(), 200)):
        assert as_person(person).get(NEW).status_code == reply
    assert Event.objects.filter(verb="report", result="refused").count() == 2


def test_the_reporter_stays_apart_from_the_signal(walk, nurse):
    to_last_step(walk).send(chips=["rent_unpaid"])
    identity = ReporterIdentity.objects.get(signal__writer=nurse)
    assert identity.pk != identity.signal_id
    assert nurse.name not in walk.client.get("/mijn-signalen/").content.decode().split("<main")[1]


def test_a_page_without_a_key_gets_a_new_one_and_keeps_the_answers(walk):
    to_last_step(walk)
    for wrong in ("", "x", "\x00", str(uuid.uuid4()) + "z"):
        walk.post(walk.fill() | {"form_key": [wrong], "step": ["what"]})
        assert (walk.reply.status_code, walk.step) == (200, "theme")
        assert "De pagina was niet meer geldig." in walk.html
        assert uuid.UUID(walk.shown["form_key"][0])
        assert walk.shown["theme"] == ["money_or_rent"]
    assert not Signal.objects.exists()
