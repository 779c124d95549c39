"""Somebody's own sessions and phones."""

from allauth.usersessions.internal.flows.sessions import end_sessions
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from signalering.accounts import phones as tickets
from signalering.accounts.forms import PhoneLost
from signalering.accounts.models.people import MAY_REPORT
from signalering.audit.models import Event
from signalering.audit.record import note_later


@require_POST
def end_session(request, number):
    """Somebody signs out on another device of their own."""
    session = get_object_or_404(UserSession, pk=number, user=request.user)
    note_later("end_session", request.user, by=request.user)
    end_sessions(request, [session])
    return redirect("usersessions_list")


@login_not_required
@require_POST
def phone_ticket(request):
    """The phone of this session gets a ticket, with which it can hand in signals without a living session."""
    if not request.user.is_authenticated:
        return JsonResponse({"reason": "signed_out"}, status=401)
    if not request.user.has_role(*MAY_REPORT):
        note_later("give_ticket", request.user, by=request.user, result=Event.Result.REFUSED)
        return JsonResponse({"reason": "not_for_you"}, status=403)
    agent = request.headers.get("User-Agent", "")
    ticket, phone = tickets.give_ticket(request.user, request.session, user_agent=agent)
    return JsonResponse({"ticket": ticket, "until": phone.until.isoformat()}, status=201)


@require_http_methods(["GET", "HEAD", "POST"])
def phones(request):
    """Somebody's own phones; one that is lost sends nothing more, and whoever found it is signed out."""
    form = PhoneLost(request.POST or None, person=request.user)
    if form.is_valid():
        tickets.lost(form.cleaned_data["phone"], by=request.user)
        messages.success(request, _("Deze telefoon kan niets meer versturen en is uitgelogd."))
        return redirect("phones")
    here = request.session.get(tickets.IN_SESSION)
    rows = [
        {"phone": phone, "here": str(phone.pk) == here, "hidden": [("phone", phone.pk)]}
        for phone in request.user.phones.in_use().order_by("-used_at")
    ]
    return render(request, "accounts/phones.html", {"rows": rows})
