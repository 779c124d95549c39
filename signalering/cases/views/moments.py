"""Everything that was kept about a case, from seven tables in one question, whatever their length."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import BinaryField, BooleanField, CharField, DateField, F, UUIDField, Value
from django.db.models.functions import Cast

from signalering.cases.models import Case, MeldcodeAssessment, SignalAddition

EMPTY = {
    "m_words": Value(b"", BinaryField()),
    "m_slug": Value("", CharField()),
    "m_reason": Value("", CharField()),
    "m_about": Cast(Value(None), UUIDField()),
    "m_reached": Cast(Value(None), BooleanField()),
    "m_since": Cast(Value(None), DateField()),
    "m_until": Cast(Value(None), DateField()),
}


@dataclass
class Moment:
    """One row of what was kept: a note, an attempt, a consent, an addition, or a state that a record came into."""

    table: str
    id: UUID
    at: datetime
    who_id: UUID | None
    who: str | None
    words: bytes
    slug: str
    reason: str
    about: UUID | None
    reached: bool | None
    since: date | None
    until: date | None


def moments_of(case):
    """The moments of a case, oldest first; words are still sealed."""
    referrals = Case._meta.get_field("referrals").related_model
    parts = [
        rows(case.notes, "note", about=F("case_id")),
        rows(
            case.contactattempts,
            "attempt",
            at="at",
            about=F("case_id"),
            slug=F("channel"),
            reason=F("day_part"),
            reached=F("reached"),
        ),
        rows(
            case.consents,
            "consent",
            about=F("case_id"),
            slug=F("scope"),
            reason=F("given_by"),
            since=F("given_at"),
            until=F("withdrawn_at"),
        ),
        rows(SignalAddition.objects.filter(signal__case=case), "addition", slug=F("kind"), about=F("signal_id")),
        columns(
            MeldcodeAssessment.history.filter(case_id=case.pk),
            "meldcode",
            at=F("history_date"),
            who="history_user",
            slug=F("step"),
            about=F("case_id"),
        ),
        states(case.history, "case", about=F("director_id")),
        states(referrals.history.filter(case_id=case.pk), "referral", about=F("id")),
    ]
    found = [Moment(*row) for row in parts[0].union(*parts[1:], all=True)]
    return sorted(found, key=lambda moment: (moment.at, moment.id))  # keys go by time as well


def rows(records, table, *, at="created_at", **special):
    """The rows of something somebody wrote."""
    return columns(records, table, at=F(at), who="author", words=F("words"), **special)


def states(history, table, **special):
    """The rows of the history of something that has a state."""
    moved = {"slug": F("status"), "reason": F("history_change_reason")}
    return columns(history, table, at=F("history_date"), who="history_user", **moved, **special)


def columns(records, table, *, at, who, **special):
    """The same columns from every table, in the order of a moment."""
    values = {**EMPTY, **{f"m_{name}": value for name, value in special.items()}}
    named = {"m_table": Value(table, CharField()), "m_at": at, **values}
    return (
        records.order_by().annotate(**named).values_list("m_table", "id", "m_at", f"{who}_id", f"{who}__name", *values)
    )
