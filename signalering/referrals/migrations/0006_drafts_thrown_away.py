"""A draft can be thrown away: it ends without ever being sent, and also when its case does."""

from django.db import migrations, models
from django.db.models import Q

from signalering.going_back import only_back_without

REASONS = [
    ("solved", "Opgelost"),
    ("other_place", "Andere plek gevonden"),
    ("resident_declines", "Inwoner wil niet"),
    ("mistake", "Vergissing"),
    ("other", "Anders"),
    ("case_closed", "De casus is gesloten"),
]
WHY = "Deze verwijzingen zijn weggegooid zonder dat ze verstuurd waren; de stap hiervoor kent dat niet."


def thrown_away(referrals):
    """Those that ended without ever being sent."""
    return referrals.filter(status="withdrawn", sent_at=None)


class Migration(migrations.Migration):
    """What was sent keeps its day for an answer; what was thrown away never had one."""

    dependencies = [
        ("referrals", "0005_why_late"),
    ]

    operations = [
        migrations.AlterField(
            model_name="historicalreferral",
            name="withdraw_reason",
            field=models.CharField(blank=True, choices=REASONS, max_length=40),
        ),
        migrations.AlterField(
            model_name="referral",
            name="withdraw_reason",
            field=models.CharField(blank=True, choices=REASONS, max_length=40),
        ),
        migrations.RemoveConstraint(model_name="referral", name="referral_sent_has_answer_due"),
        migrations.AddConstraint(
            model_name="referral",
            constraint=models.CheckConstraint(
                name="referral_sent_has_answer_due",
                condition=Q(status="draft")
                | Q(status="withdrawn", sent_at=None, answer_due=None)
                | Q(sent_at__isnull=False, answer_due__isnull=False),
            ),
        ),
        only_back_without("referrals.Referral", WHY, thrown_away),
    ]
