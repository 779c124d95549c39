"""Rules that hold for the whole project, found by walking it."""

import ast
import re
from collections import Counter
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models
from django.db.migrations.loader import MigrationLoader

from signalering.accounts.access import guarded, tables
from signalering.accounts.models.grants import Grant
from signalering.audit.models import AuditScope, Event, Look
from signalering.clock.models import Lease
from signalering.closed_lists import read
from signalering.crypto.fields import SealedText
from signalering.crypto.index import BlindIndex
from signalering.crypto.models import BoxKey, DataKey
from signalering.workflow import Recorded

ROOT = Path(__file__).resolve().parent.parent
OWN = ("accounts", "audit", "cases", "clock", "crypto", "referrals")
MODELS = [model for label in OWN for model in apps.get_app_config(label).get_models()]
BASE = [model for model in MODELS if not hasattr(model, "instance_type")]

# Plain text that is not a word of or about a person: each with the reason why it may be plain.
PLAIN_TEXT = {
    "accounts.Area": {"statcode", "name", "municipality"},  # the map
    "accounts.Organisation": {"name", "note", "source_note"},  # public directory
    # public directory, with a public number; slugs; weekdays
    "accounts.Team": {"name", "note", "source_note", "duty_phone", "expertise", "open_days"},
    "accounts.PostcodeArea": {"pc6"},  # a postcode, of nobody
    "accounts.Setting": {"value", "source"},  # configuration
    "accounts.Shift": {"code"},  # random code
    "accounts.Shop": {"code"},  # random code
    "accounts.User": {"email", "name", "password"},  # staff, who work here under their name
    "audit.AuditScope": {"municipality"},
    "audit.Look": {"fields", "subjects"},  # field names and pseudonyms
    "cases.Alert": {"code"},  # random code
    "cases.Absence": {"code"},  # random code
    "cases.Concept": {"code"},  # random code
    "cases.Case": {"code", "themes"},  # random code; slugs
    "cases.DeadlineRule": {"label", "source", "ladder"},  # configuration
    "cases.Notice": {"code"},  # random code
    "cases.RetentionPolicy": {"label", "source"},  # configuration
    "cases.RoutingRule": {"municipality"},  # the map
    "cases.RoutingTable": {"code"},  # random code
    "cases.SafetyAddress": {"code"},  # random code
    "cases.Signal": {"code", "words_name"},  # random code and two random words
    "cases.TalkRequest": {"code"},  # random code
    "referrals.AgreementRow": {"note"},  # public directory
    "referrals.Programme": {
        "name",
        "themes",
        "target",
        "goal",
        "before",
        "requires",
        "rubric",
        "note",
        "source_note",
        "extract_fields",
    },  # public directory
    "referrals.Referral": {"code", "fields_shared"},  # random code; names of fields
    "referrals.ReferralExtract": {"field_list"},  # names of fields
}
DOORS = re.compile(r"visible_to|page_for|page_of|find\(|shown\(")
# traces are their own history; a lease is a worker's own scribble, gone when its row is done
WITHOUT_HISTORY = {Event, Look, AuditScope, DataKey, BoxKey, Lease}
SEEN_THROUGH_A_PARENT = {"resident"}


def sources(*folders, suffix=".py"):
    """The project's own files with their text."""
    for folder in folders:
        for path in sorted((ROOT / folder).rglob(f"*{suffix}")):
            if "vendor" not in path.parts:
                yield path, path.read_text()


@pytest.mark.parametrize("model", BASE, ids=lambda model: model._meta.label)
def test_text_is_sealed_or_has_choices(model):
    plain = {
        field.name
        for field in model._meta.fields
        if isinstance(field, models.CharField | models.TextField | models.JSONField)
        and not isinstance(field, models.SlugField | BlindIndex | SealedText)
        and not field.choices
    }
    assert plain == PLAIN_TEXT.get(model._meta.label, set())


@pytest.mark.parametrize("model", BASE, ids=lambda model: model._meta.label)
def test_every_model_keeps_history(model):
    if model in WITHOUT_HISTORY or model._meta.label == "accounts.User":
        return
    assert hasattr(model, "history"), model
    assert issubclass(model, Recorded | Grant)


def test_every_record_about_a_person_is_guarded_or_stands_under_one_that_is():
    labels = {model.LABEL: model for model in BASE if hasattr(model, "LABEL")}
    for model in BASE:
        if not any(isinstance(field, SealedText) for field in model._meta.fields) or guarded(model):
            continue
        if model.LABEL in SEEN_THROUGH_A_PARENT:
            continue
        assert guarded(model._meta.get_field(model.ROOT).related_model), model
    assert len(labels) == len([model for model in BASE if hasattr(model, "LABEL")]), "labels are unique for ever"


