"""The description for catalogues keeps to publiccode.yml 0.5 and says what the project says."""

import tomllib
from urllib.parse import urlsplit

import pytest
import yaml
from django.conf import settings

STATUSES = {"concept", "development", "beta", "stable", "obsolete"}
TYPES = {
    "standalone/mobile",
    "standalone/iot",
    "standalone/desktop",
    "standalone/web",
    "standalone/backend",
    "standalone/other",
    "addon",
    "library",
    "configurationFiles",
}
KNOWN = {
    "publiccodeYmlVersion",
    "name",
    "applicationSuite",
    "url",
    "landingURL",
    "isBasedOn",
    "softwareVersion",
    "releaseDate",
    "logo",
    "platforms",
    "categories",
    "usedBy",
    "fundedBy",
    "roadmap",
    "developmentStatus",
    "softwareType",
    "organisation",
    "intendedAudience",
    "description",
    "legal",
    "maintenance",
    "localisation",
    "dependsOn",
    "NL",
}


@pytest.fixture(scope="module")
def told():
    return yaml.safe_load((settings.ROOT / "publiccode.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def project():
    return tomllib.loads((settings.ROOT / "pyproject.toml").read_text())["project"]


def test_what_must_be_there_is_there(told):
    for key in (
        "name",
        "url",
        "platforms",
        "developmentStatus",
        "softwareType",
        "description",
        "legal",
        "localisation",
    ):
        assert told[key], key
    assert told["publiccodeYmlVersion"] == "0.5"
    assert not set(told) - KNOWN


def test_values_come_from_their_lists(told):
    assert told["developmentStatus"] in STATUSES
    assert told["softwareType"] in TYPES
    assert all(country == country.upper() and len(country) == 2 for country in told["intendedAudience"]["countries"])
    for address in (told["url"], told["organisation"]["uri"]):
        assert urlsplit(address).scheme == "https"


def test_the_dutch_description_is_complete(told):
    dutch = told["description"]["nl"]
    assert 0 < len(dutch["shortDescription"]) <= 150
    assert "\n" not in dutch["shortDescription"]
    assert 150 <= len(dutch["longDescription"]) <= 10_000
    assert 5 <= len(dutch["features"]) <= 20
    for picture in dutch["screenshots"]:
        assert (settings.ROOT / picture).is_file(), picture


def test_somebody_is_named_when_somebody_maintains(told):
    maintenance = told["maintenance"]
    assert maintenance["type"] in {"internal", "contract", "community", "none"}
    if maintenance["type"] in {"internal", "community"}:
        assert maintenance["contacts"]
    if maintenance["type"] == "contract":
        assert maintenance["contractors"]


def test_it_says_what_the_project_says(told, project):
    assert told["softwareVersion"] == project["version"]
    assert told["legal"]["license"] == project["license"] == "EUPL-1.2"
    python = next(each for each in told["dependsOn"]["open"] if each["name"] == "Python")
    assert project["requires-python"] == f">={python['versionMin']}"
    assert set(told["localisation"]["availableLanguages"]) <= {code for code, _ in settings.LANGUAGES}


def test_the_licence_is_the_whole_licence():
    text = (settings.ROOT / "LICENSE").read_text(encoding="utf-8")
    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    for article in range(1, 16):
        assert f"\n{article}." in text
    assert text.rstrip().endswith("require the production of a new EUPL version.")
