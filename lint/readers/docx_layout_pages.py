"""The sections of a Word file: paper, margins, grid, and whether a page number is printed."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from lxml import etree

from lint.document.document import Origin
from lint.document.layout import PageForm
from lint.readers.docx_layout_units import points
from lint.readers.docx_names import attribute, child, is_on, kind, relationship_id
from lint.readers.docx_package import Package

_PAGE = re.compile(r"(?<![A-Z])PAGE(?![A-Z])", re.IGNORECASE)
_GRIDS = frozenset({"lines", "linesAndChars", "snapToChars"})
_TWIPS = 20


@dataclass(frozen=True, slots=True)
class Grid:
    """The distance of the lines of a section's grid in points, None where it has none; `start` as of PageForm."""

    start: int
    pitch: float | None


def read_pages(
    package: Package, main: str, nodes: Sequence[etree._Element], origins: Sequence[Origin]
) -> list[tuple[PageForm, Grid]]:
    """The sections that hold text, in order. `nodes` are all elements of the main part, `origins` those that lead into
    it. Raises ReadError for damage."""
    relationships = package.relationships(main)
    settings = next((r.target for r in relationships.values() if r.kind == "settings"), "")
    odd_and_even = bool(is_on(package.xml(settings), "evenAndOddHeaders"))
    numbered: dict[str, bool] = {}

    def shows_number(reference: str) -> bool:
        if reference not in numbered:
            target = relationships[reference].target if reference in relationships else ""
            numbered[reference] = _has_page_number(package.xml(target))
        return numbered[reference]

    found: list[tuple[PageForm, Grid]] = []
    references: dict[tuple[str, str], str] = {}  # a section without its own takes those of the one before
    sections = [node for node in nodes if kind(node) == "sectPr" and _is_break(node)]
    starts = _starts(sections, nodes, origins)
    for at, section in enumerate(sections or (None,)):
        for element in section if section is not None else ():
            if kind(element) in ("headerReference", "footerReference"):
                references[kind(element), attribute(element, "type") or "default"] = relationship_id(element)
        start = starts.get(at)
        if start is None:
            continue
        used = {"default"} | ({"first"} if is_on(section, "titlePg") else set()) | ({"even"} if odd_and_even else set())
        number = any(shows_number(reference) for (_, page), reference in references.items() if page in used)
        found.append((_page(start, section, numbered=number), Grid(start, _pitch(section))))
    return found


def _page(start: int, section: etree._Element | None, *, numbered: bool) -> PageForm:
    size, margins = child(section, "pgSz"), child(section, "pgMar")
    gutter = _length(margins, "gutter") or 0.0
    left = _length(margins, "left")
    top, bottom = _length(margins, "top"), _length(margins, "bottom")
    return PageForm(
        start,
        _length(size, "w"),
        _length(size, "h"),
        None if top is None else abs(top),  # negative: the text does not give way to a high header
        None if bottom is None else abs(bottom),
        None if left is None else left + gutter,
        _length(margins, "right"),
        numbered,
    )


def _pitch(section: etree._Element | None) -> float | None:
    grid = child(section, "docGrid")
    if grid is None or attribute(grid, "type") not in _GRIDS:
        return None
    return points(attribute(grid, "linePitch"), _TWIPS)


def _length(element: etree._Element | None, name: str) -> float | None:
    return None if element is None else points(attribute(element, name), _TWIPS)


def _is_break(section: etree._Element) -> bool:
    """Whether a w:sectPr ends a section; one inside another is what it was before a tracked change."""
    parent = section.getparent()
    return parent is not None and kind(parent) in ("pPr", "body")


def _starts(
    sections: Sequence[etree._Element], nodes: Sequence[etree._Element], origins: Sequence[Origin]
) -> dict[int, int]:
    """Where the text of each section begins, by the section's number; of a file without sections it is all in 0."""
    ordinals = {node: at for at, node in enumerate(nodes)}
    ends = [*accumulate((_end(section, ordinals) for section in sections[:-1]), max), len(nodes)]
    found: dict[int, int] = {}
    for origin in origins:
        number = bisect_left(ends, origin.node)
        found[number] = min(origin.start, found.get(number, origin.start))
    return found


def _end(section: etree._Element, ordinals: Mapping[etree._Element, int]) -> int:
    """The ordinal of the last element of a section: of the paragraph that ends it, or of the file."""
    paragraph = next(section.iterancestors("{*}p"), None)
    if paragraph is None:
        return len(ordinals)
    return ordinals[paragraph] + sum(1 for _ in paragraph.iter("*")) - 1


def _has_page_number(root: etree._Element | None) -> bool:
    """Whether a header or footer holds a PAGE field, in whatever form and wherever in it."""
    return root is not None and any(_PAGE.search(said) for said in _instructions(root))


def _instructions(root: etree._Element) -> Iterable[str]:
    """The instructions of all fields; those of a field are often cut into several runs."""
    said = ""
    for element in root.iter("*"):
        name = kind(element)
        if name == "fldSimple":
            yield attribute(element, "instr") or ""
        elif name == "pgNum":
            yield "PAGE"
        elif name == "instrText":
            said += element.text or ""
        elif name == "fldChar" and said:
            yield said
            said = ""
    yield said
