"""The one table, for people."""

COLUMNS = ("project", "floor", "plain", "textbook")


def lines(result):
    """The table of one database and its aims, line by line."""
    yield ""
    loaded = result["loaded"]["project"]
    size = f"{result['n']:,} signals, {loaded['grants']:,} grants"
    yield f"{result['database']}: {size}, {result['seconds']} s in all"
    yield f"{'':58}" + "".join(f"{name:>11}" for name in COLUMNS)
    for row in result["rows"]:
        title = f"{row['row']}{', ' + row['who'] if row['who'] else ''}"
        unit = "" if row["unit"] == "count" else row["unit"]
        yield f"{title:<55}{unit:>3}" + "".join(_cell(row, name) for name in COLUMNS)
    yield ""
    for aim in result["aims"]:
        verdict, cause = "reached", ""
        if not aim["reached"]:
            verdict, cause = "MISSED", f" ({aim['made_of']})" if aim["made_of"] else ""
        yield f"{verdict:<8} {aim['aim']}: {aim['figure']:g}{cause}"


def _cell(row, name):
    value = row.get(name)
    if value is None:
        return f"{'':>11}"
    return f"{value:>11,}" if row["unit"] == "count" else f"{value:>11.2f}"
