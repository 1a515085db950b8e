"""What a paragraph is made of, as far as marks go: units that marks go around, and runs that can be cut."""

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from lint.readers.docx_names import attribute, child, kind
from lint.render.word.fields import paragraph_of

# A mark may stand among the runs inside of these; everything else in a paragraph is marked as a whole. Smart tags and
# custom XML, too: LibreOffice loses marks inside of them.
_OPEN = frozenset({"hyperlink", "ins", "moveTo", "sdt", "sdtContent"})
_TRACKED = frozenset({"ins", "moveTo"})
_CELLS = frozenset({"tc", "txbxContent", "body"})
# Content controls that Word fills by itself or keeps in one format.
_CLOSED_CONTROLS = frozenset(
    {"text", "date", "dropDownList", "comboBox", "checkbox", "dataBinding", "picture", "docPartList"}
)
_LOCKS = frozenset({"contentLocked", "sdtContentLocked"})
_MARKS = frozenset({"commentRangeStart", "commentRangeEnd", "bookmarkStart", "bookmarkEnd", "proofErr"})
END = -1
_FEW = 3  # paragraphs of a content control that is marked as a whole


@dataclass(frozen=True, slots=True)
class Spot:
    """A place where marks may be put. `unit` is the ordinal of a paragraph's part (a run, a formula) or of a whole
    paragraph; `child` the index among the run's child elements before which it is, 0 before the unit, END behind it;
    `offset` counts characters inside of that child."""

    unit: int
    child: int = 0
    offset: int = 0


def settle(children: list[etree._Element], spot: Spot) -> Spot:
    """The one way to write a spot of a run: the beginning and the end of its content are the run's own."""
    if spot.offset == 0 and spot.child <= (1 if children and kind(children[0]) == "rPr" else 0):
        return Spot(spot.unit)
    if spot.child >= len(children):
        return Spot(spot.unit, END)
    return spot


def unit_of(element: etree._Element) -> etree._Element:
    """The part of a paragraph that an element belongs to and that marks go around."""
    path = [element, *element.iterancestors()]
    host = next(index for index in range(len(path) - 1, -1, -1) if kind(path[index]) == "p")
    for above in reversed(path[:host]):
        if kind(above) not in _OPEN or (kind(above) == "sdt" and is_closed(above)):
            return above
    return element


def tracked_around(element: etree._Element) -> etree._Element | None:
    """The outermost tracked insertion around a unit."""
    found = None
    for above in element.iterancestors():
        if kind(above) == "p":
            break
        if kind(above) in _TRACKED:
            found = above
    return found


def is_closed(control: etree._Element) -> bool:
    """Whether a content control is filled by Word or keeps its words in one piece."""
    properties = child(control, "sdtPr")
    if properties is None:
        return False
    return any(isinstance(each.tag, str) and etree.QName(each).localname in _CLOSED_CONTROLS for each in properties)


def is_locked(element: etree._Element) -> bool:
    """Whether an element stands in a content control whose content cannot be edited."""
    for above in element.iterancestors():
        properties = child(above, "sdtPr") if kind(above) == "sdt" else None
        for each in properties if properties is not None else ():
            if isinstance(each.tag, str) and etree.QName(each).localname == "lock" and attribute(each, "val") in _LOCKS:
                return True
    return False


def host_of(element: etree._Element) -> etree._Element:
    """The outermost paragraph around an element: for one in a text box the paragraph that the box hangs on."""
    found = [each for each in (element, *element.iterancestors()) if kind(each) == "p"]
    if not found:
        raise ValueError("not in a paragraph")
    return found[-1]


def cell(element: etree._Element) -> etree._Element | None:
    """The table cell, text box, content control or body that an element stands in; marks do not reach out of it."""
    return next((above for above in element.iterancestors() if kind(above) in _CELLS or is_block(above)), None)


def is_block(element: etree._Element) -> bool:
    """Whether an element is the inside of a content control that holds paragraphs."""
    return kind(element) == "sdtContent" and paragraph_of(element) is None


def neighbour(siblings: Iterable[etree._Element]) -> etree._Element | None:
    """The first of them that is no mark between paragraphs."""
    return next((each for each in siblings if etree.QName(each).localname not in _MARKS), None)


def own_control(paragraph: etree._Element) -> etree._Element | None:
    """The content control around a few paragraphs, none that Word made (a cover, a table of contents)."""
    content = paragraph.getparent()
    if content is None or not is_block(content) or len(content) > _FEW:
        return None
    control = content.getparent()
    properties = child(control, "sdtPr")
    made = [] if properties is None else [etree.QName(each).localname for each in properties]
    return control if control is not None and "docPartObj" not in made else None


def mark_is_deleted(paragraph: etree._Element | None) -> bool:
    """Whether a paragraph is joined to the next one by a tracked change."""
    mark = child(child(paragraph, "pPr"), "rPr")
    return child(mark, "del") is not None or child(mark, "moveFrom") is not None
