"""The floor: the project's own signals in plain text, in a table without permissions."""

from django.db import connection, models

from signalering.cases.models import Signal
from signalering.crypto.fields import SealedText


def _column(field):
    """The same column, readable; foreign keys stay so that both sides join alike."""
    if isinstance(field, SealedText):
        return models.TextField(default="", blank=True)
    if field.is_relation:
        return models.ForeignKey(
            field.related_model, models.DO_NOTHING, null=True, related_name="+", db_constraint=False
        )
    return field.clone()


Floor = type(
    "Floor",
    (models.Model,),
    {
        "__module__": __name__,
        "Meta": type("Meta", (), {"app_label": "benchmarks", "managed": False, "db_table": "bench_floor"}),
        **{field.name: _column(field) for field in Signal._meta.concrete_fields},
    },
)


def make_table():
    with connection.schema_editor() as editor:
        editor.create_model(Floor)
        # the order of the work queue, as the project keeps it
        waiting = models.Q(status__in=[*Signal.OPEN])
        order = models.Index(fields=["team", "next_due", "id"], name="floor_work_queue", condition=waiting)
        editor.add_index(Floor, order)


EMPTY = {field.name: "" for field in Signal._meta.concrete_fields if isinstance(field, SealedText)}


def copy_of(signal, words):
    """The columns of the same signal, in plain text."""
    return {**signal, **EMPTY, **words}
