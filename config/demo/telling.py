"""Tells an invented story through what real people do: the same actions, the same looks."""

import uuid
from contextlib import contextmanager
from datetime import timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404
from django.utils import timezone

from signalering.accounts.access import find
from signalering.accounts.models import Area, Team, User
from signalering.audit.reading import Reader
from signalering.cases.actions import casework, reporting, triage
from signalering.cases.actions.reading import first_reading
from signalering.cases.models import Case, Signal
from signalering.crypto.reader import lent
from signalering.referrals.actions import answering, sending
from signalering.referrals.models import Programme, Referral, ReferralExtract

NAMESPACE = uuid.UUID("5f1d3f0e-8a53-5c43-9d0c-6c0f5f6f0a11")


def form_key(story, step=0):
    """The key of a form in a story: the same at every telling."""
    return uuid.uuid5(NAMESPACE, f"{story}-{step}")


def tell(number, story):
    """Tell one story whole or not at all; one that was told before stays as people left it.

    Where people changed who gets which signal, a story can no longer happen: then it is not told.
    """
    if Signal.objects.filter(form_key=form_key(number)).exists():
        return False
    telling = Telling(number)
    try:
        with transaction.atomic():
            story(telling)
    except (Http404, PermissionDenied, ValidationError):
        return False
    for reader in telling.readers:
        reader.write()
    return True


class Telling:
    """One story while it is told."""

    def __init__(self, number):
        self.number, self.step, self.readers = number, 0, []

    def key(self):
        """The key of the next form."""
        self.step += 1
        return form_key(self.number, self.step - 1)

    def person(self, slug):
        """Somebody with a demo account."""
        return User.objects.get(email=f"{slug}@example.org")

    @contextmanager
    def reading(self, slug, page):
        """Somebody with a page open: what they read leaves looks."""
        person = self.person(slug)
        reader = Reader(person, page=page)
        self.readers.append(reader)
        with lent(reader):
            yield person

    def report(self, slug, *, area="Oost", days_ago=0, **told):
        """A reporter gives a signal."""
        return reporting.report(
            by=self.person(slug),
            form_key=self.key(),
            area=Area.objects.get(municipality="Schiedam", name=area) if area else None,
            observed_at=timezone.now() - timedelta(days=days_ago),
            **told,
        )

    @contextmanager
    def weighing(self, slug, signal):
        """Somebody of the desk has a signal open and reads it."""
        with self.reading(slug, "inbox_signal") as person:
            signal = find(Signal.objects, by=person, code=signal.code, to="triage")
            first_reading(signal, by=person)
            self.opens(signal, "observation", "chips", "consent_answer", "postcode", "house_number")
            yield signal, person

    @contextmanager
    def directing(self, slug, case):
        """The director has a case open."""
        with self.reading(slug, "case") as person:
            case = find(Case.objects, by=person, code=case.code, to="change")
            resident = case.case_residents.select_related("resident").get(role="main").resident
            reader = self.readers[-1]
            for root in (resident, *case.signals.all()):
                reader.through(root.pk, case.pk)
            reader.concerns(resident.pk, [resident.pk])
            reader.concerns(case.pk, [resident.pk])
            self.opens(resident, "name", "postcode", "house_number")
            self.opens(case, "summary")
            yield case, person, resident

    @contextmanager
    def answering(self, slug, referral, to):
        """Somebody of the receiving side has a referral open."""
        with self.reading(slug, "referral") as person:
            referral = find(Referral.objects, by=person, code=referral.code, to=to)
            self.opens(referral, "question", "age_band")
            yield referral, person

    @staticmethod
    def opens(record, *names):
        """Read some fields, as their page would."""
        for name in names:
            getattr(record, name)

    def answers(self, slug, signal, words):
        """The reporter answers what the team asked."""
        with self.reading(slug, "my_signal") as person:
            signal = find(Signal.objects, by=person, code=signal.code, to="own_text")
            self.opens(signal, "observation")
            reporting.answer(signal, by=person, form_key=self.key(), words=words)

    def pick_up(self, slug, signal, *, words=""):
        """A worker opens a case for a signal."""
        with self.weighing(slug, signal) as (signal, person):
            return triage.open_case(
                signal,
                by=person,
                reason="fits_team",
                legal_basis=signal.legal_basis,
                purpose=signal.purpose,
                words=words,
            )

    def visit(self, slug, case, *, note, children="unknown"):
        """The director visits, writes it down, and the resident agrees that something is shared."""
        with self.directing(slug, case) as (case, person, resident):
            casework.record_attempt(
                case,
                by=person,
                form_key=self.key(),
                channel="home_visit",
                reached=True,
                at=timezone.now(),
                day_part="morning",
            )
            casework.write_note(case, by=person, form_key=self.key(), words=note)
            casework.describe(case, by=person, version=case.version, minor_children=children)
            casework.record_consent(
                case,
                by=person,
                form_key=self.key(),
                resident=resident,
                scope="referral",
                given_at=timezone.localdate(),
            )

    def refer(self, slug, case, *, team, question, programme="", send=True, **details):
        """The director drafts a referral, and sends it."""
        with self.directing(slug, case) as (case, person, _):
            offer = Programme.objects.get(name=programme) if programme else None
            referral = sending.draft(
                case,
                by=person,
                form_key=self.key(),
                programme=offer,
                team=Team.objects.get(name=team),
                question=question,
                fields_shared=sending.default_fields(offer),
                **details,
            )
            return sending.send(referral, by=person) if send else referral

    def accept(self, slug, referral):
        """Somebody of the receiving desk takes a referral on, reads what was shared, and starts."""
        with self.answering(slug, referral, "answer") as (referral, person):
            answering.accept(referral, by=person, first_contact_on=timezone.localdate() + timedelta(days=3))
        with self.answering(slug, referral, "act") as (referral, person):
            extract = ReferralExtract.objects.get(referral=referral)
            self.readers[-1].through(extract.pk, referral.pk)
            self.opens(extract, *extract.field_list)
            return answering.start(referral, by=person)
