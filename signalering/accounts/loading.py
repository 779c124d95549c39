"""Shipped data become rows once; what somebody changed here since is never overwritten."""

from collections import Counter

from signalering.audit.actors import system

BY = system("set_up")
LOADED = "loaded"


class Loader:
    """One run over the shipped data, which counts what it added, brought up to date or left alone."""

    def __init__(self):
        self.added, self.changed, self.kept = Counter(), Counter(), Counter()

    def row(self, model, key, *, many=None, **values):
        """The row with this key, made or brought up to date; `many` holds the rows it is tied to."""
        row = model.objects.filter(**key).first()
        if row is None:
            row = model(**key, **values).save_as(BY, LOADED)
            for name, others in (many or {}).items():
                getattr(row, name).set(others)
            self.added[model] += 1
            return row
        self._bring_up_to_date(row, values, many or {})
        return row

    def _bring_up_to_date(self, row, values, many):
        other = {name: value for name, value in values.items() if getattr(row, name) != value}
        others = {name: rows for name, rows in many.items() if set(getattr(row, name).all()) != set(rows)}
        if not other and not others:
            return
        if row.history.first().history_change_reason != LOADED:
            self.kept[type(row)] += 1
            return
        for name, value in other.items():
            setattr(row, name, value)
        for name, rows in others.items():
            getattr(row, name).set(rows)
        row.save_as(BY, LOADED)
        self.changed[type(row)] += 1
