"""What an operator types: reference data, accounts and the worker."""

import os
import re
import signal
import subprocess
import sys

import psutil
import pytest
from django.conf import settings as project
from django.core.management import call_command

from config import tasks
from config.management.commands import work
from config.priority import STEPS_BACK
from scripts.make_secrets import make_secrets
from signalering.accounts.models import Area, Organisation, Setting, Team, User
from signalering.audit.actors import system
from signalering.audit.models import AuditScope, Event
from signalering.cases.models import DeadlineRule, RetentionPolicy
from signalering.clock import bell
from signalering.referrals.models import AgreementRow, Programme
from tests.accounts import factories as people
from tests.commands import refused, run

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
TABLES = (Area, Organisation, Team, Setting, DeadlineRule, RetentionPolicy, Programme, AgreementRow)


def test_the_reference_data_are_those_of_the_neighbourhood():
    served = Area.objects.filter(served=True, year=2024)
    assert Area.objects.count() == 33
    assert {area.name for area in served.filter(municipality="Schiedam")} == {
        "Centrum", "Oost", "West", "Zuid", "Kethel", "Nieuwland", "Groenoord", "Woudhoek", "Spaland/Sveaparken",
    }  # fmt: skip
    assert served.filter(municipality="Rotterdam").count() == 14
    assert Area.objects.get(statcode="WK059901").name == "Centrum"
    assert {scope.municipality for scope in AuditScope.objects.all()} == {"Schiedam", "Rotterdam"}
    north = Team.objects.get(name="WOT Noordrand")
    assert {area.statcode for area in north.areas.all()} == {"WK060605", "WK060609", "WK060610"}
    assert (north.desk.name, north.coordinators.name) == ("WOT Noordrand · postvak", "WOT Noordrand · coördinatoren")
    youth, co_team = Team.objects.get(name="Mevis jeugd"), Team.objects.get(name="CO-team")
    assert (youth.kind, youth.age_max, youth.city_wide) == ("youth", 17, True)
    assert (co_team.kind, co_team.areas.count()) == ("co_team", 0)
    assert Organisation.objects.get(name="TOS").subcontractor_of.name == "DOCK"


def test_a_programme_has_the_themes_of_signals_and_a_receiver_or_none():
    prevention = Programme.objects.get(name="Ontruimingspreventie")
    assert prevention.themes == ["money_or_rent"]
    assert prevention.requires == {"rent_arrears": True, "minor_children": True}
    assert prevention.receiving_team.name == "Ontruimingspreventie"
    assert {partner.name for partner in prevention.partners.all()} == {"Woonplus", "Stroomopwaarts"}
    assert {row.organisation.name for row in AgreementRow.objects.filter(team=prevention.receiving_team)} == {
        "WOT Schiedam",
        "Woonplus",
        "Stroomopwaarts",
    }
    assert not Programme.objects.receiving().filter(name="Eetcafé").exists()
    assert Programme.objects.receiving().count() == 8


def test_loading_again_changes_nothing():
    before = [(model.objects.count(), model.history.count()) for model in TABLES]
    events = Event.objects.count()
    said = run("load_reference")
    assert said.startswith("0 toegevoegd, 0 bijgewerkt, 0 ongemoeid")
    assert [(model.objects.count(), model.history.count()) for model in TABLES] == before
    assert Event.objects.count() == events


def test_what_somebody_changed_here_stays_and_what_is_ours_is_mended():
    rule, policy = Setting.objects.get(key="follow_days"), RetentionPolicy.objects.get(slug="helped")
    rule.change(by=people.administrator(), reason="own_choice", value="30")
    policy.change(by=system("set_up"), reason="loaded", months=1)
    oost = Team.objects.get(name="WOT Oost")
    oost.areas.clear()
    said = run("load_reference")
    assert said.startswith("0 toegevoegd, 2 bijgewerkt, 1 ongemoeid")
    rule.refresh_from_db()
    policy.refresh_from_db()
    assert (rule.value, policy.months) == ("30", 24)
    assert [area.name for area in oost.areas.all()] == ["Oost"]


