"""Marks and tracked changes → changes of a part's bytes. Runs are cut only where a mark stands inside of them."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import escape
from itertools import count, pairwise

from lxml import etree

from lint.readers.docx_names import attribute, kind
from lint.render.word.bytes_of import Part, tag_name
from lint.render.word.nodes import Nodes
from lint.render.word.units import END, Spot

# What stands at one spot, in this order: what ends there comes before what begins there.
DELETION_ENDS, INSERTION, RANGE_ENDS, RANGE_BEGINS, DELETION_BEGINS = range(5)
_AROUND = 10  # what stands around a paragraph stands around its runs, wherever they begin
_HIGHEST_ID = 2_000_000_000  # Word counts in 32 bits
_NUMBER = re.compile("-?[0-9]{1,18}")
_PRESERVE = b' xml:space="preserve"'
_SPACE = re.compile(rb"""\sxml:space\s*=\s*(?:"[^"]*"|'[^']*')""")
_CHANGE_ID = re.compile(rb"""(<(?:[\w.-]+:)?rPrChange\b[^>]*?[\w.-]+:id\s*=\s*["'])(-?\d+)""")


@dataclass(slots=True)
class Edits:
    """What is to be done to a part. `marks` are bytes by spot; `deleted` stretches of runs become deleted text;
    `removed` elements (by ordinal) go with all that they hold."""

    nodes: Nodes
    marks: dict[Spot, list[tuple[int, int, bytes]]] = field(default_factory=lambda: defaultdict(list))
    deleted: dict[int, list[tuple[Spot, Spot]]] = field(default_factory=lambda: defaultdict(list))
    removed: set[int] = field(default_factory=set)
    behind: dict[int, list[bytes]] = field(default_factory=lambda: defaultdict(list))
    _count: int = 0
    _ids: Iterator[int] | None = None  # of tracked changes

    @property
    def part(self) -> Part:
        return self.nodes.part

    def put(self, spot: Spot, phase: int, data: bytes) -> None:
        """Put a mark at a spot; those of one phase keep the order in which they came."""
        self._count += 1
        self.marks[spot].append((phase, self._count, data))

    def put_behind(self, element: etree._Element, data: bytes) -> None:
        """Put something behind an element that is no unit of marks (a tracked insertion)."""
        self.behind[self.part.ordinals[element]].append(data)

    def free_id(self) -> int:
        """An id that no tracked change, bookmark or comment has."""
        if self._ids is None:
            self._ids = free_numbers(attribute(element, "id") or "" for element in self.part.elements)
        return next(self._ids)

    def apply(self) -> bytes:
        """The bytes of the part with all edits."""
        changes: list[tuple[int, int, int, bytes]] = []  # start, end, order, new bytes
        spots: dict[int, list[Spot]] = defaultdict(list)
        for spot in self.marks:
            spots[spot.unit].append(spot)
        for pairs in self.deleted.values():
            for pair in pairs:
                spots[pair[0].unit] += [spot for spot in pair if spot not in self.marks]
        for unit, at in spots.items():
            changes += self._unit(unit, list(dict.fromkeys(at)))
        cut = {ordinal for ordinal in spots if kind(self.part.elements[ordinal]) == "r"}
        for ordinal in self.removed:
            parent = self.part.elements[ordinal].getparent()
            if parent is None or self.part.ordinals[parent] not in cut:
                extent = self.part.extents[ordinal]
                changes.append((extent.start, extent.end, 0, b""))
        for ordinal, pieces in self.behind.items():
            end = self.part.extents[ordinal].end
            changes.append((end, end, RANGE_ENDS, b"".join(pieces)))
        return _spliced(self.part.data, changes)

    def _unit(self, unit: int, spots: list[Spot]) -> Iterator[tuple[int, int, int, bytes]]:
        element, extent = self.part.elements[unit], self.part.extents[unit]
        if kind(element) == "p":
            yield from self._paragraph(element)
            return
        inside = [spot for spot in spots if spot not in (Spot(unit), Spot(unit, END))]
        for spot, at in ((Spot(unit), extent.start), (Spot(unit, END), extent.end)):
            for phase, _, data in sorted(self.marks.get(spot, ())):
                yield at, at, phase, data
        if inside or self.deleted.get(unit) or any(self.part.ordinals[each] in self.removed for each in element):
            yield extent.start, extent.end, DELETION_BEGINS + 1, self._run(element, inside)

    def _paragraph(self, paragraph: etree._Element) -> Iterator[tuple[int, int, int, bytes]]:
        """Marks around all that a paragraph holds."""
        extent, ordinal = self.part.extent(paragraph), self.part.ordinals[paragraph]
        front = [(phase, data) for phase, _, data in sorted(self.marks.get(Spot(ordinal), ()))]
        back = [(phase, data) for phase, _, data in sorted(self.marks.get(Spot(ordinal, END), ()))]
        if extent.empty:
            tag = self.part.start_tag(paragraph)
            opened = tag[:-2].rstrip() + b">"
            inner = b"".join(data for _, data in (*front, *back))
            yield extent.start, extent.end, 0, opened + inner + b"</" + tag_name(tag) + b">"
            return
        first = next((each for each in paragraph if kind(each) == "pPr"), None)
        begin = extent.inner if first is None else self.part.extent(first).end
        for phase, data in front:
            yield begin, begin, phase - _AROUND, data
        for phase, data in back:
            yield extent.outer, extent.outer, phase + _AROUND, data

    def _run(self, run: etree._Element, inside: list[Spot]) -> bytes:
        """A run cut at the spots, with what stands there; deleted stretches as deleted text."""
        part, ordinal = self.part, self.part.ordinals[run]
        children = self.nodes.children(run)
        opening = part.start_tag(run)
        closing = b"</" + tag_name(opening) + b">"
        properties = part.raw(children[0]) if children and kind(children[0]) == "rPr" else b""
        first = 1 if properties else 0
        size = len(children)
        cuts = sorted({(first, 0), *((spot.child, spot.offset) for spot in inside), (size, 0)})
        pairs = self.deleted.get(ordinal, ())
        gone = sorted((_key(begin, first, size), _key(end, first, size)) for begin, end in pairs)
        starts = [begin for begin, _ in gone]
        out = bytearray()
        for number, (begin, end) in enumerate(pairwise(cuts)):
            at = bisect_right(starts, begin) - 1  # no two overlap
            deleted = at >= 0 and end <= gone[at][1]
            if number:
                for _, _, data in sorted(self.marks.get(Spot(ordinal, *begin), ())):
                    out += data
                out += opening + self._renumbered(properties)
            else:
                whole = part.extent(run)
                out += part.data[whole.start : part.extent(children[0]).end if first else whole.inner]
            out += self._content(run, begin, end, deleted=deleted) + closing
        return bytes(out)

    def _content(self, run: etree._Element, begin: tuple[int, int], end: tuple[int, int], *, deleted: bool) -> bytes:
        """The content of a run between two cuts."""
        out = bytearray()
        children, whole = self.nodes.children(run), self.part.extent(run)
        for index in range(begin[0], end[0] + (1 if end[1] else 0)):
            element = children[index]
            extent = self.part.extent(element)
            before = self.part.extent(children[index - 1]).end if index else whole.inner
            start = begin[1] if index == begin[0] else 0
            stop = end[1] if index == end[0] else None
            if not start:
                out += self.part.data[before : extent.start]  # white space and comments between elements
            if self.part.ordinals[element] in self.removed:
                continue
            raw = self.part.raw(element) if not start and stop is None else self._cut_text(element, start, stop)
            out += _as_deleted(raw) if deleted and kind(element) == "t" else raw
        if end[0] == len(children) and children:
            out += self.part.data[self.part.extent(children[-1]).end : whole.outer]
        return bytes(out)

    def _cut_text(self, element: etree._Element, start: int, stop: int | None) -> bytes:
        """A part of a w:t as an element of its own."""
        piece = self.nodes.held(element).text[start:stop]
        tag = self.part.start_tag(element)
        edges = (piece[:1] if start else "") + (piece[-1:] if stop is not None else "")
        if edges.strip() != edges or not edges:
            tag = tag_with_space(tag)
        return tag + escaped(piece) + b"</" + tag_name(tag) + b">"

    def _renumbered(self, properties: bytes) -> bytes:
        """The properties of a run once more; a tracked change of format in them gets an id of its own."""
        return _CHANGE_ID.sub(lambda match: match[1] + str(self.free_id()).encode(), properties)


