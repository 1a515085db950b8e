"""What marks ask of the nodes of a part, each looked at once: a report may stand in one node of one run, and be full of
places."""

import re
from dataclasses import dataclass

from lxml import etree

from lint.readers.docx_names import kind
from lint.readers.docx_runs import node_text
from lint.render.word.bytes_of import Part

_CDATA = re.compile(rb"<!\[CDATA\[.*?\]\]>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Held:
    """What a text-bearing element holds. `text` is its own text as XML has it; `length` counts the characters that it
    gives to the document; `divisible` says that it can be cut: it holds characters only, no elements, comments or
    entities."""

    text: str
    length: int
    divisible: bool


class Nodes:
    """The elements of one part."""

    def __init__(self, part: Part) -> None:
        self.part = part
        self._held: dict[etree._Element, Held] = {}
        self._children: dict[etree._Element, list[etree._Element]] = {}
        self._places: dict[etree._Element, int] = {}

    def held(self, element: etree._Element) -> Held:
        """What an element of the part holds."""
        if element not in self._held:
            self._held[element] = _held(element, self.part)
        return self._held[element]

    def children(self, run: etree._Element) -> list[etree._Element]:
        """The child elements of a run."""
        if run not in self._children:
            self._children[run] = list(run)
            self._places |= {child: place for place, child in enumerate(self._children[run])}
        return self._children[run]

    def place(self, element: etree._Element, run: etree._Element) -> int:
        """The index of an element among the child elements of its run."""
        self.children(run)
        return self._places[element]


def _held(element: etree._Element, part: Part) -> Held:
    if kind(element) != "t":
        return Held(element.text or "", 1, False)
    extent = part.extent(element)
    inside = _CDATA.sub(b"", part.data[extent.inner : extent.outer])
    return Held(element.text or "", len(node_text(element)), len(element) == 0 and b"<" not in inside)
