"""What the documents say can be done, can be done; what they point to is there."""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import get_commands

from config.demo.accounts import ACCOUNTS
from signalering.accounts.models.people import Role
from signalering.closed_lists import closed_list, read
from signalering.crypto.fields import SealedText

ROOT = Path(settings.ROOT)
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
SETTINGS = [ROOT / "config" / "settings" / name for name in ("base.py", "production.py")]
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
LARGEST_PICTURE = 200_000
LONGEST = 400  # lines


def named(paths):
    return pytest.mark.parametrize("document", paths, ids=lambda path: path.name)


def text(path):
    return path.read_text(encoding="utf-8")


def anchors(path):
    """The places in a document that a link can point to."""
    headings = re.findall(r"^#+ (.*)$", text(path), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@named(DOCUMENTS)
def test_every_link_leads_somewhere(document):
    for link in LINK.findall(text(document)):
        if link.startswith(("http:", "https:", "mailto:")):
            continue
        path, _, anchor = link.partition("#")
        target = (document.parent / path).resolve() if path else document
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


@named(DOCUMENTS)
def test_a_document_is_about_one_thing_and_not_too_long_to_read(document):
    assert len(text(document).splitlines()) < LONGEST


@named(DOCUMENTS)
def test_every_command_exists(document):
    known = get_commands()
    for command in re.findall(r"manage\.py ([a-z_]+)", text(document)):
        assert command in known, command
    targets = re.search(r"^([a-z ]+):$", text(ROOT / "Makefile"), re.MULTILINE)[1].split()
    for target in re.findall(r"(?:^|`|[0-9] )make ([a-z]+)", text(document), re.MULTILINE):
        assert target in targets, target


@named(DOCUMENTS)
def test_every_file_that_is_named_is_there(document):
    for name in re.findall(r"`((?:docs|config|scripts|signalering|static|templates|tests)/[\w./-]+)`", text(document)):
        assert (ROOT / name).exists(), name


def test_every_setting_from_the_environment_is_explained():
    read = {name for path in SETTINGS for name in re.findall(r'env\.\w+\(\s*["\']([A-Z_]+)["\']', text(path))}
    read |= {name for path in SETTINGS for name in re.findall(r'(?:database|required)\("([A-Z_]+)"', text(path))}
    told = set(re.findall(r"^\| `([A-Z_]+)` \|", text(ROOT / "docs" / "beheer.md"), re.MULTILINE))
    assert told - {"DJANGO_SETTINGS_MODULE"} == read


def test_every_demo_account_is_in_the_readme():
    assert re.findall(r"^\| `([\w-]+)@example\.org` \|", text(ROOT / "README.md"), re.MULTILINE) == [
        account.slug for account in ACCOUNTS
    ]


def test_every_role_is_in_the_handbook():
    handbook = text(ROOT / "docs" / "inrichten.md")
    for role in Role:
        assert f"`{role.value}`" in handbook


def test_every_sealed_field_is_in_the_handbook():
    handbook = text(ROOT / "docs" / "privacy.md")
    table = handbook[handbook.index("| Waarvan | Verzegeld |") : handbook.index("**Niet verzegeld**")]
    words = {word.strip() for word in re.split(r"[|,\n]", table)}
    labels = closed_list("audit", "field")
    for model in apps.get_models():
        if not hasattr(model, "instance_type"):
            for field in model._meta.fields:
                if isinstance(field, SealedText):
                    assert str(labels.label(field.name)) in words, f"{model.__name__}.{field.name}"


def test_pictures_are_small_and_shown():
    shown = {
        (path.parent / link).resolve() for path in DOCUMENTS for link in LINK.findall(text(path)) if ":" not in link
    }
    pictures = sorted((ROOT / "docs" / "pictures").iterdir())
    assert pictures
    for picture in pictures:
        assert picture.stat().st_size <= LARGEST_PICTURE, picture.name
        assert picture in shown, picture.name


def test_the_handbook_names_every_term_that_nothing_begins():
    code = "".join(text(path) for path in (ROOT / "signalering").rglob("*.py"))
    rules = {rule["slug"]: rule for rule in read("cases", "deadlines")["rules"]}
    begun_by_nothing = {slug for slug, rule in rules.items() if rule["term"] or rule["ladder"]}
    begun_by_nothing -= {slug for slug in rules if f'"{slug}"' in code}
    (told,) = re.findall(r"\*\*Nog niet gekoppeld\*\* zijn ([^:]+):", text(ROOT / "docs" / "inrichten.md"))
    assert set(re.findall(r"DL\w+", told)) == begun_by_nothing
