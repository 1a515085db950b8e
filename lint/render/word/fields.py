"""Fields of a Word part: a comment inside a field's result is lost when the field is updated, so it goes around it."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lxml import etree

from lint.readers.docx_names import attribute, kind
from lint.render.word.bytes_of import Part

_LASTING = frozenset({"HYPERLINK"})  # their results are the writer's own words


@dataclass(frozen=True, slots=True)
class Field:
    """A field: the w:fldChar that begin and end it, by their ordinals. `replaced` says that Word may replace its result
    and that it lies in one paragraph, so that something can go around it."""

    begin: int
    end: int
    replaced: bool


def fields_of(part: Part) -> tuple[Field, ...]:
    """The fields of a part, outer ones first. A part whose fields do not pair has none, as for the reader."""
    found: list[Field] = []
    opened: list[tuple[int, list[str]]] = []
    for index, element in enumerate(part.elements):
        name = kind(element)
        if name == "instrText" and opened:
            opened[-1][1].append(element.text or "")
        elif name == "fldChar":
            step = attribute(element, "fldCharType")
            if step == "begin":
                opened.append((index, []))
            elif step == "end":
                if not opened:
                    return ()
                begin, code = opened.pop()
                words = "".join(code).split()
                lasting = bool(words) and words[0].upper() in _LASTING
                one = paragraph_of(part.elements[begin]) is paragraph_of(element)
                found.append(Field(begin, index, one and not lasting))
    if opened:
        return ()
    return tuple(sorted(found, key=lambda field: (field.begin, -field.end)))


def outermost(fields: Iterable[Field]) -> list[Field]:
    """Those of some fields in their order that lie in none of the others."""
    found: list[Field] = []
    for field in fields:
        if not found or field.begin > found[-1].end:
            found.append(field)
    return found


def around(node: int, fields: Sequence[Field]) -> Field | None:
    """The one that holds a node, of fields that follow each other."""
    at = bisect_left(fields, node, key=lambda field: field.begin) - 1
    return fields[at] if at >= 0 and node < fields[at].end else None


def paragraph_of(element: etree._Element) -> etree._Element | None:
    """The paragraph that an element stands in (or is)."""
    at: etree._Element | None = element
    while at is not None and kind(at) != "p":
        at = at.getparent()
    return at
