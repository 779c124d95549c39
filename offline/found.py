"""What the server kept of a run: each signal once, with the words that were answered with 201."""

from collections import Counter

from signalering.accounts.models import User
from signalering.audit.reading import reading
from signalering.cases.models import Signal, SignalAddition

COUNTED = ("signals", "lost", "twice", "other words", "never sent", "conflicts")


def look(expected):
    """Count what is there against what was sent.

    `expected` has, per signal, its writer, its key, the words it must have, and the words of its rival
    (empty when its key came with one content only).
    """
    by_key, others = {}, {}
    for signal in Signal.objects.all():
        by_key.setdefault((str(signal.writer_id), str(signal.form_key)), []).append(signal)
    for addition in SignalAddition.objects.filter(kind=SignalAddition.Kind.OTHER_TEXT):
        others.setdefault(addition.signal_id, []).append(addition)
    counted = Counter(signals=sum(map(len, by_key.values())), conflicts=sum(map(len, others.values())))
    reader = User.objects.get(pk=expected[0]["writer"])
    with reading(by=reader, purpose="early_help"):
        for item in expected:
            there = by_key.pop((item["writer"], item["key"]), [])
            counted["lost"] += not there
            counted["twice"] += len(there) > 1
            for signal in there:
                apart = " ".join(addition.words for addition in others.get(signal.pk, []))
                counted["other words"] += signal.observation != item["words"].strip()
                counted["other words"] += item["rival"].strip() not in apart
    counted["never sent"] = len(by_key)
    return {name: counted[name] for name in COUNTED}
