"""What a reporter does: report, correct, withdraw, add, answer."""

import datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from signalering.accounts.access import allow, may, refuse
from signalering.accounts.configuration import days, minutes, setting
from signalering.accounts.grants import directorship, end, give, place_at, question, reported, routing, take
from signalering.accounts.models import Area
from signalering.accounts.models.people import MAY_REPORT, Role
from signalering.audit.searches import first_key
from signalering.cases import deadlines, debt_help, notices, prefill, working_days
from signalering.cases.actions import alerts
from signalering.cases.actions.reading import settle
from signalering.cases.actions.standing_in import tell_director
from signalering.cases.codes import two_words
from signalering.cases.models import Case, ReporterIdentity, Signal, SignalAddition
from signalering.cases.reporter_reads import SHOPS, hears_more
from signalering.cases.routing import area_of, kept, propose, proposed_anew
from signalering.closed_lists import closed_list
from signalering.crypto.fields import says
from signalering.workflow import SentBefore

NAME_KEPT_WITH = {"yes_wants_help", "not_safe"}
NAMES_NOT_REPEATED = datetime.timedelta(days=90)
WORDS = {
    "place",
    "postcode",
    "house_number",
    "suffix",
    "street",
    "name",
    "age_band",
    "chips",
    "observation",
    "already_done",
    "opinion",
    "consent_answer",
    "unsafe_reason",
    "phone",
}
LABELS = {
    "place": gettext_lazy("plek"),
    "postcode": gettext_lazy("postcode"),
    "house_number": gettext_lazy("huisnummer"),
    "suffix": gettext_lazy("letter of toevoeging"),
    "street": gettext_lazy("straat"),
    "observation": gettext_lazy("wat je zag of hoorde"),
    "already_done": gettext_lazy("wat je al deed"),
}


def report(*, by, form_key, theme, urgency, area=None, observed_at=None, **words):
    """A reporter tells the team what was seen or heard; the same form sent again gives the same signal."""
    told = {"theme": theme, "urgency": urgency, "area": area, "words": words}
    known = reported_before(by, form_key, **told)
    if known is not None:
        return known
    try:
        return _report(
            by=by,
            form_key=form_key,
            theme=theme,
            urgency=urgency,
            area=area,
            observed_at=observed_at,
            words=words,
        )
    except IntegrityError:
        # two sendings of one form at the same instant: the other one was first
        known = reported_before(by, form_key, **told)
        if known is None:
            raise
        return known


def reported_before(by, form_key, *, theme, urgency, area, words):
    """The signal that came from this very form, or None; SentBefore when it told something else."""
    known = Signal.objects.filter(writer=by, form_key=form_key).first()
    if known is None:
        return None
    first = known.history.last()  # what was sent, whatever was mended or decided since
    by_reporter = first.area_source in (Signal.AreaSource.REPORTER, Signal.AreaSource.UNKNOWN)
    same_area = not by_reporter or first.area_id == (area.pk if isinstance(area, Area) else None)
    told = {name: words.get(name) or "" for name in WORDS}
    if (first.theme, first.urgency) != (theme, urgency) or not same_area or not says(first, **told):
        raise SentBefore
    return known


def sent_before(signal, *, by, form_key, words):
    """What this person added to a signal with this very form, or None; SentBefore when it said something else."""
    known = signal.additions.filter(author=by, form_key=form_key).first()
    if known is not None and not says(known, words=words):
        raise SentBefore
    return known


@transaction.atomic
def _report(*, by, form_key, theme, urgency, area, observed_at, words):
    membership = reporting_place(by)
    check_may_report(by, membership, timezone.now())
    if words.get("name") and words.get("consent_answer") not in NAME_KEPT_WITH:
        raise ValidationError({"name": _("Bij dit antwoord geef je geen naam door.")})
    return store(
        by=by,
        membership=membership,
        form_key=form_key,
        theme=theme,
        urgency=urgency,
        area=area,
        observed_at=observed_at,
        words=words,
    )


