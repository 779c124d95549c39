"""The keys to which phones seal."""

import django.utils.timezone
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    """Make the table of box keys."""

    dependencies = [
        ("crypto", "0001_first"),
    ]

    operations = [
        migrations.CreateModel(
            name="BoxKey",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("wrapped", models.BinaryField(null=True)),
                ("public", models.BinaryField()),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("until", models.DateTimeField()),
                ("destroyed_at", models.DateTimeField(null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("destroyed_at__isnull", True), ("wrapped__isnull", False)),
                            models.Q(("destroyed_at__isnull", False), ("wrapped__isnull", True)),
                            _connector="OR",
                        ),
                        name="box_key_wrapped_until_destroyed",
                    )
                ],
            },
        ),
    ]
