"""Hold a referral under a deed: first its case, then itself, then the question whether somebody may."""

from signalering.accounts.access import allow


def hold(referral, action, *, by):
    """Go on when this person may do this with the referral as it is now, and nobody changes it or its case meanwhile.

    The case comes first, as for every deed that goes from a case to its referrals: so two deeds never wait in a ring.
    """
    case = referral.case
    case.reread()
    referral.reread()
    referral.case = case
    allow(by, action, referral)
