"""What of a report is set how: its lines become blocks of one style each, its headings pieces of their own look."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lint.document.dates import PARTIAL_DATE
from lint.document.report import Report, Section, Span

Style = Literal[
    "Title", "Number", "Recipient", "Heading1", "Heading2", "Heading3", "Body", "Signature", "Date", "Plain", "Cell"
]
Look = Literal["", "Level1", "Level2"]

_LEVELS = {"第一部分": 1, "一、": 1, "（一）": 2}
_HEADINGS: tuple[Style, ...] = ("Heading1", "Heading2", "Heading3")
_SENTENCE_ENDS = tuple("。；！？")
_LONGEST = 30  # code points of a heading that is a sentence
_HALF = 0x2E80  # characters below are half as wide as Chinese ones


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the source in one look; `broken` says that a line break stands before it."""

    start: int
    end: int
    look: Look = ""
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of the letter, or, in the style "Cell", one row of a table with a piece a cell.

    `start` and `end` are the whole lines of the source it was made of, `right` its distance from the right edge in
    characters where its style leaves that open.
    """

    style: Style
    start: int
    end: int
    pieces: tuple[Piece, ...]
    right: float = 0.0


def plan(report: Report) -> tuple[Block, ...]:
    """The blocks, in the order of the text: a paragraph of the report each, its wrapped lines joined; each line of a
    table and each line that is in no paragraph by itself. Blank lines make no block."""
    lines = report.document.lines
    text = report.document.text
    styles = _Styles(report)
    blocks: list[Block] = []
    done = 0

    def alone(first: int, last: int, style: Style) -> None:
        for line in lines[first:last]:
            if piece := _trimmed(text, line.start, line.end):
                pieces = tuple(_cells(text, piece)) if style == "Cell" else (piece,)
                blocks.append(Block(style, line.start, line.end, pieces))

    for paragraph in report.paragraphs:
        start, end = report.source(paragraph.start, paragraph.end)
        first, last = report.document.line_index(start), report.document.line_index(max(start, end - 1)) + 1
        alone(done, first, "Plain")
        done = last
        if any(line.part == "table" for line in lines[first:last]):
            alone(first, last, "Cell")
            continue
        style = styles.of(paragraph)
        pieces = tuple(_pieces(report, paragraph, first, last, style))
        blocks.append(Block(style, lines[first].start, lines[last - 1].end, pieces, styles.right(paragraph, style)))
    alone(done, len(lines), "Plain")
    return tuple(blocks)


def _pieces(report: Report, paragraph: Span, first: int, last: int, style: Style) -> Iterator[Piece]:
    """The lines of a paragraph; one that was passed over when they were joined (a page number) keeps a line of its
    own. A heading that goes on in text is parted from it."""
    offsets, text = report.offsets, report.document.text
    heading = _heading_end(report, paragraph) if style == "Body" else None
    broken = False
    for line in report.document.lines[first:last]:
        piece = _trimmed(text, line.start, line.end)
        if piece is None:
            continue
        at = bisect_left(offsets, line.start, paragraph.start, paragraph.end)
        inside = at < paragraph.end and offsets[at] < line.end
        start, apart = piece.start, broken or not inside
        if heading and start < heading[0]:
            cut = min(piece.end, heading[0])
            yield Piece(start, cut, heading[1], apart)
            start, apart = cut, False
        if start < piece.end:
            yield Piece(start, piece.end, "", apart)
        broken = not inside


def _cells(text: str, row: Piece) -> Iterator[Piece]:
    """The cells of a row, which tabs part; empty ones, too."""
    at = row.start
    for words in text[row.start : row.end].split("\t"):
        yield _trimmed(text, at, at + len(words)) or Piece(at, at)
        at += len(words) + 1


def _heading_end(report: Report, paragraph: Span) -> tuple[int, Look] | None:
    """Where the heading ends that the paragraph begins with, and its look; None where there is none of another look. A
    long sentence that is all of its paragraph is no heading, whatever its number."""
    for section in report.sections_in(paragraph.start, paragraph.start + 1):
        level = _level(section)
        sentence = not section.run_in and len(section.text) > _LONGEST
        if level < 3 and not sentence:
            return report.source(section.start, section.end)[1], "Level1" if level == 1 else "Level2"
    return None


def _level(section: Section) -> int:
    """1 for 一、, 2 for （一）, 3 for all that look like the text; a heading without a number has the level it has."""
    if section.style and not section.style.startswith("#"):
        return _LEVELS.get(section.style, 3)
    return min(section.level, 3)


class _Styles:
    """Which style a paragraph of the report has."""

    def __init__(self, report: Report) -> None:
        front = report.front
        self._report = report
        self._titles = {span.start for span in front.title_lines}
        self._outside = {span.start for span in (*front.furniture, *front.duplicate_titles)}
        self._after = max(span.end for span in (front.signature, front.date_span, Span(0, 0)) if span)

    def of(self, paragraph: Span) -> Style:
        """The style of one paragraph."""
        report, front = self._report, self._report.front
        at = paragraph.start
        if at in self._titles:
            return "Title"
        if at in self._outside:
            return "Plain"
        if front.number and at == front.number.start:
            return "Number"
        if front.recipient and at == front.recipient.start:
            return "Recipient"
        if front.date_span and at <= front.date_span.start < paragraph.end:
            return "Date"
        if front.body_end <= at < self._after:
            return "Signature"
        words = report.text[at : paragraph.end]
        if at >= front.body_end and PARTIAL_DATE.match(words):
            return "Date"
        for section in report.sections_in(at, at + 1):
            if not section.run_in and not words.endswith(_SENTENCE_ENDS):
                return _HEADINGS[_level(section) - 1]
        return "Body"

    def right(self, paragraph: Span, style: Style) -> float:
        """How far from the right edge: the date four characters, a signature centred over it; without a date two."""
        if style == "Date":
            return 4.0
        if style != "Signature":
            return 0.0
        date = self._report.front.date_span
        if date is None:
            return 2.0
        text = self._report.text
        wide, own = _width(text[date.start : date.end]), _width(text[paragraph.start : paragraph.end])
        return max(0.0, 4.0 + (wide - own) / 2)


def _width(words: str) -> float:
    return sum(1.0 if ord(char) >= _HALF else 0.5 for char in words)


def _trimmed(text: str, start: int, end: int) -> Piece | None:
    """A line without the blanks around it; None for a blank one."""
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    stop = len(words.rstrip())
    return Piece(start + left, start + stop) if left < stop else None
