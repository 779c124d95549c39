"""Every page asks for a sign-in; what was typed when a session ended is kept on the very reply."""

from allauth.account.adapter import get_adapter
from django import forms
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.core.exceptions import ValidationError
from django.shortcuts import render
from django.utils.translation import gettext as _

from signalering.closed_lists import closed_list

E_MAIL, PASSWORD, SHARED = "resume_email", "resume_password", "resume_shared"
NOT_REPEATED = {"csrfmiddlewaretoken", E_MAIL, PASSWORD, SHARED}


def typed_fields(posted):
    """What a person typed, to be shown again: (name, value) pairs without tokens and passwords."""
    for name in posted:
        if name not in NOT_REPEATED and "password" not in name:
            for value in posted.getlist(name):
                yield name, value


def typed_words(posted):
    """The typed fields that are words, each with its label; choices and hidden values are not."""
    labels = closed_list("accounts", "typed")
    return [
        {"label": labels.spoken(name), "name": name, "value": value}
        for name, value in typed_fields(posted)
        if name in labels and value.strip()
    ]


class SignInMiddleware(LoginRequiredMiddleware):
    """Ask who it is; a refused form comes back filled, with the sign-in fields beside it."""

    def process_view(self, request, view_func, view_args, view_kwargs):
        # where no token is asked, any page elsewhere may have sent the form, and with it whom to sign in
        ours = request.method == "POST" and not getattr(view_func, "csrf_exempt", False)
        if ours and E_MAIL in request.POST and not request.user.is_authenticated:
            self.resume(request)
        return super().process_view(request, view_func, view_args, view_kwargs)

    def resume(self, request):
        """Sign in with the fields beside the form; then the form goes on as it was."""
        adapter = get_adapter()
        try:
            # both databases must get text they can keep, as from any other form
            email = forms.EmailField(max_length=254).clean(request.POST[E_MAIL])
            password = forms.CharField(max_length=200, strip=False).clean(request.POST.get(PASSWORD, ""))
            user = adapter.authenticate(request, email=email, password=password)
        except ValidationError as error:
            request.resume_error = error.messages[0]
            return
        if user is None:
            request.resume_error = str(adapter.error_messages["email_password_mismatch"])
        else:
            request.phone_is_shared = SHARED in request.POST
            adapter.login(request, user)

    def handle_no_permission(self, request, view_func):
        if request.method != "POST":
            return super().handle_no_permission(request, view_func)
        typed = typed_words(request.POST)
        shown = {(field["name"], field["value"]) for field in typed}
        context = {
            "sentence": getattr(request, "session_ended", None) or _("Log opnieuw in. Je tekst staat hieronder."),
            "typed": typed,
            "hidden": [pair for pair in typed_fields(request.POST) if pair not in shown],
            "error": getattr(request, "resume_error", ""),
            "shared": getattr(request, "was_shared", SHARED in request.POST),
        }
        return render(request, "accounts/resume.html", context, status=401)
