"""The meldcode: five steps that its director alone reads, an advice that is computed, and a report without content."""

import itertools
from datetime import date, timedelta

import pytest
from django.core import mail

from signalering.accounts.access import may
from signalering.accounts.models import User
from signalering.audit.models import Look
from signalering.cases import deadlines
from signalering.cases.actions import casework
from signalering.cases.actions import meldcode as actions
from signalering.cases.meldcode import BOUND, QUESTIONS, asked, weigh
from signalering.cases.models import Deadline, MeldcodeAssessment
from signalering.cases.working_days import add_working_days, today
from tests.accounts import factories as people
from tests.cases import factories as cases
from tests.referrals import factories as referrals

SECRET = "Blauwe plekken, twee keer deze maand."
STEPS = ("signalen", "advies", "gesprek", "wegen", "beslissen")


def expected(suspicion, unsafe, can_help, accepted, in_time):
    """What the law's five questions come to, told apart from the code."""
    if suspicion == "no":
        return "close"
    if unsafe == "yes" or "no" in (can_help, accepted, in_time):
        return "report"
    return "follow_up"


def test_the_whole_tree_of_answers_gives_the_advice_of_the_law():
    for answers in itertools.product(("yes", "no"), repeat=5):
        given = dict(zip(QUESTIONS, answers, strict=True))
        assert weigh(given) == (expected(*answers), "")
        # one by one: each question is asked only as long as none before it decided
        known = {}
        while not weigh(known)[0]:
            question = weigh(known)[1]
            assert question not in known
            known[question] = given[question]
        assert weigh(known) == weigh(given)
        assert tuple(known) == asked(given) == QUESTIONS[: len(known)]


def test_the_first_deciding_answer_ends_the_questions():
    assert weigh({}) == ("", "suspicion")
    assert weigh({"suspicion": "no", "unsafe": "yes"}) == ("close", "")
    assert weigh({"suspicion": "yes"}) == ("", "unsafe")
    assert weigh({"suspicion": "yes", "unsafe": "yes"}) == ("report", "")
    assert weigh({"unsafe": "yes"}) == ("", "suspicion")
    assert weigh(dict.fromkeys(QUESTIONS, "misschien")) == ("", "suspicion")


def test_shopkeepers_and_volunteers_are_not_under_the_duty():
    assert {"wot_worker", "coordinator", "home_care", "school"} <= BOUND
    assert BOUND.isdisjoint({"shopkeeper", "courier", "volunteer", "privacy_officer", "administrator"})


@pytest.fixture
def case(db):
    return cases.case(about=cases.signal(name="Mw. Kwartelvogel", street="Zilvermeeuwlaan", phone="0698765432"))


@pytest.fixture
def desk(case, as_person):
    return as_person(case.director)


def at(case, act=""):
    return f"/casussen/{case.shown_code}/meldcode/{act}"


def text(reply):
    return reply.content.decode()


def now():
    return MeldcodeAssessment.objects.get()


def send(client, case, step, **answers):
    """Fill in one step as it stands now."""
    begun = MeldcodeAssessment.objects.filter(finished_at=None).first()
    return client.post(at(case, f"{step}/"), {**answers, **(page_of(begun) if begun else {})})


def page_of(begun):
    """What the page of a step says of the meldcode that it shows."""
    return {"version": begun.version, "meldcode": begun.pk}


def advice(**more):
    day = today().isoformat()
    return {"advice_from": "veilig_thuis", "advised_on": day, "advice_words": "Praat eerst met moeder.", **more}


def through(client, case, until=3):
    """The first steps, as far as asked for."""
    steps = [("signalen", {"signs": SECRET}), ("advies", advice()), ("gesprek", {"talked": "no"})]
    steps[2][1]["talk_skipped"] = "danger_to_victim"
    for step, answers in steps[:until]:
        assert send(client, case, step, **answers)["Location"] == at(case)


