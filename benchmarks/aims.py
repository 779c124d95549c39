"""What was promised, and whether this run keeps it."""

from benchmarks.run import PAGE_ORM, PAGE_SERVER, QUEUE_ORM
from benchmarks.world import MEASURED, REPORTER

BOUNDED = {
    "statements, list": 12,
    "statements, queue": 12,
    "statements, history": 12,
    "statements, case": 16,
    "statements, long_case": 16,
    "statements, signal": 16,
    "statements, first_signal": 16,
}
VERDICT_AT = 1_000_000


def aims(rows):
    """Each aim with its figure, its bound, whether it was reached, and what the figure is made of."""
    value = {(row["row"], row["who"]): row for row in rows}
    judged = []

    def judge(text, figure, bound, made_of="", *, at_least=False):
        reached = figure >= bound if at_least else figure <= bound
        judged.append(
            {"aim": text, "figure": round(figure, 2), "bound": bound, "reached": bool(reached), "made_of": made_of}
        )

    def ratio(row, who, above, below):
        return value[row, who][above] / value[row, who][below]

    for what, row, bound in (("in server time", PAGE_SERVER, 5), ("through the ORM", PAGE_ORM, 10)):
        for who in MEASURED:
            figure = ratio(row, who, "project", "floor")
            judge(f"page query ≤ {bound}× the floor {what}, {who}", figure, bound, _of_query(value, who))
    judge(
        "page query ≥ 20× faster than the plain app, sparse",
        ratio(PAGE_ORM, "sparse", "plain", "project"),
        20,
        _of_query(value, "sparse"),
        at_least=True,
    )
    judge("work queue ≤ 2× the floor through the ORM", ratio(QUEUE_ORM, "queue", "project", "floor"), 2)
    for connections in (1, 4):
        name = f"over HTTP, {connections} at once, p50"
        if (f"list {name}", "typical") not in value:
            continue
        judge(
            f"list over HTTP no slower than the plain app, typical, {connections} at once",
            ratio(f"list {name}", "typical", "project", "plain"),
            1,
            _of_page(value, "list", "typical", name),
        )
        judge(
            f"list over HTTP ≥ 5× faster than the plain app, heavy, {connections} at once",
            ratio(f"list {name}", "heavy", "plain", "project"),
            5,
            _of_page(value, "list", "heavy", name),
            at_least=True,
        )
        for page in ("report", "case"):
            who = REPORTER if page == "report" else "typical"
            figure = ratio(f"{page} {name}", who, "project", "plain")
            judge(f"{page} ≤ 2.5× the plain app, {connections} at once", figure, 2.5, _of_page(value, page, who, name))
    for (row, who), figures in value.items():
        if row in BOUNDED and who in ("typical", "many", "queue"):
            judge(f"{row} ≤ {BOUNDED[row]}, {who}", figures["project"], BOUNDED[row])
    ten, many = (value["statements, list", who]["project"] for who in ("ten", "many"))
    judge("statements of a list equal at 10 and at 10,000 rows", abs(ten - many), 0, f"{ten} and {many}")
    short, long = (value[f"statements, {page}", "typical"]["project"] for page in ("case", "long_case"))
    judge("statements of a case equal with 10 and with many times as many rows", abs(short - long), 0)
    judge("memory of a worker ≤ 100 MB after 1,000 requests", value["memory of a worker", ""]["project"], 100)
    return judged


def _of_query(value, who):
    """What the time of a first page is made of, on each side."""
    orm, total, run = (value[row, who] for row in (PAGE_ORM, PAGE_SERVER, f"{PAGE_SERVER}, without planning"))
    return "; ".join(
        f"{side} {orm[side]:.1f} ms, in the database {total[side]:.2f} with {total[side] - run[side]:.2f} of planning"
        for side in ("project", "floor", "plain")
    )


def _of_page(value, page, who, name):
    """What a page over HTTP is made of, on each side."""
    asked = value.get((f"statements, {page}", who)) or value[f"statements, {page}", "typical"]
    sides = [f"{side} {value[f'{page} {name}', who][side]:.1f} ms" for side in ("project", "plain")]
    told = [f"{what} with {asked[side]} statements" for what, side in zip(sides, ("project", "plain"), strict=True)]
    if page == "list":
        query = value[PAGE_ORM, who]
        told = [f"{what}, page query {query[side]:.1f}" for what, side in zip(told, ("project", "plain"), strict=True)]
    return "; ".join(told)
