"""What we know about a resident, and what is done with it."""

from signalering.cases.models.alert import Alert, AlertCall
from signalering.cases.models.arrival import Arrival, Concept, KeptBox
from signalering.cases.models.case import Case, CaseResident
from signalering.cases.models.deadline import Deadline, DeadlineRule, RetentionPolicy
from signalering.cases.models.desk import Absence, DeskView
from signalering.cases.models.grants import (
    AlertPersonGrant,
    AlertTeamGrant,
    CasePersonGrant,
    CaseTeamGrant,
    ConceptPersonGrant,
    ConceptTeamGrant,
    MeldcodeAssessmentPersonGrant,
    MeldcodeAssessmentTeamGrant,
    ReporterIdentityPersonGrant,
    ReporterIdentityTeamGrant,
    SafetyAddressPersonGrant,
    SafetyAddressTeamGrant,
    SignalPersonGrant,
    SignalTeamGrant,
)
from signalering.cases.models.matching import AddressMatch, PersonLink
from signalering.cases.models.meldcode import MeldcodeAssessment
from signalering.cases.models.notice import Notice
from signalering.cases.models.resident import Resident
from signalering.cases.models.routing import RoutingRule, RoutingTable
from signalering.cases.models.safety import SafetyAddress
from signalering.cases.models.signal import ReporterIdentity, Signal, SignalAddition
from signalering.cases.models.talking import TalkRequest
from signalering.cases.models.work import Consent, ContactAttempt, Note

__all__ = [
    "Absence",
    "AddressMatch",
    "Alert",
    "AlertCall",
    "AlertPersonGrant",
    "AlertTeamGrant",
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
    "DeskView",
    "KeptBox",
    "MeldcodeAssessment",
    "MeldcodeAssessmentPersonGrant",
    "MeldcodeAssessmentTeamGrant",
    "Note",
    "Notice",
    "PersonLink",
    "ReporterIdentity",
    "ReporterIdentityPersonGrant",
    "ReporterIdentityTeamGrant",
    "Resident",
    "RetentionPolicy",
    "RoutingRule",
    "RoutingTable",
    "SafetyAddress",
    "SafetyAddressPersonGrant",
    "SafetyAddressTeamGrant",
    "Signal",
    "SignalAddition",
    "SignalPersonGrant",
    "SignalTeamGrant",
    "TalkRequest",
]
