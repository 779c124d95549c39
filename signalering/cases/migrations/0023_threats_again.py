"""Another threat gets a clock and an alert of its own once those of the one before have ended."""

from django.db import migrations, models
from django.db.models import Q

OPEN = Q(ended_at=None)


class Migration(migrations.Migration):
    """Only what runs stands once on a record: a clock of each rule, an alert of each cause."""

    dependencies = [
        ("cases", "0022_youth_insert_only"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="deadline", name="deadline_once_per_record"),
        migrations.RemoveConstraint(model_name="alert", name="alert_once_per_signal"),
        migrations.RemoveConstraint(model_name="alert", name="alert_once_per_case"),
        migrations.AddIndex(
            model_name="deadline",
            index=models.Index(fields=["about_id", "rule"], name="deadline_of_record"),
        ),
        migrations.AddConstraint(
            model_name="deadline",
            constraint=models.UniqueConstraint(
                condition=OPEN, fields=("about_id", "rule"), name="deadline_runs_once_per_record"
            ),
        ),
        migrations.AddConstraint(
            model_name="alert",
            constraint=models.UniqueConstraint(
                condition=OPEN, fields=("signal", "cause"), name="alert_open_once_per_signal"
            ),
        ),
        migrations.AddConstraint(
            model_name="alert",
            constraint=models.UniqueConstraint(
                condition=OPEN, fields=("case", "cause"), name="alert_open_once_per_case"
            ),
        ),
    ]
