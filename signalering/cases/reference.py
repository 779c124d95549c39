"""The terms, retention periods and first routing table that the project ships."""

from datetime import date

from signalering.accounts.loading import LOADED
from signalering.accounts.models import Area, Team
from signalering.cases.models import DeadlineRule, RetentionPolicy, RoutingRule, RoutingTable
from signalering.closed_lists import read


def shipped_rules():
    """The deadline rules as the project ships them: the values of a row each."""
    shipped = read("cases", "deadlines")
    for row in shipped["rules"]:
        ladder = row["ladder"]
        yield {
            "slug": row["slug"],
            "valid_from": date.fromisoformat(row.get("valid_from", shipped["valid_from"])),
            "valid_until": date.fromisoformat(row["valid_until"]) if "valid_until" in row else None,
            "label": row["label"],
            "term": row["term"],
            "unit": row["unit"],
            "extends": row["extends"],
            "start": row["start"],
            "attached_to": row["about"],
            "active": row["active"],
            "ladder": shipped["ladders"][ladder] if isinstance(ladder, str) else ladder,
            "source": row["source"],
        }


def load_rule(loader, *, slug, valid_from, **values):
    """One rule; a slug of which somebody set the days here is theirs."""
    key = {"slug": slug, "valid_from": valid_from}
    if not DeadlineRule.objects.filter(**key).exists() and any(
        map(changed_here, DeadlineRule.objects.filter(slug=slug))
    ):
        loader.kept[DeadlineRule] += 1
        return
    loader.row(DeadlineRule, key, **values)


def changed_here(row):
    """Whether somebody changed or added this row here."""
    return row.history.order_by("-version").first().history_change_reason != LOADED


def load(loader):
    """Load what belongs to cases: the deadline rules, the retention policies and the first routing table."""
    for rule in shipped_rules():
        load_rule(loader, **rule)
    for row in read("cases", "retention")["policies"]:
        loader.row(
            RetentionPolicy,
            {"slug": row["slug"]},
            label=row["label"],
            months=row["months"],
            source=row["source"],
        )
    load_routing(loader, read("cases", "routing"))


def load_routing(loader, shipped):
    """The first routing table with its rules, once, because a table in force never changes; teams and areas stand."""
    if RoutingTable.objects.filter(number=shipped["number"]).exists():
        return
    since = date.fromisoformat(shipped["valid_from"])
    table = loader.row(RoutingTable, {"number": shipped["number"]}, valid_from=since)
    teams = {team.name: team for team in Team.objects.all()}
    here = Area.objects.filter(municipality=shipped["municipality"]).order_by("year")
    areas = {area.name: area for area in here} | {None: None}
    for place, row in enumerate(shipped["rules"], 1):
        named = {"team": teams[row["team"]], "area": areas[row.get("area")]}
        rest = {name: value for name, value in row.items() if name not in named}
        loader.row(RoutingRule, {"table": table, "position": place}, **named, **rest)
