"""Addresses of signals and cases."""

urlpatterns = []
