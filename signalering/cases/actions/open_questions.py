"""What is written down later gives no meaning to a question that a receiving desk reads without a name."""

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _

from signalering.cases.without_name import given_away
from signalering.crypto import reader


def keep_nameless(case, **said):
    """Refuse, at its field, a name or address that stands in a question of this case before a receiving desk."""
    for referral in case.referrals.all():
        if not referral.lies_open:
            continue
        if (who := reader.present()) is not None:
            who.concerns(case.pk, case.case_residents.values_list("resident_id", flat=True))
        if told := given_away(referral.question, **said):
            raise ValidationError(dict.fromkeys(told, what_to_do(referral)))


def what_to_do(referral):
    """What is in the way, and how it gets out of the way."""
    about = {"code": referral.shown_code}
    if referral.can_be_undone:
        about["time"] = time_format(timezone.localtime(referral.undo_until), "H.i")
        back = _("Dit staat in de vraag van verwijzing %(code)s, en die kan nog terug naar het postvak.")
        wait = _("Wacht tot %(time)s uur.")
        return f"{back} {wait}" % about
    read = _("Dit staat in de vraag van verwijzing %(code)s, en het hele postvak van de ontvanger leest die vraag.")
    way_out = _("Trek die verwijzing in, en maak een nieuwe met een andere vraag.")
    return f"{read % about} {way_out}"
