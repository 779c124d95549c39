"""The codes of everything the log can name, referrals included."""

from collections import defaultdict

from signalering.cases import looked
from signalering.cases.codes import shown
from signalering.referrals.models import Referral, ReferralExtract


def codes_of(looks):
    """The code of each record and root that was looked at, by id, in one query."""
    ids = defaultdict(set)
    for look in looks:
        ids[look.label].add(look.record_id)
        if look.root_id != look.record_id:
            ids["root"].add(look.root_id)
    first, *others = [
        *looked.coded(ids),
        Referral.objects.filter(pk__in=ids["referral"]).values_list("pk", "code"),
        ReferralExtract.objects.filter(pk__in=ids["referral_extract"]).values_list("pk", "referral__code"),
    ]
    return {pk: shown(code) for pk, code in first.union(*others, all=True)}
