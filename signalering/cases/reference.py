"""The terms and retention periods that the project ships."""

from datetime import date

from signalering.cases.models import DeadlineRule, RetentionPolicy
from signalering.closed_lists import read


def load(loader):
    """Load what belongs to cases: the deadline rules and the retention policies."""
    shipped = read("cases", "deadlines")
    since = date.fromisoformat(shipped["valid_from"])
    for row in shipped["rules"]:
        loader.row(
            DeadlineRule,
            {"slug": row["slug"]},
            label=row["label"],
            term=row["term"],
            unit=row["unit"],
            source=row["source"],
            valid_from=since,
        )
    for row in read("cases", "retention")["policies"]:
        loader.row(
            RetentionPolicy,
            {"slug": row["slug"]},
            label=row["label"],
            months=row["months"],
            source=row["source"],
        )