@transaction.atomic
def store(
    *,
    by,
    membership,
    form_key,
    theme,
    urgency,
    area,
    observed_at,
    words,
    words_name="",
    channel=Signal.Channel.PHONE_FORM,
    active=True,
):
    """A signal comes in from somebody's place; of who is not active any more only coordinators get to read it."""
    now, consent = timezone.now(), words.get("consent_answer", "")
    area, area_source = area_of(words.get("postcode"), area)
    proposal = propose(
        theme=theme,
        age_band=words.get("age_band", ""),
        consent_answer=consent,
        area=area,
        area_source=area_source,
        urgency=urgency,
    )
    today, rules = working_days.today(), deadlines.active("DL1", "DL9", "DL13", "DL23")
    due = {}
    if "DL23" in rules:
        due["DL23"] = first_reading_due(rules["DL23"], urgency, today)
    if "DL1" in rules and debt_help.is_asked(theme, consent):
        due["DL1"] = deadlines.due_on(rules["DL1"], today)
    if "DL9" in rules and membership.function in SHOPS:
        due["DL9"] = deadlines.due_on(rules["DL9"], today)
    if "DL13" in rules and active and hears_more(membership.function, consent):
        due["DL13"] = deadlines.due_on(rules["DL13"], today)
    signal = Signal(
        theme=theme,
        urgency=urgency,
        area=area,
        area_source=area_source,
        reporter_kind=membership.function,
        team=proposal.team,
        **kept(proposal),
        writer=by,
        form_key=form_key,
        words_name=two_words(names_of_late(by, now), words_name),
        channel=channel,
        observed_at=observed_at or now,
        next_due=min(due.values(), default=None),
        legal_basis=prefill.legal_basis_for(consent),
        purpose=prefill.purpose_for(theme, consent),
        **{name: words.get(name) or "" for name in WORDS},
    ).save_as(by, "reported", verb="report")
    identity = ReporterIdentity(
        signal=signal,
        name=by.name,
        email="" if by.invited else by.email,
        function=closed_list("accounts", "functions").label(membership.function),
        organisation=membership.organisation.name,
    ).save_as(by, "reported")
    given = {"by": by, "reason": "reported", "purpose": signal.purpose}
    if active:
        give_desk(signal, identity, **given)
        give_writer(signal, membership, **given)
    else:
        coordinators = {"to": proposal.team.coordinators_id, "origin": routing(signal), **given}
        give(signal, "view", **coordinators)
        give(identity, "view_reporter", **coordinators)
    for slug, day in due.items():
        deadlines.start(rules[slug], signal, by=by, due=day, team=proposal.team)
    if active:
        alerts.on_arrival(signal, consent)
    return signal


def give_desk(signal, identity, **given):
    """The desk of the team may read a signal, know its reporter and decide."""
    desk = {"to": signal.team.desk_id, "origin": routing(signal), **given}
    give(signal, "view", "triage", **desk)
    give(identity, "view_reporter", **desk)


def give_writer(signal, membership, *, by, **given):
    """The writer may follow a signal and correct it; from a shop only for a short while."""
    own = {"to": by, "by": by, "origin": reported(signal), "place": membership, **given}
    give(signal, "follow", **own)
    in_shop = membership.role == Role.SHOPKEEPER
    until = timezone.now() + minutes("shop_correct_minutes") if in_shop else None
    give(signal, "own_text", ends_at=until, **own)


def reporting_place(by):
    """The place from which somebody reports: as a reporter when they are one, else at their desk."""
    places = [place for place in by.memberships_now if place.role in MAY_REPORT]
    if not places:
        refuse(by, "report", None)
    return min(places, key=lambda place: MAY_REPORT.index(place.role))


def check_may_report(by, membership, now):
    """A shopkeeper sends a few signals a day at most."""
    if membership.role != Role.SHOPKEEPER:
        return
    most = int(setting("shop_signals_a_day"))
    midnight = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    if Signal.objects.filter(writer=by, created_at__gte=midnight)[:most].count() >= most:
        raise ValidationError(
            _("Je hebt vandaag al %(most)s signalen gestuurd. Bel bij haast het WOT.") % {"most": most}
        )


def first_reading_due(rule, urgency, today):
    """Read today when the reporter asks so, else within the promised term."""
    if urgency == Signal.Urgency.TODAY:
        return working_days.atw_extend(today)
    return deadlines.due_on(rule, today)


def names_of_late(writer, now):
    """The two-word names this writer's recent signals have."""
    recent = Signal.objects.filter(writer=writer, pk__gte=first_key(now - NAMES_NOT_REPEATED))  # keys follow the clock
    return set(recent.values_list("words_name", flat=True))


@transaction.atomic
def correct(signal, *, by, form_key, version, **words):
    """The reporter mends what was written, as long as no team has decided on it."""
    signal.reread()
    allow(by, "own_text", signal)
    known = signal.additions.filter(author=by, form_key=form_key).first()
    if known is not None:
        mended = signal.history.filter(history_change_reason="corrected", history_date__lte=known.created_at)
        if not says(mended.first(), **words):
            raise SentBefore
        return signal
    with override("nl"):  # the desk reads it too
        changed = [str(LABELS[name]) for name, text in words.items() if getattr(signal, name) != text]
    if not corrected_since(signal, version):
        version = None  # the team read it or set its area meanwhile, and touched none of these words
    if words.get("postcode", signal.postcode) != signal.postcode:
        words |= area_now(signal, words["postcode"])
    signal.change(by=by, reason="corrected", version=version, verb="correct", **words)
    SignalAddition(
        signal=signal,
        kind=SignalAddition.Kind.CORRECTION,
        author=by,
        form_key=form_key,
        words=", ".join(changed),
    ).save_as(by, "corrected")
    return signal


