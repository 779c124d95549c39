"""Another threat gets a clock and an alert of its own once those of the one before have ended."""

from django.db import migrations, models
from django.db.models import Q

from signalering.going_back import more_than_one, only_back_without

OPEN = Q(ended_at=None)
CLOCKS = "Deze termijnen begonnen opnieuw nadat een eerdere voorbij was; de stap hiervoor kent er van elke regel één."
ALERTS = "Deze oproepen begonnen opnieuw nadat een eerdere voorbij was; de stap hiervoor kent er van elke oorzaak één."


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
        only_back_without("cases.Deadline", CLOCKS, more_than_one("about_id", "rule")),
        only_back_without("cases.Alert", ALERTS, more_than_one("signal", "cause")),
        only_back_without("cases.Alert", ALERTS, more_than_one("case", "cause")),
    ]
