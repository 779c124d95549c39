"""Every address of the project."""

from django.urls import include, path

urlpatterns = [
    path("account/", include("allauth.account.urls")),
    path("account/apparaten/", include("allauth.usersessions.urls")),
    path("", include("signalering.cases.urls")),
    path("", include("signalering.referrals.urls")),
]
