"""Every deadline that ended says why."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Let the database refuse an end without a reason."""

    dependencies = [
        ("accounts", "0011_shops_insert_only"),
        ("cases", "0009_terms_fill"),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="deadline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at", None), ("ended_by", "")),
                    models.Q(("ended_at__isnull", False), models.Q(("ended_by", ""), _negated=True)),
                    _connector="OR",
                ),
                name="deadline_ends_for_a_reason",
            ),
        ),
    ]
