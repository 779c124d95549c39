"""For whom the lists of referrals and the directory are."""

from signalering.accounts.access import refuse
from signalering.accounts.models.people import DESK_ROLES


def for_those_who_refer_or_receive(request, page):
    """Go on for people of a desk, else note the refusal and answer 403."""
    if not request.user.has_role(*DESK_ROLES):
        refuse(request.user, page, None)