def test_every_guarded_model_has_two_grant_tables():
    for model in BASE:
        if guarded(model):
            assert [table.__name__ for table in tables(model)] == [
                f"{model.__name__}PersonGrant",
                f"{model.__name__}TeamGrant",
            ]


def test_every_record_has_a_term_of_keeping():
    terms = {row["label"] for row in read("cases", "retention")["records"]}
    assert terms == {model.LABEL for model in BASE if hasattr(model, "LABEL")}


def test_reasons_are_slugs_everywhere():
    for model in MODELS:
        for field in model._meta.fields:
            if field.name in ("reason", "history_change_reason"):
                assert isinstance(field, models.SlugField), (model, field)


def test_views_reach_records_through_the_access_door():
    names = "|".join(model.__name__ for model in BASE if guarded(model) and model is not AuditScope) + "|Resident"
    outside = re.compile(rf"\b({names})\.(objects|_base_manager)\.(get|filter|all|in_bulk|first|values)\b")
    for path, text in sources("signalering", "config"):
        if "views" in path.parts or path.name == "views.py":
            for number, line in enumerate(text.splitlines(), 1):
                assert not outside.search(line) or DOORS.search(line), f"{path}:{number}"


def test_opened_text_is_never_cached():
    for path, text in sources("templates", suffix=".html"):
        assert not re.search(r"{%\s*cache\b", text), path
    for path, text in sources("signalering"):
        assert not re.search(r"\bcache\.(set|add|get_or_set)\b|cache_page", text), path


def test_no_file_is_longer_than_400_lines():
    for suffix in (".py", ".html", ".css", ".js"):
        for path, text in sources("signalering", "config", "tests", "templates", "static", "scripts", suffix=suffix):
            if "migrations" not in path.parts:
                assert text.count("\n") <= 400, path


def test_no_two_things_of_a_file_are_told_in_the_same_sentence():
    for path, text in sources("signalering", "config"):
        told = [
            ast.get_docstring(node) for node in ast.parse(text).body if isinstance(node, ast.FunctionDef | ast.ClassDef)
        ]
        assert {sentence: n for sentence, n in Counter(filter(None, told)).items() if n > 1} == {}, path


def test_a_narrow_screen_changes_no_colour_and_hides_no_words():
    """Which is why colours are judged on a wide screen alone (tests/browser/axe.py)."""
    style = (ROOT / "static" / "site.css").read_text() + (ROOT / "static" / "tokens.css").read_text()
    parts = re.findall(r"@media[^{]*width[^{]*\{((?:[^{}]*\{[^{}]*\})*)\s*\}", style)
    assert len(parts) == len(re.findall(r"@media[^{]*width", style)) > 2
    for selector, rules in re.findall(r"([^{}]+)\{([^{}]*)\}", "".join(parts)):
        drawn = selector.strip().endswith("::before")  # what a style sheet writes is not judged
        assert drawn or not re.search(r"color|background|opacity|filter|display:\s*none|visibility", rules), selector


def test_every_template_is_used():
    code = "".join(text for _, text in sources("signalering", "config"))
    pages = "".join(text for _, text in sources("templates", suffix=".html"))
    pages += "".join(text for _, text in sources("templates", suffix=".txt"))
    by_django = {"400.html", "403.html", "404.html", "500.html", "403_csrf.html"}
    for path in sorted((ROOT / "templates").rglob("*")):
        name = path.relative_to(ROOT / "templates").as_posix()
        if path.is_dir() or name in by_django or name.startswith(("account/", "allauth/", "usersessions/")):
            continue
        if name.startswith("components/icons/"):
            assert re.search(rf"""["'](?:components/icons/)?{path.stem}["'.]""", pages + code), name
        elif not any(re.fullmatch(pattern, name) for pattern in formatted_names(code)):
            assert name in pages or name in code, name


def formatted_names(code):
    """Template names that code fills in, such as f"cases/report_{step}.html", as patterns."""
    for name in re.findall(r"""f["']([a-z]+/[^"']*\{[^"']+\}[^"']*\.(?:html|txt))["']""", code):
        yield re.sub(r"\\\{[^}]*\\\}", "[a-z_]+", re.escape(name))


def test_every_migration_goes_back():
    loader = MigrationLoader(None)
    for (label, name), migration in loader.disk_migrations.items():
        if label in OWN:
            for operation in migration.operations:
                assert operation.reversible, (label, name, operation)


def test_dutch_words_of_closed_lists_have_source_and_validity():
    for app in ("accounts", "cases", "referrals"):
        for name, words in read(app, "lists").items():
            assert words["source"], name
            assert words["valid_from"], name
            slugs = [item["slug"] for item in words["items"]]
            assert len(slugs) == len(set(slugs)), name
            assert all(item["label"] for item in words["items"]), name
