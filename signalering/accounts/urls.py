"""Addresses of signing in; accounts are made by the municipality, so nobody signs up or changes an address here."""

from allauth.account import views as account
from allauth.usersessions.views import list_usersessions
from django.urls import path, re_path

from signalering.accounts import views

urlpatterns = [
    path("inloggen/", account.login, name="account_login"),
    path("uitloggen/", account.logout, name="account_logout"),
    path("gesloten/", account.account_inactive, name="account_inactive"),
    path("aanmelden/", account.signup, name="account_signup"),
    path("opnieuw/", account.reauthenticate, name="account_reauthenticate"),
    path("wachtwoord/", account.password_change, name="account_change_password"),
    path("wachtwoord/vergeten/", account.password_reset, name="account_reset_password"),
    path("wachtwoord/vergeten/verstuurd/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^wachtwoord/nieuw/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("wachtwoord/nieuw/klaar/", account.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    path("apparaten/", list_usersessions, name="usersessions_list"),
    path("telefoons/", views.phones, name="phones"),
    path("apparaten/<int:number>/afmelden/", views.end_session, name="end_session"),
]
