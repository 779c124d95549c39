"""The table of leases."""

import django.db.models.functions.datetime
from django.db import migrations, models


class Migration(migrations.Migration):
    """Who is busy with which row that is due."""

    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Lease",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.SlugField(db_index=False, max_length=40)),
                ("row", models.UUIDField()),
                ("holder", models.UUIDField(null=True)),
                ("until", models.DateTimeField(null=True)),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("not_before", models.DateTimeField(null=True)),
                ("stopped_at", models.DateTimeField(null=True)),
                (
                    "error",
                    models.SlugField(
                        blank=True, db_index=False, help_text="The kind of error; never its words.", max_length=80
                    ),
                ),
                ("since", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                (
                    "done_at",
                    models.DateTimeField(help_text="Of a kind as a whole: when it last got something done.", null=True),
                ),
            ],
            options={
                "default_permissions": (),
                "indexes": [
                    models.Index(
                        condition=models.Q(("holder__isnull", False)), fields=["holder"], name="lease_of_holder"
                    )
                ],
                "constraints": [models.UniqueConstraint(fields=("kind", "row"), name="one_lease_a_row")],
            },
        ),
    ]
