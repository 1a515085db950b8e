"""The blocks of a letter as word/document.xml, with the origin of every character."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from lxml import etree

from lint.document.document import Origin
from lint.render.word.letter_plan import Block, Piece

MEMBER = "word/document.xml"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# A4; 22 lines on 156 × 225 mm. In twips.
_SECTION = (
    ("footerReference", {"type": "default", f"{{{R}}}id": "rIdOdd"}),
    ("footerReference", {"type": "even", f"{{{R}}}id": "rIdEven"}),
    ("pgSz", {"w": "11906", "h": "16838"}),
    ("pgMar", {"top": "2098", "right": "1474", "bottom": "1984", "left": "1587", "header": "851", "footer": "1417",
               "gutter": "0"}),
    ("docGrid", {"type": "lines", "linePitch": "579"}),
)  # fmt: skip
_WIDTH = 8845  # of the text
_CHARACTER = 320  # twips, of the size of the text
_CONTROLS = {code: 0x2400 + code for code in range(0x20)} | {0x7F: 0x2421}  # as pictures of themselves
_UNSEEN = (*range(0x80, 0xA0), *range(0xD800, 0xE000), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFFFE, 0xFFFF)
_VISIBLE = _CONTROLS | dict.fromkeys(_UNSEEN, 0xFFFD)
NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class _Placed:
    """A stretch of the source and the element that holds it, or, `generated`, the paragraph that dropped it."""

    element: etree._Element
    start: int
    end: int
    generated: bool = False


def document_xml(text: str, blocks: Sequence[Block]) -> tuple[bytes, tuple[Origin, ...]]:
    """The member and the origins. `text` is the source; a character that XML forbids, or that would turn the words
    around it, is shown by one sign in its place. Blanks at the ends of lines have a generated origin in their
    paragraph."""
    root = etree.Element(f"{{{W}}}document", nsmap={"w": W, "r": R})
    body = _add(root, "body")
    placed: list[_Placed] = []
    last_title = max((at for at, block in enumerate(blocks) if block.style == "Title"), default=-1)
    signed = next((at for at, block in enumerate(blocks) if block.style in ("Signature", "Date")), -1)
    at = 0
    for is_table, group in groupby(blocks, key=lambda block: block.style == "Cell"):
        members = list(group)
        if is_table:
            _table(body, members, text, placed)
            _add(body, "p")  # two tables must not run together, and none may end the text
        else:
            for number, block in enumerate(members, start=at):
                _paragraph(body, block, text, placed, _space(number, last_title, signed))
        at += len(members)
    section = _add(body, "sectPr")
    for name, attributes in _SECTION:
        _add(section, name, **attributes)
    ordinals = {element: ordinal for ordinal, element in enumerate(root.iter("*"))}
    origins = (Origin(p.start, p.end, MEMBER, ordinals[p.element], generated=p.generated) for p in placed)
    ordered = tuple(sorted(origins, key=lambda origin: origin.start))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True), ordered


def _space(at: int, last_title: int, signed: int) -> dict[str, str]:
    """One empty line under the title, two above the signature."""
    if at == last_title:
        return {"after": "579"}
    return {"before": "1158"} if at == signed else {}


def _paragraph(
    parent: etree._Element, block: Block, text: str, placed: list[_Placed], spaced: Mapping[str, str] = NOTHING
) -> None:
    paragraph = _add(parent, "p")
    properties = _add(paragraph, "pPr")
    _add(properties, "pStyle", val=block.style)
    if spaced:
        _add(properties, "spacing", **spaced)
    if block.style in ("Signature", "Date"):
        _add(properties, "ind", right=str(round(block.right * _CHARACTER)))
    at = block.start
    for piece in block.pieces:
        _blanks(paragraph, text, at, piece.start, placed)
        _run(paragraph, piece, text, placed)
        at = piece.end
    _blanks(paragraph, text, at, block.end, placed)


def _blanks(paragraph: etree._Element, text: str, start: int, end: int, placed: list[_Placed]) -> None:
    """What is not set: the white space between two pieces, line ends left out."""
    at = start
    for part in text[start:end].split("\n"):
        if part:
            placed.append(_Placed(paragraph, at, at + len(part), generated=True))
        at += len(part) + 1


def _run(paragraph: etree._Element, piece: Piece, text: str, placed: list[_Placed]) -> None:
    if piece.start == piece.end:
        return
    run = _add(paragraph, "r")
    properties = _add(run, "rPr")
    if piece.look:
        _add(properties, "rStyle", val=piece.look)
    _add(properties, "rFonts", hint="eastAsia")  # else Word takes “” and … for Latin ones
    if piece.broken:
        _add(run, "br")
    at = piece.start
    for is_tab, group in groupby(text[piece.start : piece.end], key="\t".__eq__):
        words = "".join(group)
        if is_tab:
            for offset in range(at, at + len(words)):
                placed.append(_Placed(_add(run, "tab"), offset, offset + 1))
        else:
            element = _add(run, "t")
            element.text = words.translate(_VISIBLE)
            element.set(_SPACE, "preserve")
            placed.append(_Placed(element, at, at + len(words)))
        at += len(words)


def _table(body: etree._Element, rows: Sequence[Block], text: str, placed: list[_Placed]) -> None:
    """A table of as many columns as its longest row has cells; the last cell of a shorter row is as wide as is left."""
    columns = max(len(row.pieces) for row in rows)
    table = _add(body, "tbl")
    properties = _add(table, "tblPr")
    _add(properties, "tblW", w="5000", type="pct")
    borders = _add(properties, "tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        _add(borders, side, val="single", sz="4", space="0", color="auto")
    grid = _add(table, "tblGrid")
    for _ in range(columns):
        _add(grid, "gridCol", w=str(_WIDTH // columns))
    for row in rows:
        line = _add(table, "tr")
        _add(_add(line, "trPr"), "cantSplit")
        at = row.start
        for number, piece in enumerate(row.pieces, start=1):
            cell = _add(line, "tc")
            wide = columns - number + 1 if number == len(row.pieces) else 1
            told = _add(cell, "tcPr")
            _add(told, "tcW", w=str(_WIDTH // columns * wide), type="dxa")
            if wide > 1:
                _add(told, "gridSpan", val=str(wide))
            end = row.end if number == len(row.pieces) else piece.end
            _paragraph(cell, Block("Cell", at, end, (piece,)), text, placed)
            at = end


def _add(parent: etree._Element, name: str, **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, f"{{{W}}}{name}")
    for key, value in attributes.items():
        element.set(key if key.startswith("{") else f"{{{W}}}{key}", value)
    return element