def test_loading_is_whole_or_nothing(monkeypatch):
    area = Area.objects.get(statcode="WK060601")
    area.change(by=system("set_up"), reason="loaded", name="Ooster")
    monkeypatch.setattr("signalering.referrals.reference.load", lambda *args: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        call_command("load_reference")
    area.refresh_from_db()
    assert area.name == "Ooster"


PLACE = {"name": "Regisseur 9", "role": "wot_worker", "function": "wot_worker", "organisation": "WOT Schiedam"}


def test_account_add_shows_a_password_that_works():
    said = run("account", "add", "nieuw@example.org", team="wot zuid", until="2031-12-31", **PLACE)
    assert "nieuw@example.org, WOT-medewerker, team WOT Zuid, tot en met 2031-12-31" in said
    user = User.objects.get()
    assert user.check_password(said.split()[-1])
    assert not user.is_demo
    assert [team.name for team in user.teams] == ["WOT Zuid"]


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"role": "director"}, "De rol 'director' bestaat niet. Kies uit: reporter, "),
        ({"function": "spy"}, "De functie 'spy' bestaat niet. Kies uit: home_care, "),
        ({"organisation": "Nergens"}, "De organisatie 'Nergens' is niet bekend. Kies uit: "),
        ({"team": "Nergens"}, "Het team 'Nergens' is niet bekend. Kies uit: "),
        ({"team": None}, "Bij deze rol hoort een team."),
        ({"until": "31-12-2031"}, "'31-12-2031' is geen datum."),
        ({"until": "2031-02-30"}, "'2031-02-30' is geen datum."),
        ({"until": "2020-01-01"}, "De einddatum is al voorbij."),
        ({"email": "geen adres"}, "Dit is geen geldig e-mailadres."),
        ({"email": "EERDER@example.org"}, "Er is al een account met dit e-mailadres."),
    ],
)
def test_account_add_refuses_with_one_sentence_and_makes_nothing(changed, sentence):
    people.home_care(email="eerder@example.org")
    options = {"email": "nieuw@example.org", "team": "WOT Zuid", **PLACE, **changed}
    said = refused("account", "add", options.pop("email"), **{key: word for key, word in options.items() if word})
    assert said.startswith(sentence)
    assert User.objects.count() == 1


def test_account_close_and_list_say_what_is_so():
    assert run("account", "list") == "Er zijn nog geen accounts.\n"
    people.wot_worker(name="Regisseur 8", email="acht@example.org")
    run("account", "add", "nieuw@example.org", team="WOT Zuid", **PLACE)
    assert run("account", "close", " NIEUW@example.org").startswith("Account gesloten: nieuw@example.org.")
    listed = run("account", "list").splitlines()
    assert re.split("  +", listed[1]) == ["acht@example.org", "Regisseur 8", "WOT-medewerker, team WOT Oost", "open"]
    assert "geen plek" in listed[2]
    assert "gesloten op" in listed[2]
    assert refused("account", "close", "nieuw@example.org") == "Dit account is al gesloten."
    assert refused("account", "close", "niemand@example.org").startswith("Er is geen account")


def test_work_does_everything_once(monkeypatch):
    done = []
    sweepers = {name: lambda stop, name=name: done.append(name) for name in work.SWEEPERS}
    monkeypatch.setattr(work, "SWEEPERS", sweepers)
    call_command("work", once=True)
    assert done[:4] == ["phone_keys", "ended_grants", "bursts", "leases"]
    assert done[4:] == [
        *("alerts", "expiry", "readings", "extract_keys", "concepts"),
        *("ladder", "morning_mails", "text_messages", "notices"),
    ]


def test_a_failing_sweeper_stops_no_other_and_says_nothing_of_a_person(caplog):
    caplog.set_level("INFO", "signalering.work")
    done = []

    def fail(stop):
        if len(done) < 2:
            raise ValueError("Mw. A. <mens@example.org>")

    sweepers = work.Sweepers({"first": fail, "second": lambda stop: done.append(1)})
    for _ in range(3):
        sweepers.sweep([])
    assert done == [1, 1, 1]
    messages = [record.getMessage() for record in caplog.records]
    assert len(messages) == 2, messages
    assert messages[0].startswith("sweeper first failed: ValueError in ")
    assert messages[1] == "sweeper first works again"
    assert "Mw." not in caplog.text
    assert "mens@" not in caplog.text


def test_asked_to_stop_no_next_sweeper_begins():
    asked, done = [], []
    sweepers = work.Sweepers({"first": lambda stop: asked.append(15), "second": lambda stop: done.append(1)})
    sweepers.sweep(asked)
    assert done == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_worker_stops_when_asked(number, tmp_path):
    """Also in an installation whose databases have no tables yet."""
    make_secrets(tmp_path, data_exists=False)
    env = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "KEYS_DATABASE_URL")}
    env |= {"DJANGO_SETTINGS_MODULE": "config.settings.base", "SIGNALERING_HOME": str(tmp_path)}
    process = subprocess.Popen(
        [sys.executable, "manage.py", "work"], cwd=project.ROOT, env=env, stderr=subprocess.PIPE, text=True
    )
    try:
        while "worker started" not in process.stderr.readline():
            assert process.poll() is None
        assert psutil.Process(process.pid).nice() == os.nice(0) + STEPS_BACK, "who waits for a page comes first"
        process.send_signal(number)
        assert process.wait(30) == 0
    finally:
        process.kill()
        process.stderr.close()


def test_the_tasks_are_the_ones_the_clock_turns():
    turned = {entry["task"] for entry in project.CELERY_BEAT_SCHEDULE.values()}
    assert turned == {tasks.tick.name} == {bell.TASK}
    assert tasks.sweepers.sweepers is work.SWEEPERS
