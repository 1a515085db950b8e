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
from lint.readers.docx_names import kind
from lint.readers.docx_package import Package
from lint.render.word.fields import Field, around, fields_of, outermost, paragraph_of
from lint.render.word.hosts import Hosts
from lint.render.word.nodes import Nodes
from lint.render.word.units import (
    END,
    Spot,
    cell,
    host_of,
    mark_is_deleted,
    neighbour,
    own_control,
    settle,
    unit_of,
)

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

    def __init__(self, document: Document, package: Package, member: str, nodes: Nodes) -> None:
        self._document = document
        self._member = member
        self._nodes = nodes
        self._part = nodes.part
        self._origins = document.origins
        self._starts = [origin.start for origin in self._origins]
        self._reaches: dict[tuple[int, int], SourceSpan] = {}
        self._hosts = Hosts(document, package, member, nodes.part)

    def anchor(self, span: SourceSpan) -> Anchor:
        """The anchor of a passage. Raises ValueError for a part without a paragraph."""
        here = self._within(span)
        pieces = self._pieces(here)
        if not pieces:
            return self._paragraph(self._hosts.of(here[0]) if here else self._hosts.near(span[0]))
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
        return around(node, self._all_fields) is not None

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
        children, held = self._nodes.children(unit), self._nodes.held(element)
        index = self._nodes.place(element, unit)
        if offset >= held.length:
            index, offset = index + 1, 0
        elif offset and not held.divisible:
            index, offset = (index + 1 if behind else index), 0
        return settle(children, Spot(ordinal, index, offset))

    def _whole(self, piece: Piece) -> tuple[int, int] | None:
        """What can only be marked as a whole around a piece, from its first to its last ordinal: a field that Word may
        update, a part of the paragraph that holds no marks, a text with comments in it; else None."""
        if field := around(piece.node, self._replaced_fields):
            return field.begin, field.end
        element = self._part.elements[piece.node]
        unit = unit_of(element)
        if kind(unit) == "r" and element.getparent() is unit:
            held = self._nodes.held(element)
            cut = piece.start > 0 or piece.end < held.length
            return (piece.node, piece.node) if cut and not held.divisible else None
        return self._area(unit)

    def _area(self, element: etree._Element) -> tuple[int, int]:
        """The first and the last ordinal of an element with all that is in it."""
        first, end = self._part.ordinals[element], self._part.extent(element).end
        return first, bisect_left(self._part.extents, end, first, key=lambda extent: extent.start) - 1

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
        if area not in self._reaches:
            self._reaches[area] = self._reach(area)
        start, end = self._reaches[area]
        return start < words[0].start or end > words[-1].end

    def _reach(self, area: tuple[int, int]) -> SourceSpan:
        """From the first to the last word in an area; of one without words an end before its start."""
        first = bisect_left(self._own_origins, area[0], key=lambda origin: origin.node)
        stop = bisect_right(self._own_origins, area[1], first, key=lambda origin: origin.node)
        inside = self._own_origins[first:stop]
        return min((o.start for o in inside), default=len(self._document.text)), max((o.end for o in inside), default=0)

    def _paragraph(self, paragraph: etree._Element) -> Anchor:
        if control := self._control(paragraph):
            return replace(control, apart=True)
        ordinal = self._part.ordinals[paragraph]
        return Anchor(Spot(ordinal), Spot(ordinal, END), apart=True)

    @cached_property
    def _own_origins(self) -> list[Origin]:
        """Those of the main part, by their nodes."""
        own = (origin for origin in self._origins if origin.member == self._member and not origin.generated)
        return sorted(own, key=lambda origin: origin.node)

    @cached_property
    def _all_fields(self) -> list[Field]:
        return outermost(fields_of(self._part))

    @cached_property
    def _replaced_fields(self) -> list[Field]:
        return outermost(field for field in fields_of(self._part) if field.replaced)