def free_numbers(taken: Iterable[str]) -> Iterator[int]:
    """Ids that are none of these, as they are written: above them, or, where Word counts no further, between them."""
    known = {int(ident) for ident in taken if _NUMBER.fullmatch(ident)}
    most = max(known, default=-1)
    return (number for number in count(max(most + 1, 0) if most < _HIGHEST_ID else 0) if number not in known)


def escaped(text: str) -> bytes:
    """Text as the content of an element."""
    return escape(text, quote=False).replace("\r", "&#13;").encode("utf-8")


def tag_with_space(tag: bytes) -> bytes:
    """A start tag of w:t that keeps white space."""
    bare = _SPACE.sub(b"", tag)
    return bare[:-1].rstrip() + _PRESERVE + b">"


def _key(spot: Spot, first: int, size: int) -> tuple[int, int]:
    if spot.child == END:
        return size, 0
    return (first, 0) if spot == Spot(spot.unit) else (spot.child, spot.offset)


def _as_deleted(raw: bytes) -> bytes:
    """A w:t as a w:delText."""
    name = tag_name(raw)
    prefix, colon, _ = name.rpartition(b":")
    renamed = prefix + colon + b"delText"
    body = raw[len(name) + 1 :]
    end = b"</" + name
    at = body.rfind(end)
    if at < 0:
        return b"<" + renamed + body
    return b"<" + renamed + body[:at] + b"</" + renamed + body[at + len(end) :]


def _spliced(data: bytes, changes: Iterable[tuple[int, int, int, bytes]]) -> bytes:
    """The data with the changes. Of two at one place the one that inserts before comes first."""
    out = bytearray()
    at = 0
    for start, end, _, new in sorted(changes, key=lambda change: (change[0], change[2])):
        out += data[at:start] + new
        at = max(at, end)
    return bytes(out + data[at:])
