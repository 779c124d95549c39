"""Keep what somebody chose to see of the work queue."""

from django.db import transaction

from signalering.accounts.models import User
from signalering.cases.models import DeskView


@transaction.atomic
def remember(by, **chosen):
    """The next time somebody opens the queue it looks as they left it."""
    User.objects.select_for_update().get(pk=by.pk)  # two tabs at once make one row
    view = DeskView.objects.filter(person=by).first() or DeskView(person=by)
    if all(getattr(view, name) == value for name, value in chosen.items()):
        return view
    for name, value in chosen.items():
        setattr(view, name, value)
    return view.save_as(by, "chosen", verb="choose_view")
