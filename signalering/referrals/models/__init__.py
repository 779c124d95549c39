"""What a resident can be referred to, and the referrals themselves."""

from signalering.referrals.models.directory import AgreementRow, Programme
from signalering.referrals.models.grants import (
    ReferralExtractPersonGrant,
    ReferralExtractTeamGrant,
    ReferralPersonGrant,
    ReferralTeamGrant,
)
from signalering.referrals.models.referral import Referral, ReferralExtract

__all__ = [
    "AgreementRow",
    "Programme",
    "Referral",
    "ReferralExtract",
    "ReferralExtractPersonGrant",
    "ReferralExtractTeamGrant",
    "ReferralPersonGrant",
    "ReferralTeamGrant",
]
