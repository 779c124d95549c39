from django.urls import path

from . import views

urlpatterns = [
    path("signals/", views.SignalList.as_view(), name="signals"),
    path("signals/textbook/", views.SignalTextbookList.as_view(), name="textbook"),
    path("signals/new/", views.SignalReport.as_view(), name="report"),
    path("signals/<slug:slug>/", views.SignalPage.as_view(), name="signal"),
    path("signals/<slug:slug>/status/", views.SignalStatus.as_view(), name="status"),
    path("cases/<slug:slug>/", views.CasePage.as_view(), name="case"),
    path("cases/<slug:slug>/history/", views.CaseHistory.as_view(), name="history"),
]
