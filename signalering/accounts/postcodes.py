"""A table that says in which area each postcode lies: read, checked line by line, and loaded; workers fill its gaps."""

import csv
import re
from collections import Counter
from contextlib import suppress
from functools import cache
from itertools import chain, islice

from django.db import IntegrityError, transaction
from stdnum.exceptions import ValidationError
from stdnum.nl import postcode as postcodes

from signalering.accounts.loading import BY, LOADED
from signalering.accounts.models import Area, PostcodeArea
from signalering.accounts.reference import plain_name

AREA_COLUMNS = (r"wijkcode", r"wijk\d{4}", r"wijk", r"wijknaam")  # the most exact first
CODE = re.compile(r"(?:WK)?(\d{5,6})", re.IGNORECASE)
AT_ONCE = 500
ELSEWHERE = object()


class Wrong(Exception):
    """What is wrong with a line or with the whole file, in one sentence."""


def quoted(text):
    """What stands in a cell, fit to be shown."""
    return f"'{''.join(letter if letter.isprintable() else '?' for letter in text[:30])}'"


class Areas:
    """The areas of the newest year, found by CBS code or by name."""

    def __init__(self, municipality=""):
        newest = Area.objects.order_by("-year").values_list("year", flat=True).first()
        areas = list(Area.objects.filter(year=newest))
        self.by_code = {area.statcode: area.pk for area in areas}
        self.municipalities = {area.statcode[:6] for area in areas}
        self.by_name = {}
        for area in areas:
            if not municipality or area.municipality.casefold() == municipality.casefold():
                self.by_name.setdefault(area.name.casefold(), []).append(area)
        self.find = cache(self.find)

    def find(self, text):
        """The key of the area that a code or name means, or ELSEWHERE; Wrong when there is not exactly one."""
        code = CODE.fullmatch(text)
        if code:
            return self._with_code(f"WK{code[1].zfill(6)}")
        found = self.by_name.get(plain_name(text).casefold(), [])
        if len(found) > 1:
            codes = " of ".join(area.statcode for area in found)
            raise Wrong(f"{quoted(text)} ligt in meer gemeenten: gebruik de code {codes}, of --municipality")
        if not found:
            raise Wrong(f"de wijk {quoted(text)} is niet bekend" if text else "de wijk ontbreekt")
        return found[0].pk

    def _with_code(self, code):
        if code in self.by_code:
            return self.by_code[code]
        if code[:6] not in self.municipalities:
            return ELSEWHERE
        raise Wrong(f"de wijkcode {code} is niet bekend")


class Table:
    """What a file says: the area of each postcode, and which lines are wrong and why."""

    def __init__(self, lines, areas):
        self.areas, self.problems, self.elsewhere, self.spread = {}, [], 0, 0
        self.find, self.votes, self.placed = areas.find, Counter(), {}
        lines = iter(lines)
        header = next(lines, "")
        reader = csv.reader(chain([header], lines), delimiter=";" if ";" in header else ",")
        try:
            columns = columns_of(next(reader, []))
            for row in reader:
                if row:
                    self._read(reader.line_num, row, *columns)
        except csv.Error:
            self.problems.append((reader.line_num, "deze regel is niet te lezen"))
        except Wrong as error:
            self.problems.append((1, str(error)))
        self._count_votes()

    def _read(self, number, row, pc6, area, by_house):
        try:
            code, place = postcode(cell(row, pc6)), self.find(cell(row, area))
            if place is ELSEWHERE:
                self.elsewhere += 1
            elif by_house:
                self.votes[code, place] += 1
            elif self.placed.setdefault(code, (place, number))[0] != place:
                raise Wrong(f"de postcode {code} staat op regel {self.placed[code][1]} in een andere wijk")
        except Wrong as error:
            self.problems.append((number, str(error)))

    def _count_votes(self):
        """Of a postcode that lies in several areas, the area with most of its houses."""
        self.areas = {code: place for code, (place, _) in self.placed.items()}
        for (code, place), _ in self.votes.most_common():
            self.areas.setdefault(code, place)
        self.spread = len(self.votes) - len({code for code, _ in self.votes})


def columns_of(header):
    """Where postcode and area stand, and whether each line is one house."""
    names = [name.strip().strip("\ufeff").lower() for name in header]
    if "pc6" not in names:
        raise Wrong("er is geen kolom 'pc6': de eerste regel noemt de kolommen, zoals pc6,wijk")
    for pattern in AREA_COLUMNS:
        for place, name in enumerate(names):
            if re.fullmatch(pattern, name):
                return names.index("pc6"), place, "huisnummer" in names
    raise Wrong("er is geen kolom 'wijk', 'wijkcode' of 'wijknaam'")


def cell(row, place):
    """One cell of a line; Wrong when the line is too short."""
    if place >= len(row):
        raise Wrong("deze regel heeft te weinig kolommen")
    return row[place].strip()


@cache
def _valid(text):
    try:
        return postcodes.validate(text).replace(" ", "") if text.isascii() else ""
    except ValidationError:
        return ""


def postcode(text):
    """A postcode as it is stored, 1234AB; Wrong when it is none."""
    code = _valid(text)
    if not code:
        raise Wrong(f"{quoted(text)} is geen postcode" if text else "de postcode ontbreekt")
    return code


def load(table):
    """Make the postcodes lie where the table says; (added, changed, unchanged).

    Batches, so that people can go on working meanwhile; what a stopped run left out, the next one adds. What a worker
    chose gives way, also where the table says the same: from then on no worker changes it.
    """
    known = PostcodeArea.objects.filter(source=PostcodeArea.Source.TABLE).values_list("pc6", "area_id")
    same = set(known.iterator()) & table.areas.items()
    others = iter(sorted(table.areas.items() - same))
    added = changed = 0
    while batch := dict(islice(others, AT_ONCE)):
        with transaction.atomic():
            rows = {row.pc6: row for row in PostcodeArea.objects.filter(pc6__in=batch)}
            for code, area in batch.items():
                row = rows.get(code) or PostcodeArea(pc6=code)
                row.area_id, row.source = area, PostcodeArea.Source.TABLE
                row.save_as(BY, LOADED)
        changed += len(rows)
        added += len(batch) - len(rows)
    return added, changed, len(same)


@transaction.atomic
def learn(text, area, *, by):
    """The area that a worker chose is remembered for its postcode, as hers; never where a loaded table knows it."""
    code = _valid(text)
    if not code:
        return
    row = PostcodeArea.objects.select_for_update().filter(pc6=code).first() or PostcodeArea(pc6=code)
    if row.source == PostcodeArea.Source.TABLE or row.area_id == area.pk:
        return
    row.area, row.source = area, PostcodeArea.Source.WORKER
    with suppress(IntegrityError), transaction.atomic():  # a colleague chose for this postcode at the same instant
        row.save_as(by, "area_chosen", verb="learn_postcode")
