"""The paragraph of the body that takes a mark which cannot stand at the words themselves."""

from bisect import bisect_left
from functools import cached_property

from lxml import etree

from lint.document.document import Document, Origin
from lint.readers.docx_names import attribute, kind
from lint.readers.docx_package import Package
from lint.render.word.bytes_of import Part
from lint.render.word.units import host_of

_NOTES = frozenset({"footnote", "endnote"})


class Hosts:
    """The paragraphs of one document in the main part of its package, whose member name is `member`."""

    def __init__(self, document: Document, package: Package, member: str, part: Part) -> None:
        self._document = document
        self._package = package
        self._member = member
        self._part = part
        self._origins = document.origins
        self._starts = [origin.start for origin in self._origins]
        self._members: dict[str, tuple[etree._Element, ...]] = {}

    def of(self, origin: Origin | None) -> etree._Element:
        """The paragraph for what has this origin, the first one for None. Raises ValueError for a part without."""
        if origin is not None and origin.member == self._member:
            return host_of(self._part.elements[origin.node])
        if origin is not None and (reference := self._reference(origin)) is not None:
            return reference
        for element in self._part.elements:
            if kind(element) == "p":
                return element
        raise ValueError("no paragraph")

    def near(self, at: int) -> etree._Element:
        """The paragraph for a place where no words are: that of its line, else the one before it, else behind it.
        Raises ValueError as above."""
        return self.of(self._nearest(at))

    def _nearest(self, at: int) -> Origin | None:
        """What stands on the line of a place, else before it, else behind it."""
        if not self._origins:
            return None
        line = self._document.line_at(at)
        index = bisect_left(self._starts, line.start if line else at)
        if index < len(self._origins) and line and self._origins[index].start <= line.end:
            return self._origins[index]
        return self._origins[max(0, index - 1)]

    def _reference(self, origin: Origin) -> etree._Element | None:
        """The paragraph that refers to the note with this origin."""
        nodes = self._elements(origin.member)
        ancestors = nodes[origin.node].iterancestors() if origin.node < len(nodes) else ()
        notes = (each for each in ancestors if kind(each) in _NOTES)
        found = (self._references.get((kind(note) + "Reference", attribute(note, "id"))) for note in notes)
        return next((host_of(reference) for reference in found if reference is not None), None)

    def _elements(self, member: str) -> tuple[etree._Element, ...]:
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
