"""What goes along with a referral: frozen at sending, and destroyed when the answer is no."""

from django.db import transaction
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from signalering.audit.actors import system
from signalering.clock.kinds import Kind
from signalering.closed_lists import closed_list
from signalering.crypto import reader
from signalering.crypto.keys import destroy
from signalering.referrals.models import ReferralExtract

SWEEPER = system("extract_keys")


def main_resident(case):
    """The resident whom a case is about."""
    return case.case_residents.select_related("resident").get(role="main").resident


def values(referral, resident, *, consent):
    """What the chosen fields of a referral say now of its resident, by field name."""
    said = {
        "name": lambda: resident.name,
        "address": lambda: address(resident),
        "phone": lambda: resident.phone,
        "birth_date": lambda: plain_day(resident.birth_date) or age_words(resident.age_band),
        "consent": lambda: date_format(consent.given_at, "j F Y") if consent else "",
        "observation": lambda: referral.observation,
        "safety_note": lambda: referral.case.safety_note,
        "asked": lambda: referral.question,
    }
    return {name: said[name]() for name in referral.fields_shared}


def address(resident):
    """Street or place and the postcode address of a resident, in one line."""
    house = f"{resident.house_number}{resident.suffix}".strip()
    postcode = f"{resident.postcode[:4]} {resident.postcode[4:]}".strip()
    parts = [resident.street, f"{postcode} {house}".strip(), resident.place]
    return ", ".join(part for part in parts if part)


def plain_day(text):
    """A stored day as people write it; other text stays as it is."""
    try:
        day = parse_date(text)
    except ValueError:
        day = None
    return date_format(day, "j F Y") if day else text


def age_words(band):
    """An age band in words, empty when it is not known."""
    return "" if band in ("", "unknown") else closed_list("cases", "age_band").label(band)


def seen_through(referral, *residents):
    """What is shared, and what may not be told, is read for the referral."""
    if (who := reader.present()) is not None:
        who.through(referral.case_id, referral.pk)
        for resident in residents:
            who.through(resident.pk, referral.pk)
            who.concerns(resident.pk, [resident.pk])


def freeze(referral, resident, consent, *, by):
    """Keep the chosen values as they are now, under a key of their own."""
    chosen = values(referral, resident, consent=consent)
    return ReferralExtract(referral=referral, field_list=list(chosen), **chosen).save_as(by, "sent")


def will_be_destroyed(referral, *, by):
    """After the time in which an answer can be undone, nobody can read the extract any more."""
    ReferralExtract.objects.get(referral=referral).change(
        by=by, reason="answered", verb="plan_destruction", destroy_at=timezone.now() + referral.undo_time
    )


def spare(referral, *, by):
    """The return was a mistake: the extract stays."""
    ReferralExtract.objects.get(referral=referral).change(
        by=by, reason="mistake", verb="spare_extract", destroy_at=None
    )


def over():
    """The extracts whose time is over."""
    ended = ReferralExtract.objects.filter(destroy_at__lte=timezone.now(), destroyed_at=None)
    return ended.order_by("destroy_at", "pk")


@transaction.atomic
def destroy_one(extract):
    """Destroy the key of an extract whose time is over."""
    extract.reread()
    if extract.destroyed_at is not None or extract.destroy_at is None:
        return  # the sender was first
    extract.change(by=SWEEPER, reason="ended", verb="destroy_extract", destroyed_at=timezone.now())
    destroy(extract.pk)


KIND = Kind("extract_keys", over, destroy_one, label=_("Gedeelde gegevens vernietigen"), since="destroy_at")


def destroy_ended():
    """Destroy the keys of extracts whose time is over; the number destroyed."""
    return KIND.sweep()
