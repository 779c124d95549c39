"""People, teams, areas and what was given to them."""

from signalering.accounts.models.grants import AuditScopePersonGrant, AuditScopeTeamGrant
from signalering.accounts.models.people import Membership, User
from signalering.accounts.models.places import Area, Organisation, PostcodeArea, Setting, Team

__all__ = [
    "Area",
    "AuditScopePersonGrant",
    "AuditScopeTeamGrant",
    "Membership",
    "Organisation",
    "PostcodeArea",
    "Setting",
    "Team",
    "User",
]
