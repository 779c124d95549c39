"""Many new tables in one stroke: Django works out the state of all models anew after every operation, this once."""

from django.db.migrations.operations.base import Operation


class Together(Operation):
    """Make the tables of these CreateModel operations; their columns may point at any of the others."""

    serialization_expand_args = ["operations"]
    reversible = True

    def __init__(self, operations):
        self.operations = operations

    def state_forwards(self, app_label, state):
        # models are rendered from a state as soon as somebody asks for them, and never before
        state.__dict__.pop("apps", None)
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        for operation in self.operations:
            operation.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        for operation in reversed(self.operations):
            operation.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self):
        return f"Make {len(self.operations)} tables"
