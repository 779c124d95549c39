"""Generic views with guardian's own mixins, as its documentation shows them."""

from itertools import chain
from operator import attrgetter

from django.contrib.auth.mixins import LoginRequiredMixin
from django.contrib.auth.models import Group
from django.urls import reverse, reverse_lazy
from django.utils.functional import cached_property
from django.views.generic import CreateView, DetailView, ListView, UpdateView
from guardian.mixins import PermissionListMixin, PermissionRequiredMixin
from guardian.shortcuts import assign_perm, get_objects_for_user

from .models import Case, Reporter, Resident, Signal


class SignalTextbookList(LoginRequiredMixin, PermissionListMixin, ListView):  # the mixin counts to number pages
    queryset = Signal.objects.select_related("area", "team").order_by("-pk")
    permission_required = "plain.view_signal"
    paginate_by = 25
    template_name = "plain/signals.html"


class SignalList(LoginRequiredMixin, ListView):  # at its best: keyset, nothing counted
    template_name = "plain/signals.html"

    def get_queryset(self):
        signals = visible(self.request.user).select_related("area", "team").order_by("-pk")
        if before := self.request.GET.get("before"):
            signals = signals.filter(pk__lt=int(before))
        return signals[:25]


def visible(user):
    return get_objects_for_user(user, "plain.view_signal", accept_global_perms=False)


class Guarded(PermissionRequiredMixin):
    slug_field = "code"
    raise_exception = True
    found = cached_property(lambda self: super().get_object())

    def get_object(self, queryset=None):
        return self.found  # the mixin and the view both ask for it


class SignalPage(Guarded, DetailView):
    queryset = Signal.objects.select_related("area", "team", "reporter")
    permission_required = "plain.view_signal"
    template_name = "plain/signal.html"


class CaseHistory(Guarded, DetailView):
    model = Case
    permission_required = "plain.view_case"
    template_name = "plain/history.html"

    def get_context_data(self, **kwargs):
        case, own = self.object, "history_user"
        parts = Resident.history.filter(id__in=case.residents.values("id")).select_related(own)
        signals = Signal.history.filter(id__in=case.signals.values("id")).select_related(own, "area", "team")
        rows = chain(case.history.select_related(own, "area", "team"), parts, signals)
        newest = sorted(rows, key=attrgetter("history_date"), reverse=True)[:25]
        return super().get_context_data(rows=newest, **kwargs)


class SignalStatus(Guarded, UpdateView):
    model = Signal
    permission_required = "plain.triage_signal"
    fields = ("status", "feedback_code")
    template_name = "plain/form.html"

    def form_valid(self, form):
        form.instance._change_reason = "advised"
        return super().form_valid(form)

    def get_success_url(self):
        return reverse("signal", args=[self.object.code])


class SignalReport(LoginRequiredMixin, CreateView):
    model = Signal
    template_name = "plain/form.html"
    success_url = reverse_lazy("signals")
    fields = ("theme", "area", "area_source", "urgency", "reporter_kind", "words_name", "form_key", "place",
              "postcode", "house_number", "suffix", "street", "name", "age_band", "chips", "observation",
              "already_done", "opinion", "consent_answer", "unsafe_reason", "phone")  # fmt: skip

    def form_valid(self, form):
        form.instance.team = Group.objects.get(name="other-0")
        response, me, signal = super().form_valid(form), self.request.user, self.object
        reporter = Reporter.objects.create(signal=signal, name=me.last_name, email=me.email)
        for verb in ("view_signal", "triage_signal"):
            assign_perm(verb, signal.team, signal)
        for verb in ("follow_signal", "own_text_signal"):
            assign_perm(verb, me, signal)
        assign_perm("view_reporter", signal.team, reporter)
        return response


class CasePage(Guarded, DetailView):
    queryset = Case.objects.select_related("team", "director", "area").prefetch_related("residents")
    permission_required = "plain.view_case"
    template_name = "plain/case.html"

    def get_context_data(self, **kwargs):
        case = self.object
        signals = case.signals.select_related("area")
        attempts, notes = case.contacts.select_related("author"), case.notes.select_related("author")
        asked, sent = case.consents.select_related("author"), case.referrals.select_related("receiving_team")
        moves = case.history.select_related("history_user")
        rows = sorted(chain(signals, attempts, notes, asked, sent), key=attrgetter("created_at"))
        return super().get_context_data(rows=rows[::-1], moves=moves, **kwargs)
