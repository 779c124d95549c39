"""Addresses of referrals and the directory."""

urlpatterns = []