@pytest.mark.django_db
def test_the_five_steps_one_by_one_to_a_report(case, desk):
    through(desk, case)
    assert send(desk, case, "wegen", suspicion="yes")["Location"] == at(case, "wegen/")
    page = text(desk.get(at(case, "wegen/")))
    assert "2. Is het nu of steeds weer onveilig?" in page
    assert "3. Kun jij" not in page
    assert "Advies:" not in page
    send(desk, case, "wegen", suspicion="yes", unsafe="yes")
    page = text(desk.get(at(case, "wegen/")))
    assert "Advies: meld bij Veilig Thuis." in page
    assert "samen met Veilig Thuis" in page
    day = today() - timedelta(days=1)
    told = {"decision": "report", "reported_on": day.isoformat(), "report_number": "VT-9001"}
    assert send(desk, case, "beslissen", **told)["Location"] == at(case)
    assert now().finished_at is not None
    page = text(desk.get(at(case)))
    for words in (SECRET, "Melden bij Veilig Thuis", "VT-9001", "Opnieuw beginnen"):
        assert words in page
    due = dict(Deadline.objects.filter(about_id=now().pk).values_list("rule__slug", "due_on"))
    rule = deadlines.rules("DL14B")["DL14B"]
    assert due == {"DL14": add_working_days(day, 5), "DL14B": deadlines.due_on(rule, day)}
    todo = [str(item["title"]) for item in desk.get(at(case)[: -len("meldcode/")]).context["todo"]]
    assert "Melding bij Veilig Thuis: navragen of er besloten is" in todo
    assert desk.post(at(case, "gevraagd/"), {"rule": "DL14"})["Location"] == at(case)
    assert Deadline.objects.running().get(about_id=now().pk).rule.slug == "DL14B"


@pytest.mark.django_db
def test_each_page_begins_with_help_and_nobody_skips_a_step(case, desk):
    for done, step in enumerate(STEPS):
        page = desk.get(at(case, f"{step}/"))
        if done:
            assert page["Location"] == at(case), step
    through(desk, case)
    for step in STEPS[:4]:
        page = text(desk.get(at(case, f"{step}/")))
        content = page[page.index("<main") :]
        assert content.index('href="tel:112"') < content.index('href="tel:08002000"') < content.index("<h1")
    assert send(desk, case, "beslissen", decision="close", deviation="new_facts").status_code == 200
    assert now().step == "talk"


@pytest.mark.django_db
def test_a_step_is_left_and_taken_up_again_and_every_change_is_kept(case, desk):
    through(desk, case, until=2)
    assert SECRET in text(desk.get(at(case, "signalen/")))
    page = page_of(now())
    assert desk.post(at(case, "signalen/"), {"signs": "Ook een blauw oog.", **page}).status_code == 302
    assert now().step == "advice"
    assert now().history.count() == 3
    assert desk.post(at(case, "signalen/"), {"signs": "Van gisteren.", **page}).status_code == 409


@pytest.mark.django_db
def test_beginning_twice_with_the_same_form_is_once(case, desk):
    for _ in range(2):
        assert desk.post(at(case, "signalen/"), {"signs": SECRET}).status_code == 302
    assert MeldcodeAssessment.objects.count() == 1
    assert desk.post(at(case, "signalen/"), {"signs": "Iets anders."}).status_code == 409


@pytest.mark.parametrize("words", ["Mevrouw Kwartelvogel slaat.", "Zilvermeeuwlaan 3", "Op 3117BX", "Bel 0698765432"])
@pytest.mark.django_db
def test_the_advice_names_nobody(case, desk, words):
    through(desk, case, until=1)
    assert "Vraag advies zonder naam." in text(desk.get(at(case, "advies/")))
    reply = send(desk, case, "advies", **advice(advice_words=words))
    assert reply.status_code == 200
    assert "zonder naam" in text(reply) or "Stel de vraag zonder." in text(reply)
    assert now().step == "signs"


@pytest.mark.django_db
def test_a_talk_is_skipped_only_because_it_is_not_safe(case, desk):
    through(desk, case, until=2)
    for wrong in ({}, {"talked": "no"}, {"talked": "yes"}, {"talked": "no", "talk_skipped": "no_time"}):
        assert send(desk, case, "gesprek", **wrong).status_code == 200, wrong
    assert now().step == "advice"
    assert send(desk, case, "gesprek", talked="yes", talked_on=today().isoformat()).status_code == 302


@pytest.mark.django_db
def test_the_day_of_a_talk_that_was_not_held_is_not_dropped_in_silence(case, desk):
    through(desk, case, until=2)
    day = today().isoformat()
    unsafe = {"talked": "no", "talk_skipped": "danger_to_victim"}
    reply = send(desk, case, "gesprek", talked_on=day, **unsafe)
    assert reply.context["form"].errors == {"talked_on": ["Je koos Nee. Maak deze datum leeg, of kies Ja."]}
    assert f'value="{day}"' in text(reply)
    assert now().step == "advice"
    assert send(desk, case, "gesprek", talked_on="", **unsafe).status_code == 302


