import time, uuid, pytest
from uuid_utils.compat import uuid7
from django.db import connection
from django.urls import reverse
from signalering.audit.models import Look
from tests.accounts import factories as people
from tests.cases import factories as cases

pytestmark = pytest.mark.django_db


def test_bench(as_person):
    w = people.wot_worker()
    case = cases.case(by=w)
    sig = case.signals.get()
    rows = []
    for i in range(12000):
        r = uuid7()
        for j in range(25 if i % 2 else 5):
            rows.append(
                Look(
                    request_id=r,
                    actor_kind="person",
                    actor=w,
                    label="signal",
                    record_id=sig.pk if i < 200 else uuid7(),
                    root_id=sig.pk if i < 200 else uuid7(),
                    page="inbox",
                    kind="listed" if i % 2 else "opened",
                    fields=["name"],
                    origin_kind="routing",
                    grant_id=uuid7(),
                )
            )
    Look.objects.bulk_create(rows, batch_size=5000)
    print("rows", len(rows), connection.vendor)
    c = as_person(w)

    def t(url, q):
        best = 9
        for _ in range(5):
            s = time.perf_counter()
            rep = c.get(url, q)
            best = min(best, time.perf_counter() - s)
            assert rep.status_code == 200
        return round(best * 1000, 1)

    for label in ("id index", "request index"):
        if label == "request index":
            with connection.cursor() as cur:
                cur.execute("CREATE INDEX zz ON audit_look (actor_id, request_id)")
        if connection.vendor == "postgresql":
            with connection.cursor() as cur:
                cur.execute("ANALYZE audit_look")
        print(label, "opened", t(reverse("my_looks"), {}), "listed", t(reverse("my_looks"), {"soort": "lijst"}))
