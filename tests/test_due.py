"""What an operator reads from `manage.py due`: one day on one line, or one sentence."""

import os
import subprocess
import sys
from datetime import date

import pytest
from django.conf import settings as project

from scripts.make_secrets import make_secrets
from signalering.audit.actors import system
from signalering.cases.models import DeadlineRule
from tests.cases.test_terms_count import EVICTIONS, MORE, VECTORS
from tests.commands import refused, run

pytestmark = pytest.mark.django_db
BY = system("set_up")


@pytest.mark.parametrize(("received", "three", "five", "weeks"), VECTORS)
def test_it_prints_every_vector(received, three, five, weeks):
    assert run("due", "DL2", received) == f"{three}\n"
    assert [run("due", slug, received) for slug in ("DL7", "DL10", "DL13")] == [f"{five}\n"] * 3
    assert run("due", "DL1", received) == f"{weeks}\n"


@pytest.mark.parametrize(("slug", "start", "due"), MORE)
def test_it_prints_other_terms(slug, start, due):
    assert run("due", slug.lower(), start) == f"{due}\n"


@pytest.mark.parametrize(("received", "eviction", "due"), EVICTIONS)
def test_it_prints_the_term_of_an_eviction(received, eviction, due):
    assert run("due", "DL3", received, eviction=eviction, today=received) == f"{due}\n"
    assert run("due", "DL3", received, eviction=eviction, today=eviction) == f"{eviction}\n", "never a day that was"


@pytest.mark.parametrize(
    ("words", "options", "sentence"),
    [
        (("DL99", "2026-11-20"), {}, "De regel DL99 bestaat niet."),
        (("DL4", "2026-11-20"), {}, "De regel DL4 heeft zelf geen termijn."),
        (("DL2", "20-11-2026"), {}, "'20-11-2026' is geen datum; schrijf JJJJ-MM-DD."),
        (("DL2", "2026-02-30"), {}, "'2026-02-30' is geen datum; schrijf JJJJ-MM-DD."),
        (("DL2", "2026-11-20"), {"today": "nu"}, "'nu' is geen datum; schrijf JJJJ-MM-DD."),
        (("DL2", "2026-1-2"), {}, "'2026-1-2' is geen datum; schrijf JJJJ-MM-DD."),
        (("DL2", "20261102"), {}, "'20261102' is geen datum; schrijf JJJJ-MM-DD."),
        (("DL2", "2026-W45-1"), {}, "'2026-W45-1' is geen datum; schrijf JJJJ-MM-DD."),
        (("DL2", "2026-11-20T10:00"), {}, "'2026-11-20T10:00' is geen datum; schrijf JJJJ-MM-DD."),
        (("DL2", "2026-11-20"), {"today": ""}, "'' is geen datum; schrijf JJJJ-MM-DD."),
        (("DL3", "2026-11-10"), {"eviction": ""}, "'' is geen datum; schrijf JJJJ-MM-DD."),
        (("DL2", "2024-11-20"), {}, "Deze datum valt buiten de tabel met vrije dagen."),
        (("DL2", "2028-12-28"), {}, "Deze datum valt buiten de tabel met vrije dagen."),
        (("DL17", "9999-12-31"), {}, "Deze datum valt buiten de tabel met vrije dagen."),
        (("DL3", "2026-11-20"), {}, "Geef bij DL3 de dag van de ontruiming met --eviction."),
        (("DL2", "2026-11-20"), {"eviction": "2026-12-01"}, "De optie --eviction hoort alleen bij DL3."),
    ],
)
def test_what_cannot_be_counted_is_one_sentence(words, options, sentence):
    assert refused("due", *words, **options) == sentence


def test_the_rule_counts_that_held_on_the_first_day():
    rule = DeadlineRule.objects.get(slug="DL7")
    rule.change(by=BY, reason="own_choice", valid_until=date(2026, 12, 31))
    values = {name: getattr(rule, name) for name in ("slug", "label", "unit", "start", "source")}
    DeadlineRule(**values, term=2, valid_from=date(2027, 1, 1)).save_as(BY, "own_choice")
    assert run("due", "DL7", "2026-12-24") == "2027-01-04\n"
    assert run("due", "DL7", "2027-01-04") == "2027-01-06\n"
    run("load_reference")
    assert run("due", "DL7", "2027-01-04") == "2027-01-06\n", "what was chosen here stays"


def test_it_counts_without_a_database_and_says_what_is_wrong_on_the_other_stream(tmp_path):
    make_secrets(tmp_path, data_exists=False)
    env = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "KEYS_DATABASE_URL")}
    env |= {"DJANGO_SETTINGS_MODULE": "config.settings.base", "SIGNALERING_HOME": str(tmp_path)}

    def due(*words):
        command = [sys.executable, "manage.py", "due", *words]
        return subprocess.run(command, cwd=project.ROOT, env=env, capture_output=True, text=True, check=False)

    right, wrong = due("DL1", "2026-04-16"), due("DL4", "2026-04-16")
    assert (right.stdout, right.stderr, right.returncode) == ("2026-05-18\n", "", 0)
    assert (wrong.stdout, wrong.stderr, wrong.returncode) == ("", "Fout: De regel DL4 heeft zelf geen termijn.\n", 1)
