"""Passages of the text → places in the Word file: which runs hold them and where these are to be cut.

A passage has its origins (see Origin); nothing is searched for. Where a mark cannot stand at the words themselves (text
boxes, notes, numbers that Word generates, empty passages) the nearest paragraph of the body takes it.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from functools import cached_property

from lxml import etree

from lint.checks.results import SourceSpan
from lint.document.document import Document, Origin
from lint.readers.docx_names import attribute, kind
from lint.readers.docx_package import Package
from lint.render.word.bytes_of import Part
from lint.render.word.fields import Field, fields_of, paragraph_of
from lint.render.word.units import (
    END,
    Spot,
    cell,
    divisible,
    host_of,
    length,
    mark_is_deleted,
    neighbour,
    own_control,
    settle,
    unit_of,
)

_NOTES = frozenset({"footnote", "endnote"})
_BEHIND = 1 << 30  # an offset behind every text


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters [start, end) of the own text of one node."""

    node: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a passage is. `exact` says that it is marked from its first to its last character and nothing else is;
    `apart` that the mark stands at another paragraph than the words. `reference` is where the comment itself hangs when
    that is not at the end."""

    start: Spot
    end: Spot
    exact: bool = False
    apart: bool = False
    reference: Spot | None = None


class Anchors:
    """Finds the anchors of one document in the main part of its package, whose member name is `member`."""

    def __init__(self, document: Document, package: Package, member: str, part: Part) -> None:
        self._document = document
        self._package = package
        self._member = member
        self._part = part
        self._origins = document.origins
        self._starts = [origin.start for origin in self._origins]
        self._members: dict[str, tuple[etree._Element, ...]] = {}

    def anchor(self, span: SourceSpan) -> Anchor:
        """The anchor of a passage. Raises ValueError for a part without a paragraph."""
        here = self._within(span)
        pieces = self._pieces(here)
        if not pieces:
            return self._paragraph(self._host(here[0] if here else self._nearest(span[0])))
        first = self._element(pieces[0])
        host = host_of(first)
        if host is not paragraph_of(first):
            return self._paragraph(host)
        kept = self._together(pieces)
        words = [origin for origin in here if not origin.generated]
        if control := self._control(host):
            area = self._area(self._part.elements[control.start.unit])
            return replace(control, exact=len(kept) == len(words) and not self._reaches_out(area, words))
        start, end = self.spot(kept[0].node, kept[0].start), self.spot(kept[-1].node, kept[-1].end, behind=True)
        whole = [self._whole(piece) for piece in (kept[0], kept[-1])]
        if whole[0] is not None:
            start = self.spot(whole[0][0], 0)
        if whole[1] is not None:
            end = self.spot(whole[1][1], _BEHIND, behind=True)
        exact = len(kept) == len(words) and not any(self._reaches_out(area, words) for area in whole if area)
        return Anchor(start, end, exact)

    def pieces(self, span: SourceSpan) -> list[Piece]:
        """The nodes of the main part that hold the characters of a passage."""
        return self._pieces(self._within(span))

    def in_field(self, node: int) -> bool:
        """Whether a node stands in the result of a field."""
        return any(field.begin < node < field.end for field in self._fields)

    def _element(self, piece: Piece) -> etree._Element:
        return self._part.elements[piece.node]

    def _within(self, span: SourceSpan) -> list[Origin]:
        """The origins of a passage, cut to it."""
        start, end = span
        index = max(0, bisect_right(self._starts, start) - 1)
        found = []
        for at in range(index, len(self._origins)):
            origin = self._origins[at]
            if origin.start >= end:
                break
            begin, stop = max(start, origin.start), min(end, origin.end)
            if begin < stop:
                offset = origin.offset + begin - origin.start
                found.append(Origin(begin, stop, origin.member, origin.node, offset, origin.generated))
        return found

    def _pieces(self, origins: list[Origin]) -> list[Piece]:
        return [
            Piece(origin.node, origin.offset, origin.offset + origin.end - origin.start)
            for origin in origins
            if origin.member == self._member and not origin.generated
        ]

    def _nearest(self, at: int) -> Origin | None:
        """What stands on the line of a place, else before it, else behind it."""
        if not self._origins:
            return None
        line = self._document.line_at(at)
        index = bisect_left(self._starts, line.start if line else at)
        if index < len(self._origins) and line and self._origins[index].start <= line.end:
            return self._origins[index]
        return self._origins[max(0, index - 1)]

    def _host(self, origin: Origin | None) -> etree._Element:
        """The paragraph of the body that a mark for this origin belongs to."""
        if origin is not None and origin.member == self._member:
            return host_of(self._part.elements[origin.node])
        if origin is not None and (reference := self._reference(origin)) is not None:
            return reference
        for element in self._part.elements:
            if kind(element) == "p":
                return element
        raise ValueError("no paragraph")

    def _reference(self, origin: Origin) -> etree._Element | None:
        """The paragraph that refers to the note with this origin."""
        nodes = self._nodes(origin.member)
        ancestors = nodes[origin.node].iterancestors() if origin.node < len(nodes) else ()
        notes = (each for each in ancestors if kind(each) in _NOTES)
        found = (self._references.get((kind(note) + "Reference", attribute(note, "id"))) for note in notes)
        return next((host_of(reference) for reference in found if reference is not None), None)

    def _nodes(self, member: str) -> tuple[etree._Element, ...]:
        """All elements of a member, read once."""
        if member not in self._members:
            root = self._package.xml(member)
            self._members[member] = () if root is None else tuple(root.iter("*"))
        return self._members[member]

    @cached_property
    def _references(self) -> dict[tuple[str, str | None], etree._Element]:
        """What refers to notes, the first to each."""
        found: dict[tuple[str, str | None], etree._Element] = {}
        for element in self._part.elements:
            if kind(element).removesuffix("Reference") in _NOTES:
                found.setdefault((kind(element), attribute(element, "id")), element)
        return found

    def _together(self, pieces: list[Piece]) -> list[Piece]:
        """The first of the pieces that lie in one cell or story and are not joined across a deleted paragraph mark."""
        first = self._element(pieces[0])
        inside, paragraph = cell(first), paragraph_of(first)
        kept = [pieces[0]]
        for piece in pieces[1:]:
            element = self._element(piece)
            now = paragraph_of(element)
            if cell(element) is not inside:
                break
            if now is not paragraph and mark_is_deleted(paragraph):
                break
            paragraph = now
            kept.append(piece)
        return kept

    def spot(self, node: int, offset: int, *, behind: bool = False) -> Spot:
        """The spot before a character of a node. One that cannot be cut there is left before it, or with `behind`
        behind it."""
        element = self._part.elements[node]
        unit = unit_of(element)
        ordinal = self._part.ordinals[unit]
        if kind(unit) != "r" or element.getparent() is not unit:
            return Spot(ordinal, END if behind else 0)
        children = list(unit)
        index = children.index(element)
        if offset >= length(element):
            index, offset = index + 1, 0
        elif offset and not divisible(element, self._part):
            index, offset = (index + 1 if behind else index), 0
        return settle(children, Spot(ordinal, index, offset))

    def _whole(self, piece: Piece) -> tuple[int, int] | None:
        """What can only be marked as a whole around a piece, from its first to its last ordinal: a field that Word may
        update, a part of the paragraph that holds no marks, a text with comments in it; else None."""
        for field in self._fields:
            if field.replaced and field.begin < piece.node < field.end:
                return field.begin, field.end
        element = self._part.elements[piece.node]
        unit = unit_of(element)
        if kind(unit) == "r" and element.getparent() is unit:
            cut = piece.start > 0 or piece.end < length(element)
            return (piece.node, piece.node) if cut and not divisible(element, self._part) else None
        return self._area(unit)

    def _area(self, element: etree._Element) -> tuple[int, int]:
        """The first and the last ordinal of an element with all that is in it."""
        first = self._part.ordinals[element]
        return first, first + sum(1 for _ in element.iterdescendants("*"))

    def _control(self, paragraph: etree._Element) -> Anchor | None:
        """The anchor around a content control that holds this paragraph. LibreOffice loses comments inside of such
        controls, and words with them: the comment hangs on the paragraph beside it. None without one."""
        control = own_control(paragraph)
        if control is None:
            return None
        ordinal = self._part.ordinals[control]
        after, before = (neighbour(control.itersiblings(preceding=back)) for back in (False, True))
        if after is not None and kind(after) == "p":
            reference = Spot(self._part.ordinals[after])
        elif before is not None and kind(before) == "p":
            reference = Spot(self._part.ordinals[before], END)
        else:
            return None
        return Anchor(Spot(ordinal), Spot(ordinal, END), reference=reference)

    def _reaches_out(self, area: tuple[int, int], words: list[Origin]) -> bool:
        """Whether an area holds other words than these."""
        found = [o for o in self._origins if o.member == self._member and area[0] <= o.node <= area[1]]
        return any(o.start < words[0].start or o.end > words[-1].end for o in found if not o.generated)

    def _paragraph(self, paragraph: etree._Element) -> Anchor:
        if control := self._control(paragraph):
            return replace(control, apart=True)
        ordinal = self._part.ordinals[paragraph]
        return Anchor(Spot(ordinal), Spot(ordinal, END), apart=True)

    @cached_property
    def _fields(self) -> tuple[Field, ...]:
        return fields_of(self._part)
