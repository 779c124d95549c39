"""What the team says before it decides about a signal has a place of its own beside it."""

from django.db import migrations, models

KINDS = [
    ("correction", "Verbetering"),
    ("addition", "Aanvulling"),
    ("question", "Vraag aan melder"),
    ("answer", "Antwoord van melder"),
    ("remark", "Toelichting van het team"),
    ("rest", "Ook gestuurd, paste niet in het formulier"),
    ("other_text", "Nog een keer gestuurd, met andere tekst"),
]


class Migration(migrations.Migration):
    """A remark of the team is one more kind of what comes after a signal."""

    dependencies = [
        ("cases", "0027_talk_requests_insert_only"),
    ]

    operations = [
        migrations.AlterField(model_name=name, name="kind", field=models.CharField(choices=KINDS, max_length=12))
        for name in ("signaladdition", "historicalsignaladdition")
    ]
