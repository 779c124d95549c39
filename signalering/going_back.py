"""A migration that allowed new rows goes back only while there are none; else it says which stand in the way."""

from django.db import migrations
from django.db.migrations.exceptions import IrreversibleError
from django.db.models import Exists, OuterRef

SHOWN = 10


def only_back_without(model, why, found):
    """The last step of such a migration: `found` narrows the rows of a model to those in the way, `why` says why."""

    def refuse(apps, schema_editor):
        rows = apps.get_model(model)._base_manager.using(schema_editor.connection.alias)
        keys = [str(key) for key in found(rows).order_by("pk").values_list("pk", flat=True)[: SHOWN + 1]]
        if keys:
            more = " en meer" if len(keys) > SHOWN else ""
            raise IrreversibleError(f"Deze stap kan niet terug. {why} {model}: {', '.join(keys[:SHOWN])}{more}.")

    return migrations.RunPython(migrations.RunPython.noop, refuse)


def more_than_one(*names, among=None):
    """Narrows rows to those of which another has the same values; `among` says which rows count."""

    def found(rows):
        counted = rows.filter(among) if among is not None else rows.all()
        same = {name: OuterRef(name) for name in names}
        return counted.filter(Exists(counted.filter(**same).exclude(pk=OuterRef("pk"))))

    return found
