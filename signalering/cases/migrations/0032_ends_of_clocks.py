"""A clock can also end because nothing threatens, nobody spoke with the resident, or help with debts was refused."""

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
ENDED_BY = models.CharField(max_length=20, blank=True, choices=ENDS)


class Migration(migrations.Migration):
    dependencies = [("cases", "0031_notice_kinds")]

    operations = [
        migrations.AlterField("deadline", "ended_by", ENDED_BY),
        migrations.AlterField("historicaldeadline", "ended_by", ENDED_BY),
    ]
