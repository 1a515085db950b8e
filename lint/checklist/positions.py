"""Where everything of a TOML text stands: keys, table headers, array elements, and the characters inside strings.

tomli gives values without places, and no TOML library that is fast has them. The text is walked once more, interpreting
only keys; this is sound because tomli has accepted the text before. Offsets count code points of the text from 0.
"""

import re
from dataclasses import dataclass, field
from typing import TypeAlias

import tomli

Path: TypeAlias = tuple[str | int, ...]

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_BLANK = re.compile(r"[ \t]*")
_SPACE = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
_SCALAR = re.compile(r"[^,\]}#\n]+")
_STRING = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"{3,5}'
    r"|'''(?:[^']|'(?!''))*'{3,5}"
    r'|"(?:[^"\\]|\\.)*"'
    r"|'[^']*'",
    re.DOTALL,
)
_FOLDED_LINE = re.compile(r"\\[ \t]*\n[ \t\n]*")
_ESCAPE_LENGTH = {"x": 4, "u": 6, "U": 10}


@dataclass
class Positions:
    """`keys` has the offset of each path's key, header name or array element; `values` that of each value written after
    a key or in an array. Every path of the parsed document has a key; tables made by headers have no value."""

    text: str
    keys: dict[Path, int] = field(default_factory=dict)
    values: dict[Path, int] = field(default_factory=dict)

    def key(self, path: Path) -> int:
        """The offset of the path's key; of its nearest known parent when the path is not in the text."""
        while path and path not in self.keys:
            path = path[:-1]
        return self.keys.get(path, 0)

    def value(self, path: Path) -> int:
        """The offset of the path's value; of its key when it has none."""
        return self.values[path] if path in self.values else self.key(path)

    def inside(self, path: Path, index: int) -> int:
        """The offset at which the index-th code point of a string value is written; of the value if no string."""
        at = self.value(path)
        if path not in self.values or not self.text.startswith(('"', "'"), at):
            return at
        offsets = string_offsets(self.text, at)
        return offsets[min(max(index, 0), len(offsets) - 1)]


def string_offsets(text: str, at: int) -> list[int]:
    """For the string literal that begins at `at`: the offset of each code point of its value, and that of its end.

    An escape stands where its backslash stands; a line end folded by a backslash belongs to no code point.
    """
    quote = text[at]
    long = text.startswith(quote * 3, at)
    end = _string_end(text, at) - (3 if long else 1)
    at += 3 if long else 1
    if long and text.startswith("\n", at):
        at += 1
    offsets: list[int] = []
    while at < end:
        if quote == "'" or text[at] != "\\":
            offsets.append(at)
            at += 1
        elif long and (folded := _FOLDED_LINE.match(text, at)):
            at = folded.end()
        else:
            offsets.append(at)
            at += _ESCAPE_LENGTH.get(text[at + 1], 2)
    return [*offsets, end]


def positions(text: str) -> Positions:
    """The positions of a TOML text without BOM, with line ends `\\n`, that tomli has accepted.

    Raises RecursionError for arrays nested some hundreds deep.
    """
    walker = _Walker(text)
    walker.document()
    return walker.found


class _Walker:
    def __init__(self, text: str) -> None:
        self.text = text
        self.found = Positions(text, {(): 0})
        self.last_row: dict[Path, int] = {}

    def document(self) -> None:
        at = self.space(0)
        table: Path = ()
        while at < len(self.text):
            at, table = self.header(at) if self.text[at] == "[" else (self.pair(at, table), table)
            at = self.space(at)

    def header(self, at: int) -> tuple[int, Path]:
        rows = self.text.startswith("[[", at)
        parts, at = self.dotted(at + 1 + rows)
        path: Path = ()
        for name, start in parts:
            if path in self.last_row:
                path += (self.last_row[path],)
            path += (name,)
            self.found.keys.setdefault(path, start)
        if rows:
            self.last_row[path] = self.last_row.get(path, -1) + 1
            path += (self.last_row[path],)
            self.found.keys[path] = parts[-1][1]
        return at + 1 + rows, path

    def pair(self, at: int, table: Path) -> int:
        parts, at = self.dotted(at)
        path = table
        for name, start in parts:
            path += (name,)
            self.found.keys.setdefault(path, start)
        return self.value(self.blank(at + 1), path)

    def dotted(self, at: int) -> tuple[list[tuple[str, int]], int]:
        """The parts of a key with their offsets, and the offset of what follows it (`=` or `]`)."""
        parts: list[tuple[str, int]] = []
        while True:
            at = self.blank(at)
            bare = _BARE.match(self.text, at)
            end = bare.end() if bare else _string_end(self.text, at)
            name = bare[0] if bare else next(iter(tomli.loads(f"{self.text[at:end]}=0")))
            parts.append((name, at))
            at = self.blank(end)
            if self.text[at] != ".":
                return parts, at
            at += 1

    def value(self, at: int, path: Path) -> int:
        """Takes down the value that begins at `at`; the offset after it."""
        self.found.values[path] = at
        sign = self.text[at]
        if sign in "[{":
            return self.inner(at + 1, path, "]" if sign == "[" else "}")
        if sign in "\"'":
            return _string_end(self.text, at)
        scalar = _SCALAR.match(self.text, at)
        return scalar.end() if scalar else at

    def inner(self, at: int, path: Path, close: str) -> int:
        row = 0
        while True:
            at = self.space(at)
            if self.text[at] == close:
                return at + 1
            if close == "]":
                place = (*path, row)
                self.found.keys[place] = at
                at = self.value(at, place)
                row += 1
            else:
                at = self.pair(at, path)
            at = self.space(at)
            if self.text[at] == ",":
                at += 1

    def blank(self, at: int) -> int:
        return _end(_BLANK, self.text, at)

    def space(self, at: int) -> int:
        return _end(_SPACE, self.text, at)


def _string_end(text: str, at: int) -> int:
    return _end(_STRING, text, at)


def _end(pattern: "re.Pattern[str]", text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at
