"""A picture of the lines along which a record may move, drawn from the model itself."""

from dataclasses import dataclass
from html import escape
from itertools import pairwise

BOX_HEIGHT, ROW, GAP, MARGIN, TOP = 40, 62, 84, 28, 58
LETTER, APART, CORNER = 9, 10, 6
SWEEPS = 4
UNDO_NOTE = "Streepjes: ongedaan maken, binnen tien minuten."
END_NOTE = "Dubbele rand: eindpunt."
STYLE = """
text { font: 15px "Source Sans 3", "Segoe UI", Arial, sans-serif; fill: #1C2B2A; }
.title { font-size: 19px; font-weight: 600; }
.note { font-size: 13px; fill: #47534F; }
.ground { fill: #F7F5F0; }
.box { fill: #FFFFFF; stroke: #0B5C5A; stroke-width: 1.5; }
.line { fill: none; stroke: #47534F; stroke-width: 1.5; }
.undo { stroke-dasharray: 5 4; }
.head { fill: #47534F; }
@media (prefers-color-scheme: dark) {
  text { fill: #E8EFEC; }
  .note { fill: #B4C0BB; }
  .ground { fill: #111A19; }
  .box { fill: #1A2625; stroke: #6FC3BC; }
  .line { stroke: #B4C0BB; }
  .head { fill: #B4C0BB; }
}
"""


@dataclass(frozen=True)
class Stop:
    """Where a line that skips columns passes one of them."""

    start: str
    end: str
    column: int


def draw(model, title):
    """The states of a model as SVG text; columns are steps, and every line of MOVES is one arrow."""
    statuses = [status.value for status in model.Status]
    labels = {status.value: str(status.label) for status in model.Status}
    moves = [(start, end) for start in statuses for end in statuses if end in model.MOVES[start]]
    undos = {(start.value, end.value) for start, end in getattr(model, "UNDOS", ())}
    back = turning_back(statuses, moves)
    onward = [move for move in moves if move not in back]
    columns, chains = laid_out(statuses, onward)
    rows = levelled(columns, chains)
    box = max(map(len, labels.values())) * LETTER + 28
    place = {
        node: (MARGIN + number * (box + GAP), TOP + BOX_HEIGHT / 2 + (rows[node] - min(rows.values())) * ROW)
        for number, column in enumerate(columns)
        for node in column
    }
    chains |= {move: [*reversed(chains[move[::-1]])] if move[::-1] in chains else list(move) for move in back}
    ports, tall = attached(chains, place)
    lines = [line(chains[move], place, ports[move], box, dashed=move in undos) for move in moves]
    boxes = [
        state(labels[status], place[status], box, tall[status], ends=not model.MOVES[status]) for status in statuses
    ]
    notes = [END_NOTE] if any(not ends for ends in model.MOVES.values()) else []
    notes += [UNDO_NOTE] if undos else []
    width = MARGIN * 2 + len(columns) * box + (len(columns) - 1) * GAP
    height = max(y for _, y in place.values()) + BOX_HEIGHT / 2 + (44 if notes else MARGIN)
    told = ". ".join(f"{labels[start]} → {labels[end]}" for start, end in moves)
    return framed(title, told, width, height, [*lines, *boxes], " ".join(notes))


def framed(title, told, width, height, parts, note):
    """The picture around its lines and boxes, with its lines in words for who cannot see them."""
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}" '
            f'height="{height:g}" role="img" aria-labelledby="title lines">',
            f'<title id="title">{escape(title)}</title>',
            f'<desc id="lines">{escape(told)}.</desc>',
            f"<style>{STYLE}</style>",
            '<defs><marker id="head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" '
            'orient="auto"><path class="head" d="M0 0L10 5L0 10z"/></marker></defs>',
            f'<rect class="ground" width="{width:g}" height="{height:g}" rx="{CORNER}"/>',
            f'<text class="title" x="{MARGIN}" y="34">{escape(title)}</text>',
            *parts,
            *([f'<text class="note" x="{MARGIN}" y="{height - 14:g}">{escape(note)}</text>'] if note else []),
            "</svg>",
            "",
        ]
    )


def turning_back(statuses, moves):
    """The moves that lead to a state the record has come through."""
    back, path, done = set(), [], set()

    def walk(status):
        path.append(status)
        for move in moves:
            if move[0] == status and move[1] in path:
                back.add(move)
            elif move[0] == status and move[1] not in done:
                walk(move[1])
        done.add(path.pop())

    for status in statuses:
        if status not in done:
            walk(status)
    return back


