"""What we know about a resident, and what is done with it."""

from signalering.cases.models.arrival import Arrival, Concept, KeptBox
from signalering.cases.models.case import Case, CaseResident
from signalering.cases.models.deadline import Deadline, DeadlineRule, RetentionPolicy
from signalering.cases.models.grants import (
    CasePersonGrant,
    CaseTeamGrant,
    ConceptPersonGrant,
    ConceptTeamGrant,
    ReporterIdentityPersonGrant,
    ReporterIdentityTeamGrant,
    SignalPersonGrant,
    SignalTeamGrant,
)
from signalering.cases.models.notice import Notice
from signalering.cases.models.resident import Resident
from signalering.cases.models.signal import ReporterIdentity, Signal, SignalAddition
from signalering.cases.models.work import Consent, ContactAttempt, Note

__all__ = [
    "Arrival",
    "Case",
    "CasePersonGrant",
    "CaseResident",
    "CaseTeamGrant",
    "Concept",
    "ConceptPersonGrant",
    "ConceptTeamGrant",
    "Consent",
    "ContactAttempt",
    "Deadline",
    "DeadlineRule",
    "KeptBox",
    "Note",
    "Notice",
    "ReporterIdentity",
    "ReporterIdentityPersonGrant",
    "ReporterIdentityTeamGrant",
    "Resident",
    "RetentionPolicy",
    "Signal",
    "SignalAddition",
    "SignalPersonGrant",
    "SignalTeamGrant",
]
