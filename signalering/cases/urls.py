"""Addresses of signals and cases."""

from django.urls import path

from signalering.cases.views import looks, my_signals, reporting

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
    # the privacy officer
    path("inzage/", looks.audit_search, name="audit_search"),
    path("casussen/<str:code>/inzage/", looks.case_looks, name="case_looks"),
]
