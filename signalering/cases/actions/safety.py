"""Put an address on the safety list, and take it off."""

from datetime import datetime, time, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from signalering.accounts.access import allow, refuse
from signalering.accounts.grants import give, place_at, routing, take
from signalering.cases.actions.casework import work_on
from signalering.cases.models import SafetyAddress
from signalering.crypto.fields import says
from signalering.crypto.index import blind
from signalering.workflow import SentBefore


@transaction.atomic
def list_address(team, *, by, **told):
    """A coordinator puts an address on the safety list of the team."""
    if team.coordinators_id not in by.desks:
        refuse(by, "list_address", None)
    return put_on_list(team, by=by, **told)


@transaction.atomic
def list_case_address(case, *, by, resident, **told):
    """The director puts the address of a resident on the safety list, and may take it off again."""
    work_on(case, by=by)
    where = {name: getattr(resident, name) for name in ("postcode", "house_number", "suffix")}
    if not (where["postcode"] and where["house_number"]):
        raise ValidationError(_("Er is geen adres bekend. Vul eerst postcode en huisnummer in."))
    address = put_on_list(case.team, by=by, **where, **told)
    given = {"by": by, "reason": address.reason, "origin": routing(address), "ends_at": after(address.until)}
    give(address, "view", "end", to=by, place=place_at(case.team, by), **given)
    return address


def put_on_list(team, *, by, form_key, reason, until, postcode, house_number, suffix="", words=""):
    """The desk of the team reads the address and its coordinators may take it off; the same form is one deed."""
    team.reread()  # two forms at once: the second sees what the first put there
    said = {"postcode": postcode, "house_number": house_number, "suffix": suffix, "words": words}
    known = SafetyAddress.objects.filter(form_key=form_key).first()
    if known is not None:
        if (known.team, known.reason, known.until) != (team, reason, until) or not says(known, **said):
            raise SentBefore
        return known
    address = SafetyAddress(team=team, form_key=form_key, reason=reason, until=until, **said)
    make_room(team, blind("address", postcode, house_number), by=by)
    address.save_as(by, reason, verb="list_address")
    given = {"by": by, "reason": reason, "origin": routing(address), "ends_at": after(until)}
    give(address, "view", to=team.desk_id, **given)
    give(address, "view", "end", to=team.coordinators_id, **given)
    return address


def make_room(team, index, *, by):
    """An address stands once on the list of a team; what stood there until a day that is over is taken off."""
    for same in SafetyAddress.objects.filter(team=team, address_index=index, ended_at=None):
        if same.stands:
            raise ValidationError(_("Dit adres staat al op de lijst."))
        same.change(by=by, reason="ended", verb="end_safety", ended_at=timezone.now())


def after(day):
    """The moment at which a day is over."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))


@transaction.atomic
def end_safety(address, *, by, reason):
    """An address goes off the list: nobody reads it there any more."""
    address.reread()
    allow(by, "end", address)
    if address.ended_at is not None:
        return address
    address.change(by=by, reason=reason, verb="end_safety", ended_at=timezone.now())
    take(address, origin=routing(address), by=by, reason=reason)
    return address
