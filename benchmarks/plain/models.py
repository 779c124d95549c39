"""The same records as the project, in plain text."""

import secrets

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import models
from django.utils import timezone
from simple_history.models import HistoricalRecords


def new_code():
    return "".join(secrets.choice("23456789ABCDEFGHJKLMNPQRSTUVWXYZ") for _ in range(8))


def word(**more):
    return models.CharField(max_length=120, blank=True, default="", **more)


def person(**more):
    return models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", **more)


class Area(models.Model):
    name = word()


class Record(models.Model):
    code = models.CharField(max_length=8, unique=True, default=new_code)
    status = models.CharField(max_length=16, default="new")
    created_at = models.DateTimeField(default=timezone.now)
    legal_basis, purpose = word(), word()

    class Meta:
        abstract = True


class Resident(models.Model):
    names, birth_date, age_band, street, postcode = (word() for _ in range(5))
    house_number, phone, email, language = (word() for _ in range(4))
    history = HistoricalRecords()


class Case(Record):
    team = models.ForeignKey(Group, models.PROTECT)
    director = person()
    area = models.ForeignKey(Area, models.PROTECT, null=True)
    residents = models.ManyToManyField(Resident)
    themes, outcome, minor_children, threat_kind, threat_date = (word() for _ in range(5))
    next_due = models.DateField(null=True)
    summary, safety_note = models.TextField(blank=True), models.TextField(blank=True)
    history = HistoricalRecords()


class Signal(Record):
    theme, area_source, urgency, reporter_kind = (word() for _ in range(4))
    words_name, channel, feedback_code = (word() for _ in range(3))
    area = models.ForeignKey(Area, models.PROTECT, null=True)
    team = models.ForeignKey(Group, models.PROTECT, null=True)
    case = models.ForeignKey(Case, models.PROTECT, null=True, related_name="signals")
    form_key = models.UUIDField(null=True)
    observed_at = models.DateTimeField(null=True)
    first_opened_at = models.DateTimeField(null=True)
    place, postcode, house_number, suffix, street, name, age_band, chips = (word() for _ in range(8))
    consent_answer, unsafe_reason, phone = (word() for _ in range(3))
    observation, already_done, opinion = (models.TextField(blank=True) for _ in range(3))
    history = HistoricalRecords()

    class Meta:
        permissions = tuple((f"{verb}_signal", verb) for verb in ("triage", "follow", "own_text"))


class Reporter(models.Model):
    signal = models.OneToOneField(Signal, models.PROTECT)
    level, name, function, organisation, phone, email = (word() for _ in range(6))
    history = HistoricalRecords()


class CaseItem(models.Model):
    created_at = models.DateTimeField(default=timezone.now)
    author = person()
    words = models.TextField(blank=True)

    class Meta:
        abstract = True


class Note(CaseItem):
    case = models.ForeignKey(Case, models.PROTECT, related_name="notes")
    history = HistoricalRecords()


class ContactAttempt(CaseItem):
    case = models.ForeignKey(Case, models.PROTECT, related_name="contacts")
    channel, day_part = word(), word()
    reached = models.BooleanField(default=False)
    history = HistoricalRecords()


class Consent(CaseItem):
    case = models.ForeignKey(Case, models.PROTECT, related_name="consents")
    resident = models.ForeignKey(Resident, models.PROTECT)
    scope = word()
    history = HistoricalRecords()


class Referral(Record):
    case = models.ForeignKey(Case, models.PROTECT, related_name="referrals")
    receiving_team = models.ForeignKey(Group, models.PROTECT)
    programme = word()
    question = models.TextField(blank=True)
    history = HistoricalRecords()
