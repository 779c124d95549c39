"""What was promised, and whether this run keeps it."""

from benchmarks.run import PAGE_ORM, PAGE_SERVER
from benchmarks.world import MEASURED, REPORTER

BOUNDED = {
    "statements, list": 12,
    "statements, queue": 12,
    "statements, history": 12,
    "statements, case": 16,
    "statements, long_case": 16,
    "statements, signal": 16,
}
VERDICT_AT = 1_000_000


def aims(rows):
    """Each aim with its figure, its bound and whether it was reached."""
    value = {(row["row"], row["who"]): row for row in rows}
    judged = []

    def judge(text, figure, bound, *, at_least=False):
        reached = figure >= bound if at_least else figure <= bound
        judged.append({"aim": text, "figure": round(figure, 2), "bound": bound, "reached": bool(reached)})

    def ratio(row, who, above, below):
        return value[row, who][above] / value[row, who][below]

    for what, row, bound in (("in server time", PAGE_SERVER, 5), ("through the ORM", PAGE_ORM, 10)):
        for who in MEASURED:
            judge(f"page query ≤ {bound}× the floor {what}, {who}", ratio(row, who, "project", "floor"), bound)
    judge(
        "page query ≥ 20× faster than the plain app, sparse",
        ratio(PAGE_ORM, "sparse", "plain", "project"),
        20,
        at_least=True,
    )
    for connections in (1, 4):
        name = f"over HTTP, {connections} at once, p50"
        if (f"list {name}", "typical") not in value:
            continue
        judge(
            f"list over HTTP no slower than the plain app, typical, {connections} at once",
            ratio(f"list {name}", "typical", "project", "plain"),
            1,
        )
        judge(
            f"list over HTTP ≥ 5× faster than the plain app, heavy, {connections} at once",
            ratio(f"list {name}", "heavy", "plain", "project"),
            5,
            at_least=True,
        )
        for page in ("report", "case"):
            judge(
                f"{page} ≤ 2.5× the plain app, {connections} at once",
                ratio(f"{page} {name}", REPORTER if page == "report" else "typical", "project", "plain"),
                2.5,
            )
    for (row, who), figures in value.items():
        if row in BOUNDED and who in ("typical", "many"):
            judge(f"{row} ≤ {BOUNDED[row]}, {who}", figures["project"], BOUNDED[row])
    ten, many = (value["statements, list", who]["project"] for who in ("ten", "many"))
    judge("statements of a list equal at 10 and at 10,000 rows", abs(ten - many), 0)
    short, long = (value[f"statements, {page}", "typical"]["project"] for page in ("case", "long_case"))
    judge("statements of a case equal with 10 and with many times as many rows", abs(short - long), 0)
    judge("memory of a worker ≤ 100 MB after 1,000 requests", value["memory of a worker", ""]["project"], 100)
    return judged
