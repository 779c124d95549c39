"""Somebody's own sessions."""

from allauth.usersessions.internal.flows.sessions import end_sessions
from allauth.usersessions.models import UserSession
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from signalering.audit.record import note_later


@require_POST
def end_session(request, number):
    """Somebody signs out on another device of their own."""
    session = get_object_or_404(UserSession, pk=number, user=request.user)
    note_later("end_session", request.user, by=request.user)
    end_sessions(request, [session])
    return redirect("usersessions_list")
