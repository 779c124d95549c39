"""Django's question `user.has_perm(...)`, answered by the grant rows alone."""

from django.contrib.auth.backends import BaseBackend
from django.core.exceptions import PermissionDenied

from signalering.accounts.access import guarded, may


class GrantBackend(BaseBackend):
    """Nobody may do anything with all records of a kind; with one record they may what was given to them."""

    def has_perm(self, user_obj, perm, obj=None):
        if obj is None or not user_obj.is_active or not guarded(type(obj)):
            raise PermissionDenied  # ends the question: no other backend may answer it
        model = obj._meta.model_name
        word = perm.rpartition(".")[2].removesuffix(f"_{model}")
        if not may(user_obj, word, obj):
            raise PermissionDenied
        return True
