"""Addresses of signals and cases."""

from django.urls import path

from signalering.cases.views import (
    case,
    cases,
    casework,
    ending,
    history,
    inbox,
    looks,
    my_signals,
    reporting,
    search,
    signal,
    triage,
)

urlpatterns = [
    # the reporter
    path("signaal/nieuw/", reporting.report, name="report"),
    path("signaal/<str:code>/ontvangen/", reporting.report_received, name="report_received"),
    path("mijn-signalen/", my_signals.my_signals, name="my_signals"),
    path("mijn-signalen/<str:code>/", my_signals.my_signal, name="my_signal"),
    path("mijn-signalen/<str:code>/verbeteren/", my_signals.my_signal_correct, name="my_signal_correct"),
    path("mijn-signalen/<str:code>/intrekken/", my_signals.my_signal_withdraw, name="my_signal_withdraw"),
    path("mijn-signalen/<str:code>/aanvullen/", my_signals.my_signal_add, name="my_signal_add"),
    path("mijn-signalen/<str:code>/antwoorden/", my_signals.my_signal_answer, name="my_signal_answer"),
    # the desk
    path("postvak/", inbox.inbox, name="inbox"),
    path("signalen/", inbox.signals, name="signals"),
    path("signalen/<str:code>/", signal.inbox_signal, name="inbox_signal"),
    path("signalen/<str:code>/oppakken/", triage.triage_pick_up, name="triage_pick_up"),
    path("signalen/<str:code>/koppelen/", triage.triage_link, name="triage_link"),
    path("signalen/<str:code>/vraag/", triage.triage_ask, name="triage_ask"),
    path("signalen/<str:code>/afronden/", triage.triage_close, name="triage_close"),
    path("signalen/<str:code>/team/", triage.triage_team, name="triage_team"),
    path("signalen/<str:code>/wijk/", triage.triage_area, name="triage_area"),
    path("zoek/", search.code_search, name="code_search"),
    # the director and the team
    path("casussen/", cases.my_cases, name="my_cases"),
    path("casussen/<str:code>/", case.case, name="case"),
    path("casussen/<str:code>/geschiedenis/", history.case_history, name="case_history"),
    path("casussen/<str:code>/notitie/", casework.case_note, name="case_note"),
    path("casussen/<str:code>/contact/", casework.case_attempt, name="case_attempt"),
    path("casussen/<str:code>/toestemming/", casework.case_consent, name="case_consent"),
    path(
        "casussen/<str:code>/toestemming/<uuid:consent>/intrekken/",
        casework.case_consent_withdraw,
        name="case_consent_withdraw",
    ),
    path("casussen/<str:code>/gegevens/", casework.case_describe, name="case_describe"),
    path("casussen/<str:code>/inwoner/", casework.case_resident, name="case_resident"),
    path("casussen/<str:code>/bedreiging/", casework.case_threat, name="case_threat"),
    path("casussen/<str:code>/sluiten/", ending.case_close, name="case_close"),
    path("casussen/<str:code>/heropenen/", ending.case_reopen, name="case_reopen"),
    path("casussen/<str:code>/overdragen/", ending.case_reassign, name="case_reassign"),
    # the privacy officer
    path("inzage/", looks.audit_search, name="audit_search"),
    path("casussen/<str:code>/inzage/", looks.case_looks, name="case_looks"),
]