@pytest.mark.django_db
def test_the_day_of_a_report_that_was_not_made_is_not_dropped_in_silence(case, desk):
    through(desk, case)
    send(desk, case, "wegen", suspicion="no")
    day = today().isoformat()
    reply = send(desk, case, "beslissen", decision="close", reported_on=day)
    told = "Je koos niet melden. Maak deze datum leeg, of kies Melden."
    assert reply.context["form"].errors == {"reported_on": [told]}
    assert f'value="{day}"' in text(reply)
    assert now().finished_at is None
    assert send(desk, case, "beslissen", decision="close", reported_on="").status_code == 302


@pytest.mark.django_db
def test_another_answer_drops_what_came_behind_it(case, desk, reading):
    through(desk, case)
    good = dict.fromkeys(QUESTIONS, "yes") | {"unsafe": "no"}
    send(desk, case, "wegen", **good)
    assert "Blijf de inwoner volgen" in text(desk.get(at(case, "wegen/")))
    send(desk, case, "wegen", **good | {"can_help": "no"})
    with reading(case.director):
        answers = actions.answers_of(now())
    assert answers == {"suspicion": "yes", "unsafe": "no", "can_help": "no", "accepted": "", "in_time": ""}
    send(desk, case, "wegen", suspicion="yes", unsafe="no", can_help="yes")
    assert now().step == "talk"


@pytest.mark.django_db
def test_who_does_not_follow_the_advice_says_why(case, desk):
    through(desk, case)
    send(desk, case, "wegen", suspicion="yes", unsafe="yes")
    assert "Kies waarom." in text(send(desk, case, "beslissen", decision="close"))
    assert "Schrijf kort op" in text(send(desk, case, "beslissen", decision="close", deviation="other"))
    assert "Vul in wanneer je meldde." in text(send(desk, case, "beslissen", decision="report"))
    assert send(desk, case, "beslissen", decision="close", deviation="new_facts").status_code == 302
    assert not Deadline.objects.filter(about_id=now().pk).exists()
    assert "Er is na het wegen iets veranderd" in text(desk.get(at(case)))


@pytest.mark.django_db
def test_a_coordinator_sees_that_a_step_was_done_and_nothing_of_it(case, desk, as_person):
    through(desk, case)
    coordinator = people.coordinator()
    client = as_person(coordinator)
    reply = client.get(at(case)[: -len("meldcode/")])
    assert "Meldcode: stap 3 van 5 gedaan" in text(reply)
    assert "Alleen de casusregisseur leest dit." in text(reply)
    for words in (SECRET, "Praat eerst met moeder.", "danger_to_victim", "/meldcode/"):
        assert words not in text(reply)
    for act in ("", *(f"{step}/" for step in STEPS), "gevraagd/"):
        assert client.get(at(case, act)).status_code == 403
        assert client.post(at(case, act), {"signs": "x"}).status_code in (403, 405)
    assert not Look.objects.filter(label="meldcode", actor=coordinator).exists()
    assert not may(coordinator, "view", now())


@pytest.mark.django_db
def test_nothing_of_it_reaches_a_receiver_or_a_mail(case, desk, as_person):
    through(desk, case)
    send(desk, case, "wegen", suspicion="yes", unsafe="yes")
    send(desk, case, "beslissen", decision="report", reported_on=today().isoformat(), report_number="VT-9001")
    by = people.partner()
    referral = referrals.accepted(case, by=by, fields_shared=["name", "phone", "safety_note", "asked"])
    page = text(as_person(User.objects.get(pk=by.pk)).get(f"/verwijzingen/{referral.shown_code}/"))
    for words in (SECRET, "VT-9001", "eldcode", "Praat eerst met moeder."):
        assert words not in page
        assert words not in "".join(f"{one.subject}{one.body}" for one in mail.outbox)
    history = text(desk.get(f"/casussen/{case.shown_code}/geschiedenis/"))
    assert SECRET not in history


@pytest.mark.django_db
def test_it_goes_along_with_the_case_and_leaves_who_had_it(case, desk, as_person, reading):
    through(desk, case)
    old, new, coordinator = case.director, people.wot_worker(), people.coordinator()
    with reading(coordinator):
        casework.reassign(case, by=coordinator, to=new, reason="absent")
    assert (may(old, "view", now()), may(new, "view", now()), may(new, "change", now())) == (False, True, True)
    assert {grant.reason for grant in now().person_grants.all()} == {"absent"}
    assert desk.get(at(case)).status_code == 404
    assert SECRET in text(as_person(new).get(at(case)))


