"""The Document: what a reader made of a file, with a way back to the source for every character.

`text` is canonical. Every offset in this project counts code points of `text` unless it says otherwise; ends are
exclusive; lines are separated by a single "\\n".
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # most runs look at no layout
    from lint.document.layout import Layout
    from lint.document.tables import Table


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text (without its "\\n") and where the source has it.

    `part` is where in the source it stands: "body", "table", "textbox", "footnote". `paragraph` counts the paragraphs
    of the source from 1 where the format has paragraphs (Word, HTML, PDF after joining), `page` counts pages from 1
    where the format has pages; None where the format cannot know.
    """

    start: int
    end: int
    part: str = "body"
    paragraph: int | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """A stretch of the text and the node of the source package that holds it.

    `member` is the file inside the package ("word/document.xml"); `node` is the ordinal (from 0) of the text-bearing
    element among all elements of that member in document order; `offset` is where in the node's own text the stretch
    begins. `generated` marks characters that the source shows but does not hold (an automatic list number).
    """

    start: int
    end: int
    member: str
    node: int
    offset: int = 0
    generated: bool = False


@dataclass(frozen=True)
class Document:
    """What a reader made of one file.

    `metadata` holds what surrounds the article of a web page: "title", "published" (as printed), "source", "number";
    and "generator", the program that wrote the page.
    `margins` holds page headers and footers, kept apart from the text. `remarks` are sentences (Chinese) on what the
    reader decided: the encoding, tracked changes read as accepted, pages without text.

    `package` holds the bytes of the Word package whose members the origins name: the file itself, or what it was
    converted to; empty where there is none. `layout` is there only when it was asked for and the format has one.
    `by_ocr` says that the characters were recognised in a picture and are not certain. `tables` are the tables by
    their beginnings; None where the format cannot tell which text is a table. `pictures` are the offsets, in order, at
    which pictures stand whose words are not read (Word, web pages).
    """

    path: str
    format: str
    text: str
    lines: tuple[Line, ...]
    sha256: str = ""
    encoding: str | None = None
    origins: tuple[Origin, ...] = ()
    metadata: Mapping[str, str] = field(default_factory=dict)
    margins: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    package: bytes = field(default=b"", repr=False, compare=False)
    layout: "Layout | None" = None
    by_ocr: bool = False
    tables: "tuple[Table, ...] | None" = None
    pictures: tuple[int, ...] = ()

    @cached_property
    def tables_of_figures(self) -> list[tuple[int, int]]:
        """The stretches that are labels and figures of a table, no sentences; guessed where the format cannot tell."""
        from lint.document.tables import lines_of_cells, lines_of_figures, of_figures  # noqa: PLC0415

        if self.tables is None:
            lines = [(line.start, line.end) for line in self.lines]
            pasted = lines_of_cells(self.text, lines) if "\t" in self.text and self.format != "pdf" else []
            return [*lines_of_figures(self.text, lines), *pasted]
        return [(table.start, table.end) for table in self.tables if of_figures(table, self.text)]

    @cached_property
    def _line_starts(self) -> list[int]:
        return [line.start for line in self.lines]

    def line_index(self, offset: int) -> int:
        """Index into `lines` of the line that holds `offset` (the "\\n" belongs to the line it ends)."""
        return max(0, bisect_right(self._line_starts, offset) - 1)

    def line_column(self, offset: int) -> tuple[int, int]:
        """Line and column of `offset`, both from 1, columns in code points."""
        index = self.line_index(offset)
        return index + 1, offset - self.lines[index].start + 1 if self.lines else 1

    def line_at(self, offset: int) -> Line | None:
        """The line that holds `offset`, or None for an empty document."""
        return self.lines[self.line_index(offset)] if self.lines else None

    def paragraph_of(self, line: Line) -> int | None:
        """The number of a line's paragraph where people can count paragraphs; in a web page nobody sees them."""
        return None if self.format == "html" else line.paragraph


def plain_lines(text: str) -> tuple[Line, ...]:
    """The lines of a text without a layout of its own: one Line per "\\n"-separated line, the last one included."""
    lines, start = [], 0
    for piece in text.split("\n"):
        lines.append(Line(start, start + len(piece)))
        start += len(piece) + 1
    return tuple(lines)
