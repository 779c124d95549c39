"""What people and desks were given on referrals and their extracts."""

from django.db import models

from signalering.accounts.models.grants import PersonGrant, TeamGrant
from signalering.referrals.models.referral import Referral, ReferralExtract


class ReferralPersonGrant(PersonGrant):
    """A person holds a referral."""

    content_object = models.ForeignKey(Referral, on_delete=models.CASCADE, related_name="person_grants")


class ReferralTeamGrant(TeamGrant):
    """A desk holds a referral."""

    content_object = models.ForeignKey(Referral, on_delete=models.CASCADE, related_name="team_grants")


class ReferralExtractPersonGrant(PersonGrant):
    """A person may read an extract."""

    content_object = models.ForeignKey(ReferralExtract, on_delete=models.CASCADE, related_name="person_grants")


class ReferralExtractTeamGrant(TeamGrant):
    """A desk may read an extract."""

    content_object = models.ForeignKey(ReferralExtract, on_delete=models.CASCADE, related_name="team_grants")
