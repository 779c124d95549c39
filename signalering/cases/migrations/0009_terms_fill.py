"""Deadlines from before say how they ended, and take their place on the ladder."""

from django.db import migrations
from django.db.models import F, OuterRef, Subquery

STOPPED = ("triaged", "withdrawn", "closed")


def fill(apps, schema_editor):
    """What ended keeps the reason of its last change; what runs is looked at by the next sweep, which tells it once."""
    alias = schema_editor.connection.alias
    deadlines = apps.get_model("cases", "Deadline")._base_manager.using(alias)
    history = apps.get_model("cases", "HistoricalDeadline")._base_manager.using(alias)
    last = history.filter(id=OuterRef("pk"), version=OuterRef("version")).values("history_change_reason")[:1]
    ended = deadlines.filter(ended_at__isnull=False, ended_by="")
    for reason in STOPPED:
        keys = ended.annotate(last=Subquery(last)).filter(last=reason).values("pk")
        deadlines.filter(pk__in=keys).update(ended_by=reason)
    ended.update(ended_by="met")
    deadlines.filter(ended_at=None, step_at=None, warned_at=None).update(step_at=F("created_at"))


class Migration(migrations.Migration):
    """Fill what the columns of the migration before this one hold."""

    dependencies = [("cases", "0008_terms")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
