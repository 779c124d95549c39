"""The page of one referral."""

from signalering.referrals.views.opening import opened
from signalering.referrals.views.page import show


def referral(request, code):
    """A referral as far as this person may see it: all of it, only what is asked, or only that it ended."""
    return show(request, opened(request, code))
