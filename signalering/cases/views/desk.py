"""What all pages of the desk share: who they are for, and how an act is tried."""

from django.contrib import messages
from django.core.exceptions import ValidationError

from signalering.accounts.access import refuse
from signalering.accounts.models.people import Role

DESK = (Role.WOT_WORKER, Role.COORDINATOR)


def for_desks(request, page):
    """Go on for people of a team's desk, else note the refusal and answer 403."""
    if not request.user.has_role(*DESK):
        refuse(request.user, page, None)


def posted(request):
    """What was sent with a form, also when it was sent empty; None when none was."""
    return request.POST if request.method == "POST" else None


def attempt(form, action, *args, **values):
    """Do what a valid form asks; what only the action could know becomes an error of the form. None when not done."""
    if not form.is_valid():
        return None
    try:
        return action(*args, **values, **form.cleaned_data)
    except ValidationError as error:
        form.add_error(None, error)
        return None


def pressed(request, action, *args, said, **values):
    """Do what one button asks, and say so on the page that follows; or say there why it can no longer be done."""
    try:
        action(*args, **values)
    except ValidationError as error:
        for message in error.messages:
            messages.warning(request, message)
    else:
        messages.success(request, said)
