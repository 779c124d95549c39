"""What people and desks were given: one pair of tables for each guarded model."""

from django.db import models

from signalering.accounts.models.grants import PersonGrant, TeamGrant
from signalering.cases.models.arrival import Concept
from signalering.cases.models.case import Case
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
