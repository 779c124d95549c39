"""Addresses of referrals and the directory."""

from django.urls import path

from signalering.referrals.views import acts, directory, drafting, late, lists, looks, referral

urlpatterns = [
    path("mijn-inzages/", looks.my_looks, name="my_looks"),
    path("sociale-kaart/", directory.directory, name="directory"),
    path("signalen/<str:code>/verwijzen/", drafting.triage_refer, name="triage_refer"),
    path("casussen/<str:code>/verwijzen/", drafting.referral_draft, name="referral_draft"),
    path("verwijzingen/", lists.referrals, name="referrals"),
    path("verwijzingen/<str:code>/", referral.referral, name="referral"),
    path("verwijzingen/<str:code>/aanpassen/", drafting.referral_rewrite, name="referral_rewrite"),
    path("verwijzingen/<str:code>/versturen/", acts.referral_send, name="referral_send"),
    path("verwijzingen/<str:code>/weggooien/", acts.referral_discard, name="referral_discard"),
    path("verwijzingen/<str:code>/intrekken/", acts.referral_withdraw, name="referral_withdraw"),
    path("verwijzingen/<str:code>/herstellen/", acts.referral_restore, name="referral_restore"),
    path("verwijzingen/<str:code>/accepteren/", acts.referral_accept, name="referral_accept"),
    path("verwijzingen/<str:code>/terugsturen/", acts.referral_return, name="referral_return"),
    path("verwijzingen/<str:code>/ongedaan/", acts.referral_undo, name="referral_undo"),
    path("verwijzingen/<str:code>/starten/", acts.referral_start, name="referral_start"),
    path("verwijzingen/<str:code>/afronden/", acts.referral_complete, name="referral_complete"),
    path("verwijzingen/<str:code>/stoppen/", acts.referral_stop, name="referral_stop"),
    path("verwijzingen/<str:code>/te-laat/", late.referral_late, name="referral_late"),
    path("verwijzingen/<str:code>/overdragen/", acts.referral_reassign, name="referral_reassign"),
]
