"""Two people decide on the same fresh signal at the same instant, pair after pair: how each pair ended.

Both have read the signal before either decides: a barrier stands between the page's reading and its act.
"""

import logging
import multiprocessing
import random
import string
import uuid
from collections import Counter
from itertools import cycle, product

from django.db import connections
from django.test import Client

from faults.rows import told_about
from offline.town import SIGNED_IN_BY
from signalering.accounts.models import Area
from signalering.accounts.sessions import begin
from signalering.audit.models import Event
from signalering.cases.actions import reporting, triage
from signalering.cases.models import Case, Resident, Signal, SignalAddition
from signalering.referrals.actions import sending
from signalering.referrals.models import Programme, Referral
from signalering.workflow import Recorded

PATIENCE = 60  # seconds for the other at the barrier
DONE, CONFLICT = 302, 409
DECIDED = (*Signal.TRIAGED, Signal.Status.ASKED)
DOORS = ((triage, "open_case"), (triage, "close_with"), (triage, "ask"), (sending, "refer_signal"))
ADDRESS = {"pick_up": "oppakken", "close": "afronden", "ask": "vraag", "refer": "verwijzen"}
OPENS_CASE = ("pick_up", "refer")
TYPED = {
    "pick_up": ("words",),
    "close": ("words",),
    "ask": ("words",),
    "refer": ("question", "observation", "words"),
}


def fight(people, *, pairs, locked=True):
    """So many pairs, with the lock or without: how they ended, and what of the losers is left."""
    (first, second), reporters = people
    before = counts()
    signals = [fresh(writer) for writer, _ in zip(cycle(reporters), range(pairs), strict=False)]
    acts = [turn for turn, _ in zip(cycle(product(ADDRESS, repeat=2)), range(pairs), strict=False)]
    where = f"p-{Programme.objects.get(name='Ontruimingspreventie').pk.hex}"
    duels = [
        {"code": signal.shown_code, "acts": pair, "forms": [form_of(act, where) for act in pair]}
        for signal, pair in zip(signals, acts, strict=True)
    ]
    answers = at_once((first, second), duels, locked)
    made = {name: number - before[name] for name, number in counts().items()}
    return judge(signals, duels, answers, (first, second), made)


def fresh(writer):
    """A signal on which nobody has decided."""
    return reporting.report(
        by=writer,
        form_key=uuid.uuid4(),
        theme="money_or_rent",
        urgency="this_week",
        area=Area.objects.get(municipality="Schiedam", name="Oost"),
        postcode="3117BX",
        house_number="9012",
        consent_answer="yes_wants_help",
        observation="Stapel ongeopende post.",
    )


def form_of(act, where):
    """What one of the two typed; every word of it is found nowhere else."""
    words = {name: "".join(random.choices(string.ascii_lowercase, k=16)) for name in TYPED[act]}
    ground = {"legal_basis": "consent", "purpose": "debt"}
    asked = {
        "pick_up": {"reason": "other", **ground},
        "close": {"reason": "other"},
        "ask": {"form_key": str(uuid.uuid4())},
        "refer": {
            "reason": "other",
            **ground,
            "where": where,
            "minor_children": "yes",
            "fields_shared": ["address", "observation"],
            "form_key": str(uuid.uuid4()),
        },
    }
    return {**asked[act], **words}


def at_once(people, duels, locked):
    """Both people in a process of their own, for all pairs; what each was answered."""
    context = multiprocessing.get_context("fork")
    barrier, results = context.Barrier(len(people)), context.Queue()
    connections.close_all()
    children = [
        context.Process(target=decide, args=(place, person, duels, locked, barrier, results))
        for place, person in enumerate(people)
    ]
    for child in children:
        child.start()
    found = dict(results.get(timeout=PATIENCE + 2 * len(duels)) for _ in children)
    for child in children:
        child.join()
    for answer in found.values():
        if isinstance(answer, str):
            raise RuntimeError(answer)
    return list(zip(*(found[place] for place in range(len(people))), strict=True))


def decide(place, person, duels, locked, barrier, results):
    """One of the two, pair after pair; what is changed here ends with this process."""
    try:
        for module, name in DOORS:
            setattr(module, name, after(barrier, getattr(module, name)))
        if not locked:
            Recorded.reread = as_it_was_read
            logging.disable()  # what the database itself stops is counted, and no line of a log
        client = signed_in(person)
        results.put((place, [answer(client, duel, place) for duel in duels]))
    except Exception as error:
        barrier.abort()
        results.put((place, f"{type(error).__name__}: {error}"))
    finally:
        connections.close_all()


def after(barrier, act):
    """An act that begins when the other has read too."""

    def together(*args, **kwargs):
        barrier.wait(timeout=PATIENCE)
        return act(*args, **kwargs)

    return together


def as_it_was_read(record):
    """Neither lock nor read again."""


def signed_in(person):
    """A browser in which this person is signed in."""
    client = Client(raise_request_exception=False, SERVER_NAME="127.0.0.1")
    client.force_login(type(person).objects.get(pk=person.pk), backend=SIGNED_IN_BY)
    session = client.session
    begin(session, person)
    session.save()
    return client


def answer(client, duel, place):
    """What this person was answered: the status, and whether every typed word is on the page."""
    act, form = duel["acts"][place], duel["forms"][place]
    reply = client.post(f"/signalen/{duel['code']}/{ADDRESS[act]}/", form)
    html = reply.content.decode()
    return {"status": reply.status_code, "kept": all(form[name] in html for name in TYPED[act])}


def counts():
    """How many there are of what a decision leaves behind."""
    return {
        "cases": Case.objects.count(),
        "residents": Resident.objects.count(),
        "referrals": Referral.objects.count(),
        "questions": SignalAddition.objects.filter(kind=SignalAddition.Kind.QUESTION).count(),
        "notices": told_about("question", "picked_up", "done"),
        "decisions": Event.objects.filter(label=Signal.LABEL, to_status__in=DECIDED).count(),
    }


def judge(signals, duels, answers, people, made):
    """How the pairs ended, and what there is too much."""
    ended, due = Counter(), Counter()
    for signal, duel, pair in zip(signals, duels, answers, strict=True):
        won = [place for place, one in enumerate(pair) if one["status"] == DONE]
        lost = [one for one in pair if one["status"] != DONE]
        ended[("nobody won", "one won", "both won")[len(won)]] += 1
        ended["losers with the conflict page"] += sum(one["status"] == CONFLICT for one in lost)
        ended["losers whose every word is on it"] += sum(one["kept"] for one in lost)
        ended["losers with another answer"] += sum(one["status"] != CONFLICT for one in lost)
        ended["decided by another than was told"] += not (set(deciders(signal)) <= {people[place] for place in won})
        for act in (duel["acts"][place] for place in won[:1]):
            due.update(decisions=1, notices=1, questions=act == "ask", referrals=act == "refer")
            due.update(dict.fromkeys(("cases", "residents"), act in OPENS_CASE))
    left = {f"{name} too many": number - due[name] for name, number in made.items()}
    return {"pairs": len(duels), **{name: ended[name] for name in COUNTED}, **left}


def deciders(signal):
    """Who decided on a signal, as the events tell."""
    return [event.actor for event in Event.objects.filter(record_id=signal.pk, to_status__in=DECIDED)]


COUNTED = (
    *("one won", "both won", "nobody won", "losers with the conflict page", "losers whose every word is on it"),
    *("losers with another answer", "decided by another than was told"),
)
