"""The term of a request for help with debts also ends by a refusal, or when nobody could be reached."""

from django.db import migrations, models

ENDS = [
    ("met", "Gebeurd wat moest"),
    ("triaged", "Over het signaal is besloten"),
    ("withdrawn", "Ingetrokken"),
    ("closed", "Casus gesloten"),
    ("reopened", "Casus heropend"),
    ("answered", "Verwijzing eindigde"),
    ("undone", "Teruggedraaid"),
    ("threat_changed", "Er dreigt geen ontruiming meer"),
    ("went_along", "Loopt verder bij de casus"),
    ("safety", "Informeren is niet veilig"),
    ("averted", "De dreiging is afgewend"),
    ("mistake", "Vergissing: er dreigde niets"),
    ("elsewhere", "Een andere organisatie spreekt de inwoner"),
    ("refused", "De inwoner wil geen gesprek"),
    ("no_contact", "Geen contact gekregen"),
    ("no_help_wanted", "Inwoner wil geen hulp"),
    ("other", "Anders: zie hoe het afliep"),
]


class Migration(migrations.Migration):
    """That the resident wants no help, and that there was no contact, are two more ends of a term."""

    dependencies = [
        ("cases", "0033_notice_answer_sooner"),
    ]

    operations = [
        migrations.AlterField(
            model_name=name, name="ended_by", field=models.CharField(blank=True, choices=ENDS, max_length=20)
        )
        for name in ("deadline", "historicaldeadline")
    ]
