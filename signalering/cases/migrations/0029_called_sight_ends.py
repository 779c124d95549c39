"""Who was called about a case whose call is over reads that case no longer than who is called today."""

from datetime import timedelta

from django.db import migrations
from django.utils import timezone

REASON = "acknowledged"


def end_sight(apps, schema_editor):
    """What a call that is over gave for ever ends as it would now; a call that still goes on gives it anew."""
    alias = schema_editor.connection.alias
    for_ever = table(apps, alias, "CasePersonGrant").filter(origin_kind="duty", ends_at=None)
    over = table(apps, alias, "Alert").filter(case__isnull=False, ended_at__isnull=False)
    for_ever = for_ever.filter(origin_id__in=over.values("pk"))
    cases = list(for_ever.order_by().values_list("content_object", flat=True).distinct())
    if not cases:
        return
    settings = apps.get_model("accounts", "Setting")._base_manager.using(alias)
    sight = timedelta(hours=int(settings.values_list("value", flat=True).get(key="duty_sight_hours")))
    for case in cases:
        for grant in for_ever.filter(content_object=case).order_by("pk"):
            calls = table(apps, alias, "Alert").filter(case=case, calls__to=grant.user_id)
            for alert in calls.filter(ended_at=None).distinct():
                give_anew(apps, alias, grant, alert)
            last = calls.filter(ended_at__isnull=False).order_by("-ended_at").values_list("ended_at", flat=True).first()
            grant.ends_at = last + sight
            grant.save(using=alias, update_fields=["ends_at"])
            keep(apps, alias, grant, "~", REASON)
        note(apps, alias, case)


def table(apps, alias, name):
    """The rows of a model of this app, as they are at this step."""
    return apps.get_model("cases", name)._base_manager.using(alias)


def give_anew(apps, alias, grant, alert):
    """The same sight, from a call that did not have to give it because the one before never ended."""
    same = {
        "user_id": grant.user_id,
        "permission_id": grant.permission_id,
        "content_object_id": grant.content_object_id,
    }
    grants = table(apps, alias, "CasePersonGrant")
    if grants.filter(**same, origin_kind="duty", origin_id=alert.pk).exists():
        return
    along = {"membership_id": grant.membership_id, "purpose": grant.purpose, "reason": "called"}
    keep(apps, alias, grants.create(**same, **along, origin_kind="duty", origin_id=alert.pk), "+", "called")


def keep(apps, alias, grant, kind, reason):
    """The history of a right has a row for each change of it."""
    values = {field.attname: getattr(grant, field.attname) for field in grant._meta.concrete_fields}
    why = {"history_type": kind, "history_change_reason": reason, "history_date": timezone.now()}
    table(apps, alias, "HistoricalCasePersonGrant").create(**values, **why)


def note(apps, alias, case):
    """That sight of a case got its end is an event of that case."""
    told = {"label": "case", "record_id": case, "root_id": case, "verb": "end_grant", "reason": REASON}
    events = apps.get_model("audit", "Event")._base_manager.using(alias)
    events.create(actor_kind="system", system="alerts", result="done", **told)


class Migration(migrations.Migration):
    """Sight that ended is not given back."""

    dependencies = [
        ("cases", "0028_remarks"),
        ("accounts", "0016_postcodes_of_workers"),
        ("audit", "0002_insert_only"),
    ]
    operations = [migrations.RunPython(end_sight, migrations.RunPython.noop)]
