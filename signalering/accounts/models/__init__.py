"""People, teams, areas and what was given to them."""

from signalering.accounts.models.grants import AuditScopePersonGrant, AuditScopeTeamGrant
from signalering.accounts.models.people import Membership, User
from signalering.accounts.models.phones import Phone
from signalering.accounts.models.places import Area, Organisation, PostcodeArea, Setting, Team, TeamClosure
from signalering.accounts.models.rota import Shift, ShiftPersonGrant, ShiftTeamGrant
from signalering.accounts.models.shops import Invitation, Shop, ShopPersonGrant, ShopTeamGrant

__all__ = [
    "Area",
    "AuditScopePersonGrant",
    "AuditScopeTeamGrant",
    "Invitation",
    "Membership",
    "Organisation",
    "Phone",
    "PostcodeArea",
    "Setting",
    "Shift",
    "ShiftPersonGrant",
    "ShiftTeamGrant",
    "Shop",
    "ShopPersonGrant",
    "ShopTeamGrant",
    "Team",
    "TeamClosure",
    "User",
]
