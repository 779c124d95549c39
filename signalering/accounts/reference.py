"""The areas, organisations, teams and settings that the project ships."""

import re
from datetime import date

from django.contrib.auth.models import Group

from signalering.accounts.models import Area, Organisation, Setting, Team
from signalering.audit.models import AuditScope
from signalering.closed_lists import HERE, read

AREAS = HERE / "accounts" / "data" / "areas-2024.geojson"
NUMBERED = re.compile(r"^Wijk \d\d ")
KNOWN_AS = {"Rotterdam Centrum": "Centrum", "Spaland en Sveaparken": "Spaland/Sveaparken"}


def load(loader, directory, map_of_areas):
    """Load what belongs to accounts: `directory` is the sociale kaart, `map_of_areas` the CBS wijken."""
    municipalities = directory["municipalities"]
    served = {(place["name"], area) for place in municipalities for area in place["areas"]}
    areas = load_areas(loader, map_of_areas, served)
    for place in municipalities:
        AuditScope.objects.get_or_create(municipality=place["name"])
    organisations = load_organisations(loader, directory["organisations"])
    load_teams(loader, directory["teams"], organisations, areas, municipalities[0]["name"])
    load_settings(loader, read("accounts", "settings"))


def plain_name(name):
    """The name of an area as people say it: "Wijk 04 Zuid" is Zuid."""
    name = NUMBERED.sub("", name)
    return KNOWN_AS.get(name, name)


def load_areas(loader, map_of_areas, served):
    """Every wijk of the map, with whether people live there whom a team serves."""
    areas = {}
    for feature in map_of_areas["features"]:
        facts = feature["properties"]
        where = facts["gm_naam"], plain_name(facts["statnaam"])
        areas[where] = loader.row(
            Area,
            {"year": map_of_areas["metadata"]["year"], "statcode": facts["statcode"]},
            municipality=where[0],
            name=where[1],
            served=where in served,
        )
    return areas


def load_organisations(loader, rows):
    """The organisations by name; one that works under another comes after that one."""
    organisations = {}
    for row in sorted(rows, key=lambda row: "subcontractor_of" in row):
        organisations[row["name"]] = loader.row(
            Organisation,
            {"name": row["name"]},
            kind=row["kind"],
            note=row.get("note", ""),
            source_note=row.get("source_note", ""),
            subcontractor_of=organisations[row["subcontractor_of"]] if "subcontractor_of" in row else None,
        )
    return organisations


def load_teams(loader, rows, organisations, areas, municipality):
    """The teams, each with the groups of its desk and its coordinators; `municipality` is where most of them work."""
    teams = {}
    for row in sorted(rows, key=lambda row: "shares_rota_of" in row):
        teams[row["name"]] = loader.row(
            Team,
            {"name": row["name"]},
            kind=row["kind"],
            organisation=organisations[row["organisation"]],
            city_wide=row.get("city_wide", False),
            age_max=row.get("age_max"),
            desk=group(f"{row['name']} · postvak"),
            coordinators=group(f"{row['name']} · coördinatoren"),
            note=row.get("note", ""),
            source_note=row.get("source_note", ""),
            duty_phone=row.get("duty_phone", ""),
            shares_rota_of=teams[row["shares_rota_of"]] if "shares_rota_of" in row else None,
            many={"areas": [areas[row.get("municipality", municipality), name] for name in row["areas"]]},
        )


def group(name):
    """The group with this name."""
    return Group.objects.get_or_create(name=name)[0]


def load_settings(loader, shipped):
    """The configured values, each with its source and since when it holds."""
    since = date.fromisoformat(shipped["valid_from"])
    for row in shipped["settings"]:
        loader.row(Setting, {"key": row["key"]}, value=row["value"], source=row["source"], valid_from=since)
