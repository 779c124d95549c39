"""Every address of the project."""

from django.urls import include, path

from config import views, work_views
from signalering.accounts.views import phone_ticket

urlpatterns = [
    path("", views.home, name="home"),
    path("mail/", views.mails, name="mails"),
    path("mail/<slug:name>/", views.mail, name="mail"),
    path("gezond/", views.health, name="health"),
    path("robots.txt", views.robots, name="robots"),
    path(".well-known/security.txt", views.security_txt, name="security_txt"),
    path("beheer/werk/", work_views.work_status, name="work_status"),
    path("taal/", views.choose_language, name="choose_language"),
    path("account/blijf/", views.stay_signed_in, name="stay_signed_in"),
    path("account/", include("signalering.accounts.urls")),
    path("telefoon/kaartje/", phone_ticket, name="phone_ticket"),
    path("", include("signalering.cases.urls")),
    path("", include("signalering.referrals.urls")),
]