def laid_out(statuses, onward):
    """Which states stand in which column, and through which places each line runs."""
    step = dict.fromkeys(statuses, 0)
    for _ in statuses:
        for start, end in onward:
            step[end] = max(step[end], step[start] + 1)
    columns = [[status for status in statuses if step[status] == number] for number in range(max(step.values()) + 1)]
    chains = {}
    for start, end in onward:
        stops = [Stop(start, end, number) for number in range(step[start] + 1, step[end])]
        for stop in stops:
            columns[stop.column].append(stop)
        chains[start, end] = [start, *stops, end]
    for number in [*range(1, len(columns)), *range(len(columns) - 2, -1, -1)] * SWEEPS:
        columns[number].sort(key=lambda node: middle(node, columns, chains))
    return columns, chains


def middle(node, columns, chains):
    """The mean place of the neighbours of a node, so that lines cross little."""
    places = {each: number for column in columns for number, each in enumerate(column)}
    beside = [pair for chain in chains.values() for pair in pairwise(chain) if node in pair]
    others = [places[one if other == node else other] for one, other in beside]
    return sum(others) / len(others) if others else places[node]


def levelled(columns, chains):
    """The row of each node: level with where its lines come from, one row apart at least."""
    rows = {}
    for column in columns:
        wanted = []
        for node in column:
            before = [rows[one] for chain in chains.values() for one, other in pairwise(chain) if other == node]
            wanted.append(sum(before) / len(before) if before else 0)
        got = []
        for row in wanted:
            got.append(max(row, got[-1] + 1) if got else row)
        shift = (sum(wanted) - sum(got)) / len(got)
        rows |= {node: row + shift for node, row in zip(column, got, strict=True)}
    return rows


def state(label, place, width, height, *, ends):
    """A state as a box with its Dutch word; an end has a double edge."""
    x, y = place[0], place[1] - height / 2
    inner = f'<rect class="box" x="{x + 4:g}" y="{y + 4:g}" width="{width - 8:g}" height="{height - 8:g}" rx="4"/>'
    return (
        f'<g><rect class="box" x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="{CORNER}"/>'
        f"{inner if ends else ''}"
        f'<text x="{x + width / 2:g}" y="{place[1] + 5:g}" text-anchor="middle">{escape(label)}</text></g>'
    )


def attached(chains, place):
    """Where each line leaves and arrives, seen from the middle of its box, and how tall that makes each box."""
    sides = {}
    for move, chain in chains.items():
        for node, beside, here in ((chain[0], chain[1], 0), (chain[-1], chain[-2], 1)):
            right = place[beside][0] > place[node][0]
            back = place[chain[-1]][0] < place[chain[0]][0]
            sides.setdefault((node, right), []).append((place[beside][1], back, move, here))
    ports, tall = {move: [0, 0] for move in chains}, dict.fromkeys(place, BOX_HEIGHT)
    for (node, _), lines in sides.items():
        tall[node] = max(tall[node], len(lines) * APART + 4)
        for number, (_, _, move, here) in enumerate(sorted(lines, key=lambda each: each[:2])):
            ports[move][here] = (number - (len(lines) - 1) / 2) * APART
    return ports, tall


def line(chain, place, ports, box, *, dashed):
    """The line of one move: level with its places in the columns that it skips."""
    onward = place[chain[-1]][0] > place[chain[0]][0]
    leave, arrive = (box, 0) if onward else (0, box)
    points = [(place[chain[0]][0] + leave, place[chain[0]][1] + ports[0])]
    for stop in chain[1:-1]:
        x, y = place[stop]
        points += [(x + arrive, y), (x + leave, y)]
    points.append((place[chain[-1]][0] + arrive, place[chain[-1]][1] + ports[1]))
    return curve(points, dashed=dashed)


def curve(points, *, dashed):
    """A smooth line that leaves and arrives level."""
    path = f"M{points[0][0]:g} {points[0][1]:g}"
    for (x1, y1), (x2, y2) in pairwise(points):
        bend = (x1 + x2) / 2
        path += f"C{bend:g} {y1:g} {bend:g} {y2:g} {x2:g} {y2:g}"
    return f'<path class="line{" undo" if dashed else ""}" d="{path}" marker-end="url(#head)"/>'
