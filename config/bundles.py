"""The style sheets as one sheet, and the modules of the phone as one script for each page that needs them."""

import os
import re
import secrets
from collections import Counter

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

STATIC = settings.ROOT / "static"
MODULES = STATIC / "phone"
BUNDLES = {"phone.js": "capture.js", "leave.js": "leave.js", "shop.js": "shop.js"}  # the script, and where it begins
SHEETS = {"style.css": ("tokens.css", "site.css")}  # one file for a phone to ask for
MADE = (*BUNDLES, *SHEETS)
IMPORT = re.compile(r'^import \{[^}]*\} from "\./([\w-]+\.js)";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?=const|let|function|async|class)", re.MULTILINE)
NAME = re.compile(r"^(?:const|let|class|function|async function) (\w+)", re.MULTILINE)
REMARK = re.compile(r"^ *//.*\n| +// .*$", re.MULTILINE)
INDENT = re.compile(r"^ +", re.MULTILINE)
TEXT = r'"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`'
PATTERN = r"(?:(?<=[(=,:])|(?<=[(=,:] ))/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n\[])+/[a-z]*"
# beside a mark a space means nothing, nor does a semicolon at the end of a block, unless in a text or a pattern
SPACE = re.compile(rf"({TEXT}|{PATTERN})|;\s*(?=}})| *([]=<>&|*?:,;{{}}()[]) *")
LINE = re.compile(r"(?<=[{};,([])\n+|\n+(?=\n)")


def bundle(entry):
    """One script: every module that this one needs, each once and before who uses it; only the last one exports.

    What only helps who reads it is left out: phones have little room.
    """
    texts = [(MODULES / name).read_text() for name in in_order(entry)]
    bare = [IMPORT.sub("", text) for text in texts]
    whole = "".join([*(EXPORT.sub("", text) for text in bare[:-1]), bare[-1]])
    twice = [name for name, times in Counter(NAME.findall(EXPORT.sub("", whole))).items() if times > 1]
    if twice:
        raise ValueError(f"{entry}: two modules use the name {twice[0]}")
    return LINE.sub("", SPACE.sub(lambda found: found[1] or found[2] or "", INDENT.sub("", REMARK.sub("", whole))))


def text_of(name):
    """What a bundle holds now: the sheets one after another, or the script."""
    if name in SHEETS:
        return "".join((STATIC / sheet).read_text() for sheet in SHEETS[name])
    return bundle(BUNDLES[name])


def in_order(entry, seen=()):
    """The names of the modules, those that are needed first."""
    names = list(seen)
    for needed in IMPORT.findall((MODULES / entry).read_text()):
        if needed not in names:
            names = in_order(needed, names)
    return [*names, entry]


class BundleFinder(BaseFinder):
    """Finds the bundles among the static files; they are made again when something in them has changed."""

    def __init__(self, *args, **kwargs):
        self.folder = settings.HOME / "bundles"
        self.storage = FileSystemStorage(location=self.folder)
        super().__init__(*args, **kwargs)

    def made(self, name):
        """The path of a bundle with what its parts say now."""
        path, text = self.folder / name, text_of(name)
        if not path.exists() or path.read_text() != text:
            self.folder.mkdir(parents=True, exist_ok=True)
            beside = path.with_name(f".{name}.{secrets.token_hex(4)}")
            beside.write_text(text)
            os.replace(beside, path)
        return str(path)

    def find(self, path, find_all=False):
        """The place of a bundle on the disk; nothing for any other file."""
        if path not in MADE:
            return []
        return [self.made(path)] if find_all else self.made(path)

    def list(self, ignore_patterns):
        """Every bundle, for who collects the static files."""
        for name in MADE:
            self.made(name)
            yield name, self.storage
