"""What people and desks were given: one pair of tables for each guarded model."""

from django.db import models

from signalering.accounts.models.grants import PersonGrant, TeamGrant
from signalering.cases.models.alert import Alert
from signalering.cases.models.arrival import Concept
from signalering.cases.models.case import Case
from signalering.cases.models.meldcode import MeldcodeAssessment
from signalering.cases.models.safety import SafetyAddress
from signalering.cases.models.signal import ReporterIdentity, Signal


class SignalPersonGrant(PersonGrant):
    """A person holds a signal."""

    content_object = models.ForeignKey(Signal, on_delete=models.CASCADE, related_name="person_grants")


class SignalTeamGrant(TeamGrant):
    """A desk holds a signal."""

    content_object = models.ForeignKey(Signal, on_delete=models.CASCADE, related_name="team_grants")


class ReporterIdentityPersonGrant(PersonGrant):
    """A person may know who the reporter is."""

    content_object = models.ForeignKey(ReporterIdentity, on_delete=models.CASCADE, related_name="person_grants")


class ReporterIdentityTeamGrant(TeamGrant):
    """A desk may know who the reporter is."""

    content_object = models.ForeignKey(ReporterIdentity, on_delete=models.CASCADE, related_name="team_grants")


class CasePersonGrant(PersonGrant):
    """A person holds a case."""

    content_object = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="person_grants")


class CaseTeamGrant(TeamGrant):
    """The coordinators of a team hold a case."""

    content_object = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="team_grants")


class ConceptPersonGrant(PersonGrant):
    """A person may finish a concept."""

    content_object = models.ForeignKey(Concept, on_delete=models.CASCADE, related_name="person_grants")


class ConceptTeamGrant(TeamGrant):
    """A desk may finish a concept; nobody gives this today."""

    content_object = models.ForeignKey(Concept, on_delete=models.CASCADE, related_name="team_grants")


class AlertPersonGrant(PersonGrant):
    """A person was called, and may take an alert on."""

    content_object = models.ForeignKey(Alert, on_delete=models.CASCADE, related_name="person_grants")


class AlertTeamGrant(TeamGrant):
    """A desk may take an alert on; nobody gives this today."""

    content_object = models.ForeignKey(Alert, on_delete=models.CASCADE, related_name="team_grants")


class MeldcodeAssessmentPersonGrant(PersonGrant):
    """A person goes through the meldcode for a case."""

    content_object = models.ForeignKey(MeldcodeAssessment, on_delete=models.CASCADE, related_name="person_grants")


class MeldcodeAssessmentTeamGrant(TeamGrant):
    """A desk goes through the meldcode for a case; nobody gives this."""

    content_object = models.ForeignKey(MeldcodeAssessment, on_delete=models.CASCADE, related_name="team_grants")


class SafetyAddressPersonGrant(PersonGrant):
    """A person put an address on the safety list."""

    content_object = models.ForeignKey(SafetyAddress, on_delete=models.CASCADE, related_name="person_grants")


class SafetyAddressTeamGrant(TeamGrant):
    """A desk reads an address of the safety list; its coordinators may take it off."""

    content_object = models.ForeignKey(SafetyAddress, on_delete=models.CASCADE, related_name="team_grants")