@pytest.mark.django_db
def test_who_is_not_under_the_duty_does_not_find_it(case, desk):
    place = case.director.memberships.get()
    place.change(by=people.BY, reason="moved", function="volunteer")
    assert desk.get(at(case)).status_code == 403
    assert desk.post(at(case, "signalen/"), {"signs": SECRET}).status_code == 403
    assert "/meldcode/" not in text(desk.get(f"/casussen/{case.shown_code}/"))
    assert not MeldcodeAssessment.objects.exists()


@pytest.mark.django_db
def test_its_terms_end_and_go_on_with_the_case(case, desk, reading):
    through(desk, case)
    send(desk, case, "wegen", suspicion="yes", unsafe="yes")
    send(desk, case, "beslissen", decision="report", reported_on=today().isoformat())
    mine = Deadline.objects.running().filter(about_id=now().pk)
    with reading(case.director):
        casework.close_case(case, by=case.director, outcome="advice")
        assert not mine.exists()
        assert desk.get(at(case)).status_code == 200
        casework.reopen_case(case, by=case.director, reason="relapse")
    assert mine.count() == 2


@pytest.mark.django_db
def test_an_old_page_of_a_case_that_closed_says_why_nothing_is_kept(case, desk, reading):
    through(desk, case)
    send(desk, case, "wegen", suspicion="yes", unsafe="yes")
    send(desk, case, "beslissen", decision="report", reported_on=today().isoformat())
    with reading(case.director):
        casework.close_case(case, by=case.director, outcome="advice")
    page = text(desk.post(at(case, "gevraagd/"), {"rule": "DL14"}, follow=True))
    assert "Deze casus is gesloten. Open de casus eerst opnieuw." in page
    assert "Vastgelegd dat je het vroeg." not in page
    assert not Deadline.objects.filter(about_id=now().pk, ended_by="met").exists()


@pytest.mark.django_db
def test_a_day_to_come_is_no_day_of_a_report(case, desk):
    through(desk, case)
    send(desk, case, "wegen", suspicion="yes", unsafe="yes")
    for day in (today() + timedelta(days=1), date(2020, 1, 1)):
        assert send(desk, case, "beslissen", decision="report", reported_on=day.isoformat()).status_code == 200
    assert now().finished_at is None


@pytest.mark.django_db
def test_a_step_that_is_sent_after_the_last_one_was_done_gives_its_words_back(case, desk):
    through(desk, case)
    page = page_of(now())
    send(desk, case, "wegen", suspicion="no")
    send(desk, case, "beslissen", decision="close")
    talked = {"talked": "yes", "talked_on": today().isoformat(), "talk_words": "Moeder wil hulp."}
    for step, typed in (("gesprek", talked), ("signalen", {"signs": "Moeder wil hulp."})):
        reply = desk.post(at(case, f"{step}/"), {**typed, **page})
        assert reply.status_code == 409, step
        assert "Je hebt dit zelf net gewijzigd." in text(reply)
        assert "Moeder wil hulp." in text(reply)
    assert MeldcodeAssessment.objects.count() == 1, "nothing began by it"
    assert send(desk, case, "signalen", signs="Een nieuw begin.").status_code == 302
    assert MeldcodeAssessment.objects.count() == 2


@pytest.mark.django_db
def test_a_step_of_which_nothing_is_there_gives_its_words_back(case, desk):
    reply = desk.post(at(case, "advies/"), advice(version=1))
    assert reply.status_code == 404
    assert "Praat eerst met moeder." in text(reply)


@pytest.mark.django_db
def test_deciding_twice_with_the_same_form_is_once(case, desk):
    through(desk, case)
    send(desk, case, "wegen", suspicion="yes", unsafe="yes")
    form = {"decision": "close", "deviation": "other", "deviation_words": "Zo is het.", **page_of(now())}
    for _ in range(2):
        assert desk.post(at(case, "beslissen/"), form)["Location"] == at(case)
    reply = desk.post(at(case, "beslissen/"), form | {"deviation_words": "Toch anders."})
    assert reply.status_code == 409
    assert "Toch anders." in text(reply)
