"""What a team looks at first in the morning: the same question gives the number and the list behind it."""

from datetime import timedelta

from django.db.models import Count, Exists, Min, OuterRef, Q, Value

from signalering.accounts.models.people import Role
from signalering.cases.actions.standing_in import referral_models
from signalering.cases.deadlines import THREAT, UNSPOKEN
from signalering.cases.midnight import begin_of
from signalering.cases.models import Case, Deadline
from signalering.cases.views.queue import COUNTED, FIRST_DUE, queue_of
from signalering.cases.views.referred import BUSY
from signalering.cases.working_days import today

ANSWERABLE = ("sent", "asked")
WENT_WRONG = ("returned", "expired")
SEEN_FOR = timedelta(days=7)  # who coordinates has seen it by then


def word_of(by):
    """By which word somebody holds the cases that are told here: a coordinator those of the team, others their own."""
    return "reassign" if by.has_role(Role.COORDINATOR) else "change"


def open_cases(by):
    """The open cases that this person answers for."""
    return Case.objects.open().visible_to(by, word_of(by))


def late_cases(by):
    """Of those: what had to be done before today."""
    return open_cases(by).filter(next_due__lt=today())


def unspoken_cases(by):
    """The cases of their teams of which a threat was stopped in the last days without a conversation (TR12)."""
    stopped = Deadline.objects.filter(
        rule__slug__in=THREAT, ended_by__in=UNSPOKEN, ended_at__gte=begin_of(today() - SEEN_FOR)
    )
    return Case.objects.visible_to(by, "reassign").filter(pk__in=stopped.values("about_id"))


def without_feedback():
    """The signals whose reporter waits too long for word."""
    late = Deadline.objects.running().filter(rule__slug="DL13", due_on__lt=today())
    return Q(pk__in=late.values("about_id"))


def late_feedback(by):
    """The open signals of the desk whose reporter waits too long for word."""
    return queue_of(by).filter(without_feedback())


def queue_in_short(by):
    """What waits for triage: how many, since when, how many too late, how many without word to the reporter."""
    first = queue_of(by).order_by(*FIRST_DUE.there)[: COUNTED + 1]
    return first.aggregate(
        number=Count("pk"),
        oldest=Min("created_at"),
        late=Count("pk", filter=Q(next_due__lt=today())),
        feedback=Count("pk", filter=without_feedback()),
    )


def sent_referrals(by):
    """The referrals of the open cases that this person answers for."""
    return referral_models()[0].objects.filter(case__in=open_cases(by))


UNANSWERED = Q(status__in=ANSWERABLE)


def answer_late():
    """An answer that should have been there."""
    return UNANSWERED & Q(answer_due__lt=today())


def asks_decision():
    """Came back, or was never answered, and nothing was sent since."""
    others = referral_models()[0].objects.filter(case=OuterRef("case"))
    since = others.filter(Q(status__in=BUSY) | Q(pk__gt=OuterRef("pk")))
    return Q(status__in=WENT_WRONG) & ~Q(Exists(since))


def ours_to_answer(by):
    """What others sent to the desks of this person, and should have had an answer."""
    return referral_models()[0].objects.filter(answer_late(), receiving_team__in=by.teams).visible_to(by, "preview")


def referrals_in_short(by):
    """How many referrals wait for an answer, how many too long, and how many ask for another choice."""
    return sent_referrals(by).aggregate(
        unanswered=Count("pk", filter=UNANSWERED),
        late=Count("pk", filter=answer_late()),
        returned=Count("pk", filter=asks_decision()),
    )


def work_of_each(by):
    """How many open cases each director has among those this person answers for, and how many are late."""
    grouped = open_cases(by).order_by().values("director")
    counted = grouped.annotate(number=Count("pk"), late=Count("pk", filter=Q(next_due__lt=today())))
    return {row["director"]: row for row in counted}


def counted(**questions):
    """How many records each of these questions finds, in one statement."""
    found = [
        records.order_by().values(asked=Value(name)).annotate(number=Count("pk")) for name, records in questions.items()
    ]
    return dict.fromkeys(questions, 0) | dict(found[0].union(*found[1:], all=True).values_list("asked", "number"))
