"""Two residents can be linked from each case that somebody works on, whatever is linked from a case they may not see."""

from django.db import migrations, models
from django.db.models import Q

from signalering.going_back import more_than_one, only_back_without

HOLDS = Q(ended_at=None)
WHY = "Deze inwoners zijn vanuit meer dan één casus gekoppeld; de stap hiervoor kent maar één koppeling."


class Migration(migrations.Migration):
    """A link holds once for each case it was made from."""

    dependencies = [
        ("cases", "0029_called_sight_ends"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="personlink", name="two_residents_linked_once"),
        migrations.AddConstraint(
            model_name="personlink",
            constraint=models.UniqueConstraint(
                condition=HOLDS, fields=("case", "first", "second"), name="two_residents_linked_once_per_case"
            ),
        ),
        only_back_without("cases.PersonLink", WHY, more_than_one("first", "second", among=HOLDS)),
    ]