def area_now(signal, postcode):
    """What follows from a mended postcode when the table knows it: its area, and the proposal for that area."""
    area, source = area_of(postcode, None)
    if area is None:
        return {}
    told = {"area": area, "area_source": source}
    return {**told, **kept(proposed_anew(signal, **told))}


def corrected_since(signal, version):
    """Whether the words of a signal were mended after this version of it was shown."""
    return signal.history.filter(version__gt=version, history_change_reason="corrected").exists()


@transaction.atomic
def withdraw(signal, *, by):
    """The reporter takes a signal back before a team has decided on it."""
    signal.reread()
    allow(by, "own_text", signal)
    settle(signal)
    if signal.status == Signal.Status.ASKED:
        signal.move(Signal.Status.NEW, by=by, reason="withdrawn")
    signal.move(
        Signal.Status.WITHDRAWN,
        by=by,
        reason="withdrawn",
        verb="withdraw",
        feedback_code="withdrawn",
        next_due=None,
    )
    deadlines.stop_all(signal, by=by, reason="withdrawn")
    alerts.end_alerts(signal, by=by, reason="withdrawn")
    for record in (signal, signal.reporter):
        end_desk_sight(record, signal, by=by, reason="withdrawn", at=timezone.now())
    for origin in (reported(signal), question(signal)):
        take(signal, "own_text", origin=origin, by=by, reason="withdrawn", to=by)
    return signal


def end_desk_sight(record, signal, *, by, reason, at):
    """The desk that got a signal sees it, and its reporter, no longer than this."""
    end(record, to=signal.team.desk_id, origin=routing(signal), by=by, reason=reason, at=at)


@transaction.atomic
def add(signal, *, by, form_key, words):
    """The reporter adds something to a signal that a team has already decided on."""
    signal.reread()
    allow(by, "follow", signal)
    known = sent_before(signal, by=by, form_key=form_key, words=words)
    if known is not None:
        return known
    addition = SignalAddition(
        signal=signal, kind=SignalAddition.Kind.ADDITION, author=by, form_key=form_key, words=words
    ).save_as(by, "added", verb="add_to_signal")
    bring_to_reader(signal, addition, by=by)
    return addition


def bring_to_reader(signal, addition, *, by):
    """Somebody must be able to read an addition: the director or who can replace them, or the desk that decided."""
    case, until = signal.case, timezone.now() + days("desk_sight_days")
    given = {"by": by, "reason": "added", "purpose": signal.purpose, "ends_at": until}
    if case is None:
        give(signal, "view", to=signal.team.desk_id, origin=routing(signal), **given)
        notices.tell_team("answered", signal.team, signal, by=by, cause=addition)
        return
    is_open, directs = case.status == Case.Status.OPEN, may(case.director, "change", case)
    about = case if is_open else signal
    if not is_open:
        to = case.director if directs else case.team.coordinators_id
        place = place_at(case.team, case.director)
        give(signal, "view", to=to, origin=directorship(case), place=place, **given)
    if directs:
        tell_director("answered", case, about, by=by, cause=addition)
    else:
        notices.tell_coordinators("answered", case.team, about, by=by, cause=addition)


@transaction.atomic
def answer(signal, *, by, form_key, words):
    """The reporter answers the question of the team; the signal is back in its inbox."""
    signal.reread()
    allow(by, "own_text", signal)
    if sent_before(signal, by=by, form_key=form_key, words=words) is not None:
        return signal
    asked = signal.additions.filter(kind=SignalAddition.Kind.QUESTION).select_related("author").last()
    SignalAddition(signal=signal, kind=SignalAddition.Kind.ANSWER, author=by, form_key=form_key, words=words).save_as(
        by, "answered"
    )
    signal.move(Signal.Status.NEW, by=by, reason="answered", verb="answer_question", feedback_code="received")
    take(signal, "own_text", origin=question(signal), by=by, reason="answered", to=by)
    if asked is not None and asked.author is not None and may(asked.author, "triage", signal):
        notices.tell("answered", asked.author, signal, by=by)
    else:
        notices.tell_team("answered", signal.team, signal, by=by)
    return signal
