"""An HTML subtree → lines of text, block by block."""

import re
from dataclasses import dataclass, field
from unicodedata import east_asian_width

from selectolax.lexbor import LexborNode

from lint.document.tables import Table
from lint.readers.html_tables import NO_CELL, Marked, PageTables, joined
from lint.readers.html_walk import walk

BLOCKS = frozenset(
    [
        "html",
        "body",
        "div",
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
        "section",
        "article",
        "main",
        "aside",
        "header",
        "footer",
        "nav",
        "address",
        "blockquote",
        "pre",
        "center",
        "form",
        "fieldset",
        "figure",
        "figcaption",
        "details",
        "summary",
        "hr",
        "ucapcontent",
        "ucaptitle",
    ]
)
_WHITE = re.compile(r"[ \t\n\r\f]+")
_EDGES = " \t\n\r\f\u00a0\u2002\u2003\u3000\ufeff\u200b"
_LINE_BREAK = "\n"
_LONG_CELL = 200  # characters; a cell of several paragraphs longer than this is there for layout
_LONG_ALONE = 60  # characters, in a row whose other cells are empty
_ICON = 120  # pixels; smaller pictures hold no table
_SIZE = re.compile(r"[0-9]{1,6}")
_CELL_TAGS = ("td", "th")


@dataclass(frozen=True, slots=True)
class Block:
    """One line of a page. `number` counts the blocks that hold text from 1; lines of one block share it."""

    line: Marked
    number: int
    table: bool = False

    @property
    def text(self) -> str:
        return self.line.text


@dataclass(slots=True)
class _Cell:
    """A table cell being read: its number among the page's, the lines it has so far."""

    number: int = NO_CELL
    lines: list[Marked] = field(default_factory=list)
    size: int = 0  # characters of the lines, counted along: cells nest thousands deep

    def add(self, lines: list[Marked], size: int) -> None:
        self.lines += lines
        self.size += size


@dataclass(slots=True)
class _State:
    blocks: list[Block] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)
    number: int = 0
    preformatted: int = 0
    rows: list[list[_Cell]] = field(default_factory=list)
    waiting: int = 0  # lines in the cells of `rows`
    tables: PageTables = field(default_factory=PageTables)


def read_blocks(root: LexborNode, skip: frozenset[int] = frozenset()) -> list[Block]:
    """The lines of what stands in `root`; see read_page."""
    return read_page(root, skip)[0]


def tables_of(found: PageTables, blocks: list[Block], starts: list[int]) -> tuple[Table, ...]:
    """The tables of a page whose lines stand at these offsets of the text."""
    return found.tables((start, block.line) for start, block in zip(starts, blocks, strict=True))


def read_page(root: LexborNode, skip: frozenset[int] = frozenset()) -> tuple[list[Block], PageTables]:
    """The lines of what stands in `root`: a paragraph per block, a line per <br>, a line per table row; and the tables.

    Cells of a row are separated by "\\t". A table with long cells of several paragraphs is there for layout: its
    paragraphs are lines of their own. White space is collapsed, empty lines and indentation are dropped.
    """
    state = _State()
    for node, entering in walk(root, skip):
        tag = node.tag or ""
        if tag == "-text":
            state.inline.append(node.text_content or "" if not state.preformatted else _kept(node.text_content or ""))
        elif tag == "br":
            if entering:
                state.inline.append(_LINE_BREAK + "\0")
        elif tag == "img":
            if entering and _is_large(node):
                _flush(state)
                state.tables.pictures.append(len(state.blocks) + state.waiting)
        elif tag in BLOCKS:
            _flush(state)
            if tag == "pre":
                state.preformatted += 1 if entering else -1
            elif tag == "table":
                state.tables.begin() if entering else state.tables.end()
            elif tag == "tr" and node.mem_id != root.mem_id:
                if entering:
                    state.rows.append([])
                    state.tables.begin_row()
                elif state.rows:
                    _end_row(state)
            elif tag in _CELL_TAGS and entering and state.rows:
                state.rows[-1].append(_Cell(state.tables.cell(node)))
    _flush(state)
    while state.rows:
        _end_row(state)
    return state.blocks, state.tables


def _is_large(picture: LexborNode) -> bool:
    """Whether a picture may show a table: no icon by what the page says of its size."""
    told = [size for name in ("width", "height") if (size := (picture.attributes.get(name) or "").removesuffix("px"))]
    return not any(_SIZE.fullmatch(size) and int(size) < _ICON for size in told)


def _kept(text: str) -> str:
    """Preformatted text: its line ends are breaks."""
    return text.replace("\r\n", "\n").replace("\n", _LINE_BREAK + "\0")


def _flush(state: _State) -> None:
    """End the block whose inline text has been gathered."""
    if not state.inline:
        return
    # A break is written "\n\0" so that it is told from a line end of the source, which is white space.
    pieces = "".join(state.inline).split(_LINE_BREAK + "\0")
    state.inline = []
    lines = [Marked(line) for line in map(_collapsed, pieces) if line]
    if not lines:
        return
    if state.rows and state.rows[-1]:
        state.rows[-1][-1].add(lines, sum(len(line.text) for line in lines))
        state.waiting += len(lines)
        return
    state.number += 1
    state.blocks += [Block(line, state.number) for line in lines]


def _collapsed(text: str) -> str:
    return _WHITE.sub(_space, text.replace("\0", "")).strip(_EDGES)


def _space(match: re.Match[str]) -> str:
    """One space; none where the source breaks a line between two Chinese characters (CSS Text 3, 4.1.3)."""
    text, start, end = match.string, match.start(), match.end()
    if "\n" in match[0] and start > 0 and end < len(text):
        wide = all(east_asian_width(char) in "WF" for char in (text[start - 1], text[end]))
        return "" if wide else " "
    return " "


def _end_row(state: _State) -> None:
    cells = state.rows.pop()
    state.waiting -= sum(len(cell.lines) for cell in cells)
    filled = [cell for cell in cells if cell.lines]
    if not filled:
        return
    sizes = [(len(cell.lines), cell.size) for cell in filled]
    alone = len(filled) == 1 and (len(cells) == 1 or sizes[0][1] > _LONG_ALONE)
    for_layout = alone or any(lines > 2 and length > _LONG_CELL for lines, length in sizes)
    if for_layout:
        made = []
        for cell in filled:
            made += cell.lines if cell.number == NO_CELL else [line.of_cell(cell.number) for line in cell.lines]
    else:
        made = [joined((joined(cell.lines, " ").of_cell(cell.number) for cell in cells), "\t")]
    if state.rows and state.rows[-1]:  # a table within a cell
        state.rows[-1][-1].add(made, sum(size for _, size in sizes) if for_layout else len(made[0].text))
        state.waiting += len(made)
        return
    for line in made:
        state.number += 1
        state.blocks.append(Block(line, state.number, table=len(cells) > 1 or not for_layout))
